import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'sql-formatter';

const folder = path.join(__dirname, 'golden');

/** An operation that is kept with its answer and its statement: `name.graphql`, `name.json`, `name.sql`. */
export interface GoldenOperation {
  readonly name: string;
  readonly query: string;
  /** From a first line `# with {"slug": "…"}`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** From a line `# as EDITOR`; a READER where there is none. */
  readonly role: string;
}

/** All of them, by name. */
export function goldenOperations(): GoldenOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(path.join(folder, file), 'utf8');
      return {
        name: path.basename(file, '.graphql'),
        query,
        variables: JSON.parse(/^# with (\{.*\})$/m.exec(query)?.[1] ?? '{}') as Record<string, unknown>,
        role: /^# as ([A-Z]+)$/m.exec(query)?.[1] ?? 'READER',
      };
    });
}

/** Files that no operation stands beside any more. */
export function orphans(): string[] {
  const names = new Set(goldenOperations().map(({ name }) => name));
  return readdirSync(folder).filter((file) => !names.has(path.parse(file).name));
}

/**
 * What the file holds, after it was written anew if UPDATE_GOLDEN is set; null where there is none.
 * @param found what was seen now
 */
export function golden(file: string, found: string): string | null {
  const place = path.join(folder, file);
  if (process.env.UPDATE_GOLDEN) writeFileSync(place, found);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
}

/** A statement laid out so that a change of it can be read line by line. */
export function readableSql(statement: string): string {
  return `${format(statement, { language: 'postgresql', expressionWidth: 120, linesBetweenQueries: 0 })}\n`;
}

/**
 * An answer laid out: without the limit that a cost is told with, which is nothing of the operation's, and its ids by the order in which
 * they come, since those of records are made anew with every database.
 */
export function readableAnswer(answer: unknown): string {
  const seen = new Map<string, string>();
  const withoutLimit = (key: string, value: unknown): unknown => (key === 'limit' ? undefined : value);
  const text = JSON.stringify(answer, withoutLimit, 2).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, (uuid) => {
    if (!seen.has(uuid)) seen.set(uuid, `#${seen.size + 1}`);
    return seen.get(uuid)!;
  });
  return `${text}\n`;
}
