import { Client, type ClientConfig } from 'pg';

/** Creates the database `name` on a server of our own unless it is there. */
export async function ensureDatabase(server: ClientConfig, name: string): Promise<void> {
  const client = new Client({ ...server, database: 'postgres', ssl: false });
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('/* database there? */ SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`/* create database */ CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
