import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('operations/', import.meta.url);

/** The operations that are measured: number, name, text. */
export const operations = readdirSync(folder)
  .sort()
  .map((file) => {
    const query = readFileSync(new URL(file, folder), 'utf8');
    return { number: Number.parseInt(file, 10), file, name: /^query (\w+)/m.exec(query)[1], query };
  });
