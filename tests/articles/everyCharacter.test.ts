import { normalizeBody } from '../../src/text/body';
import { lineIn } from '../../src/writing/inputTexts';
import { UserErrors } from '../../src/writing/userErrors';
import { openTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => (database = await openTestDatabase()));
afterAll(() => database.close());

/** Blanks, controls, marks, and what has another form. All others went through this once too, in 40 seconds. */
const suspect = /[\p{Z}\p{Cc}\p{Cf}\p{M}]/u;

/** Every such character at either end, after a letter, and before a line's end, where it is not refused. */
function* texts(): Generator<string> {
  for (let code = 1; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (!suspect.test(character) && character.normalize('NFD') === character) continue;
    const mistakes = new UserErrors();
    lineIn(mistakes, 'text', `a${character}b`);
    if (!mistakes.any || /\s/u.test(character))
      yield* [`${character}a`, `e${character}`, `a${character}\nb ${character}`];
  }
}

test('no character that is let in makes a text that the database refuses', async () => {
  const wrong: string[] = [];
  const all = [...texts()].map((text) => [normalizeBody(text), text.normalize('NFC').replaceAll('\t', ' ').trim()]);
  for (let from = 0; from < all.length; from += 100_000) {
    const part = all.slice(from, from + 100_000);
    const { rows } = await database.pool.query<{ body: string }>(
      `select body from unnest($1::text[]) body where body <> '' and not (
        body is nfc normalized and body !~ '[\\x01-\\x09\\x0b-\\x1f\\x7f]' and body !~ '( \\n|\\n\\n\\n|^\\s|\\s$)')
      union all select line from unnest($2::text[]) line where line <> '' and line <> btrim(line)`,
      [part.map(([body]) => body), part.map(([, line]) => line)],
    );
    wrong.push(...rows.map(({ body }) => JSON.stringify(body)));
  }
  expect(wrong).toEqual([]);
});
