import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { type Run, verbatim } from '../harness/verbatim';

/** A folder for input, and a database for what comes of it. */
export interface Room {
  readonly folder: string;
  readonly database: TestDatabase;
  /** Writes a file below the folder; gives its path. */
  file(name: string, content: string | Buffer): string;
  /** Runs `verbatim import`. */
  import(...args: readonly string[]): Promise<Run>;
  /** The rows that a query gives. */
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openRoom(): Promise<Room> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-import-'));
  const database = await openTestDatabase();
  return {
    folder,
    database,
    file(name, content) {
      const place = path.join(folder, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, content);
      return place;
    },
    import: (...args) => verbatim(['import', ...args], { DATABASE_URL: database.url }),
    async rows<Row extends object>(sql: string, values: readonly unknown[] = []) {
      return (await database.pool.query<Row>(sql, [...values])).rows;
    },
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A ninjs item with a body of its own. */
export function ninjs(uri: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    uri,
    type: 'text',
    headline: `Bridge ${uri} reopens`,
    body_text: `The bridge ${uri} holds.\n\n“It holds,” the mayor said.`,
    ...more,
  };
}

/** Items as JSON Lines. */
export function lines(...items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
