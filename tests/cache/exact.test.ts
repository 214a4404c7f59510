import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type OperationDefinitionNode, parse } from 'graphql';
import { Client, Pool } from 'pg';
import { ResponseCache } from '../../src/cache/responseCache';
import { loadSchema } from '../../src/contract/schema';
import type { Viewer } from '../../src/auth/audience';
import { createReader, type Reader, type ReadOperation } from '../../src/reading/reader';
import { RequestErrors } from '../../src/errors/requestError';
import { readModel } from '../../src/readModel';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import type { Operation } from '../reference/operations/maker';
import { openSession } from '../reference/session';
import { Random } from '../world/random';
import { writeWorld } from '../world/world';
import { writeSomething } from './writes';
import { printFigures } from '../harness/figures';

// Whatever is written, an answer that is kept equals the one that would be made now.

const seed = Number(process.env.EXACT_SEED ?? 20261122);
const rounds = Number(process.env.EXACT_ROUNDS ?? 25);
const patience = 120_000 + rounds * 2000;
const anyone: Viewer = { role: 'READER', name: null };

let database: TestDatabase;
let own: Pool;
let ready: ResponseCache | undefined;
let asked: readonly Asked[];

interface Asked {
  readonly operation: Pick<Operation, 'text' | 'variables'>;
  /** Through the kept answers. */
  readonly kept: ReadOperation;
  /** Made each time. */
  readonly made: ReadOperation;
}

beforeAll(async () => {
  database = await openTestDatabase();
  own = new Pool({ ...database.connection, options: '-c TimeZone=UTC', max: 1 });
  const client = await own.connect();
  try {
    await writeWorld(client, seed);
  } finally {
    client.release();
  }
  const session = await openSession(own, database.pool);
  const readers = [true, false].map((tracked) =>
    createReader({ schema: loadSchema(), model: readModel, reads: database.reads, costLimit: 100_000, tracked }),
  ) as [Reader, Reader];
  const operations = [...(await session.makeOperations(60, seed)), ...(await pages(own))];
  const prepared = operations.flatMap((operation) => {
    const document = parse(operation.text);
    const [definition] = document.definitions as [OperationDefinitionNode];
    const [kept, made] = readers.map((reader) => reader.prepare(document, definition)) as [
      ReadOperation,
      ReadOperation,
    ];
    try {
      kept.bind(operation.variables, anyone);
    } catch {
      return []; // refused
    }
    return [{ operation, kept, made }];
  });
  asked = await withoutRefused(prepared);
  ready = new ResponseCache({ maxBytes: 64e6, newClient: () => new Client(database.connection), log: database.log });
  await ready.start();
}, patience);

afterAll(async () => {
  await ready?.stop();
  await own.end();
  await database.close();
});

test(
  'random reads after random writes are answered as if nothing were kept',
  async () => {
    const random = new Random(seed);
    const writer = new Client(database.connection);
    await writer.connect();
    let [fromKept, all] = [0, 0];
    try {
      for (let round = 0; round < rounds; round++) {
        for (const each of asked) await readKept(each); // so that there is something to be stale
        const written = await writeSomething(writer, random);
        await ready!.waitForInvalidations();
        all += asked.length;
        fromKept += await compareAll(`round ${round}, after ${written.join(', ')}`);
      }
    } finally {
      await writer.end();
    }
    printFigures(`exact, seed ${seed}: ${rounds} writes, ${all} reads after them, ${fromKept} from what was kept\n`);
    // One write may touch nearly all there is; many don't.
    expect(fromKept).toBeGreaterThan(rounds < 20 ? 0 : all / 4);
  },
  patience,
);

/** Those that are answered: values like a cursor of another list are refused only when the answer is made. */
async function withoutRefused(prepared: readonly Asked[]): Promise<Asked[]> {
  const answered: Asked[] = [];
  for (const each of prepared) {
    try {
      await each.made.run(each.operation.variables, anyone);
      answered.push(each);
    } catch (error) {
      if (!(error instanceof RequestErrors)) throw error;
    }
  }
  return answered;
}

async function compareAll(when: string): Promise<number> {
  let kept = 0;
  for (const each of asked) if (await compare(each, when)) kept += 1;
  return kept;
}

/** Compares what is kept with what would be made now. @returns whether it was kept */
async function compare(each: Asked, when: string): Promise<boolean> {
  const { text, wasKept } = await readKept(each);
  const make = (): Promise<string> => each.made.run(each.operation.variables, anyone);
  const now = await make();
  if (text === now) return wasKept;
  // An embargo may have ended between the two.
  if (text === (await make()) || (await readKept(each)).text !== text) return wasKept;
  const { text: query, variables } = each.operation;
  throw new Error(`stale: seed ${seed}, ${when}\n${query}\n${JSON.stringify(variables)}\n${text}\n${now}`);
}

async function readKept({ kept, operation }: Asked): Promise<{ text: string; wasKept: boolean }> {
  const { key, cost, answer } = kept.bind(operation.variables, anyone);
  if (key === null) return { text: (await answer()).text, wasKept: false };
  let wasKept = true;
  const found = await ready!.getOrCreate(key, { name: undefined, cost }, () => {
    wasKept = false;
    return answer();
  });
  return { text: typeof found === 'string' ? found : found.bytes.toString(), wasKept };
}

/** The pages that readers open, of several records each. */
async function pages(pool: Pool): Promise<Pick<Operation, 'text' | 'variables'>[]> {
  const folder = path.join(__dirname, '../../bench/operations');
  const texts = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'));
  const slugs = async (table: string): Promise<string[]> =>
    (await pool.query<{ slug: string }>(`select slug from ${table} order by slug limit 6`)).rows.map(
      ({ slug }) => slug,
    );
  const articles = await slugs('article');
  const people = await slugs('person');
  const places = await slugs('place');
  const organizations = await slugs('organization');
  const of = (text: string, values: readonly string[]) => values.map((slug) => ({ text, variables: { slug } }));
  return [
    ...of(texts[0]!, articles),
    { text: texts[1]!, variables: {} },
    ...of(texts[2]!, people),
    { text: texts[3]!, variables: {} },
    { text: texts[4]!, variables: { text: 'river' } },
    ...of('query ($slug: String!) { person(by: { slug: $slug }) { name } }', people),
    ...of('query ($slug: String!) { place(by: { slug: $slug }) { name } }', places),
    ...of(
      'query ($slug: String!) { place(by: { slug: $slug }) { name children { edges { node { name } } } quotes { totalCount } } }',
      places,
    ),
    ...of(
      'query ($slug: String!) { organization(by: { slug: $slug }) { name people(first: 3) { edges { node { name roles { title organization { name } } } } } providedArticles { totalCount } } }',
      organizations,
    ),
    ...of(
      'query ($slug: String!) { article(by: { slug: $slug }) { people(first: 1) { edges { node { name } } } subjects(first: 1) { edges { node { name } } } rewrites { totalCount } quotes { edges { node { citation } } } } }',
      articles,
    ),
    ...of('query ($slug: String!) { withdrawal(by: { slug: $slug }) { kind notice } }', articles),
    {
      text: '{ people { totalCount } places { totalCount } organizations { totalCount } subjects { totalCount } articles { totalCount } quotes { totalCount } }',
      variables: {},
    },
  ];
}
