import { Pool } from 'pg';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { Random } from '../world/random';
import { writeWorld } from '../world/world';
import { openSession, type Session } from './session';

const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20261122);
const random = new Random(seed);
let database: TestDatabase;
let own: Pool | undefined;
let session: Session;

beforeAll(async () => {
  database = await openTestDatabase();
  own = new Pool({ ...database.connection, options: '-c TimeZone=UTC', max: 1 });
  const client = await own.connect();
  try {
    await writeWorld(client, seed);
  } finally {
    client.release();
  }
  session = await openSession(own, database.pool);
});

afterAll(async () => {
  await own?.end();
  await database.close();
});

const lists = [
  'articles(PAGE)',
  'articles(orderBy: OLDEST, PAGE)',
  'articles(orderBy: RELEVANCE, filter: { words: "border" }, PAGE)',
  'quotes(PAGE)',
  'quotes(orderBy: RELEVANCE, filter: { words: "border" }, PAGE)',
  'people(PAGE)',
  'people(filter: { name: "Melanie" }, PAGE)',
  'places(PAGE)',
  'subjects(PAGE)',
  'search(text: "border", PAGE)',
];

async function cursorsOf(list: string, after: string | null): Promise<readonly string[] | null> {
  const text = `query List($after: String) { list: ${list.replace('PAGE', 'first: 5, after: $after')} { edges { cursor } } }`;
  const outcome = await session.ask({ text, variables: { after }, viewer: { role: 'READER', name: null } });
  if ('refused' in outcome) return null;
  const { edges } = (outcome.data as { list: { edges: readonly { cursor: string }[] } }).list;
  return edges.map((edge) => edge.cursor);
}

/** A cursor as somebody could send it who looked inside: other digits and letters, parts missing, doubled or emptied. */
function damaged(cursor: string): string {
  const inside = Buffer.from(cursor, 'base64url').toString('utf8');
  const parts = inside.split(/([^\x20-\x7e]+)/);
  const place = random.int(0, parts.length - 1);
  const part = parts[place] ?? '';
  const digit = (found: string): string => (random.chance(0.4) ? random.pick(['0', '9', '3', '']) : found);
  const other = random.pick([
    part.replace(/\d/g, digit),
    part.replace(/\d/g, digit),
    part.replace(/^(\d{4})-\d\d-\d\d /, '$1-02-30 '),
    part.replace(/^\d{4}-/, '0000-'),
    part.replace(/\d+/, (found) => `${found}e${random.int(-99, 99)}`),
    part.replace(/\d+/, (found) => found.repeat(4)),
    `-${part}`,
    '',
    'infinity',
    'NaN',
    '\u0000',
    part + part,
  ]);
  parts[place] = other;
  return Buffer.from(parts.join('')).toString('base64url');
}

test('a cursor that somebody tampered with is refused or stands for some place: it never fails in the database', async () => {
  for (const list of lists) {
    const cursors = await cursorsOf(list, null);
    if (!cursors?.length) throw new Error(`${list} gave nothing to damage.`);
    for (let count = 0; count < 150; count++) {
      const cursor = damaged(random.pick(cursors));
      await cursorsOf(list, cursor).catch((error: unknown) => {
        throw new Error(
          `${list} fails with the cursor ${JSON.stringify(Buffer.from(cursor, 'base64url').toString())}.`,
          { cause: error },
        );
      });
    }
  }
});
