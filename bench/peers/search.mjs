import { readFileSync } from 'node:fs';

const floor = readFileSync(new URL('../floor/statements/Search.sql', import.meta.url), 'utf8');
const answer = floor.indexOf("\nSELECT json_build_object('data'");
if (answer < 0)
  throw new Error(
    'floor/statements/Search.sql no longer ends by building the answer; peers/search.mjs takes what is before.',
  );

/**
 * What all peers search by, as ranking is PostgreSQL's work and none of them has an own way: the floor's statement, up to
 * where it builds the answer. $1 is the text; gives kind, id, rank and snippet of the ten best.
 */
export const searchStatement = `${floor.slice(0, answer)}
SELECT kind, id, rank, snippet FROM found ORDER BY rank DESC, kind DESC, id DESC`;
