// Reads prisma/functions: the current text of every function and trigger of the database, statement by statement.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where a token that starts at `at` ends: a quoted text or a comment, in which a semicolon ends nothing; otherwise one letter. */
function tokenEnd(sql, at) {
  if (sql.startsWith('--', at)) return endAfter(sql, '\n', at);
  if (sql[at] === "'") return endAfter(sql, "'", at + 1);
  const [dollars] = /^\$\w*\$/.exec(sql.slice(at, at + 64)) ?? [];
  return dollars ? endAfter(sql, dollars, at + dollars.length) : at + 1;
}

function endAfter(sql, end, from) {
  const found = sql.indexOf(end, from);
  return found < 0 ? sql.length : found + end.length;
}

/**
 * The statements of a text, each with the comments before it. A trigger that can't be replaced is dropped first: the two
 * statements count as one.
 */
function statementsOf(sql) {
  const statements = [];
  for (let at = 0, start = 0; at < sql.length;) {
    const end = tokenEnd(sql, at);
    if (sql[at] === ';' && !/^\s*DROP TRIGGER IF EXISTS[^;]*$/.test(sql.slice(start, at))) {
      statements.push(sql.slice(start, end).trim());
      start = end;
    }
    at = end;
  }
  return statements;
}

const proseOf = (lines) => lines.map((line) => line.replace(/^-- ?/, '')).join('\n');

/**
 * The files of prisma/functions, in the order of their names.
 * @returns of each: its name, what it is about (the comment above the first blank line), and its statements, each with its
 *   own comment and the SQL
 */
export function functionFiles(root) {
  const folder = path.join(root, 'prisma/functions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const [head, ...rest] = readFileSync(path.join(folder, name), 'utf8').split('\n\n');
      const statements = statementsOf(rest.join('\n\n')).map((statement) => {
        const lines = statement.split('\n');
        const first = lines.findIndex((line) => !line.startsWith('--'));
        return { comment: proseOf(lines.slice(0, first)), sql: lines.slice(first).join('\n'), text: statement };
      });
      return { name, about: proseOf(head.split('\n')), statements };
    });
}

/** Text in lines of less than 120 characters; indented lines stay as they are. */
function wrapped(text, indent = '') {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = lines[last] === '' ? word : `${lines[last]} ${word}`;
    if (indent.length + longer.length < 120) lines[last] = longer;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}

/** What a statement makes: functions, and triggers with their tables. A part of a name that the statement fills in is a table's. */
function madeBy(sql) {
  const named = (name) => name.replace('%1$s', '<table>');
  const functions = [...sql.matchAll(/CREATE OR REPLACE FUNCTION ([\w%$]+)/g)].map(([, name]) => named(name));
  const triggers = [
    ...sql.matchAll(
      /CREATE (?:OR REPLACE |CONSTRAINT )TRIGGER (\w+)\s(?:(?!CREATE)[^])*?\sON ([\w%$]+)[^]*?EXECUTE FUNCTION ([\w%$]+)/g,
    ),
  ].map(([, name, table, runs]) => ({ name, table: named(table), runs: named(runs) }));
  return { functions, triggers };
}

function entry(name, comment, triggers) {
  const run = triggers
    .filter(({ runs }) => runs === name)
    .map(({ name, table }) => `\`${name}\` on ${table === '<table>' ? 'each table' : `\`${table}\``}`);
  const lines = [`- ${wrapped(`\`${name}\`: ${comment}`, '  ')}`];
  if (run.length > 0) lines.push(`  ${wrapped(`Run by ${run.join(', ')}.`, '  ')}`);
  return lines.join('\n');
}

function section({ name, about, statements }, triggers) {
  const [first, ...more] = about
    .split('\n\n')
    .map((part) => (part.startsWith('  ') ? `\`\`\`text\n${part.replace(/^ {2}/gm, '')}\n\`\`\`` : wrapped(part)));
  const entries = new Map();
  for (const { comment, sql } of statements) {
    for (const made of madeBy(sql).functions) {
      if (!comment && !entries.has(made))
        throw new Error(`prisma/functions/${name}: say above ${made} what it is for.`);
      if (!entries.has(made)) entries.set(made, entry(made, comment, triggers));
    }
  }
  return [`## ${name}`, first, ...more, [...entries.values()].join('\n')].join('\n\n');
}

/** The page docs/database-functions.md: what each function and trigger is for, in the words that stand above it. */
export function functionsPage(root) {
  const files = functionFiles(root);
  const triggers = files.flatMap(({ statements }) => statements.flatMap(({ sql }) => madeBy(sql).triggers));
  return `<!-- Made from prisma/functions by \`npm run generate\`; do not edit. -->

# The database's own functions and triggers

\`prisma/functions/\` holds the current text of every function and trigger. To change one: edit it there, run
\`DATABASE_URL=… node scripts/functions-sql.mjs\` on a migrated database, and make a migration of what the script prints.
A migration that has been released never changes. \`tests/data/functions.test.ts\` compares the files with a migrated database.

${files.map((file) => section(file, triggers)).join('\n\n')}
`;
}
