import pg from 'pg';
import { databaseUrlOf } from '../databaseUrl.mjs';

/** Runs statements on the server's own database. */
async function onServer(url, statements) {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * A copy of the measured data, to be written to; nobody may be connected to the original meanwhile.
 * @param articles how many the original has
 * @returns its address, and how to drop it
 */
export async function copyOf(articles, name) {
  const original = new URL(databaseUrlOf(articles));
  const copy = new URL(original);
  copy.pathname += `_${name}`;
  const [from, to] = [original, copy].map(({ pathname }) => `"${decodeURIComponent(pathname.slice(1))}"`);
  const drop = `DROP DATABASE IF EXISTS ${to} WITH (FORCE)`;
  await onServer(copy, [drop, `CREATE DATABASE ${to} TEMPLATE ${from}`]);
  return { url: copy.href, drop: () => onServer(copy, [drop]) };
}
