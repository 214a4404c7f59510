import { Pool } from 'pg';
import { createServer, type Server } from '../src/server';
import { openTestDatabase, type TestDatabase } from './harness/database';
import { askServer, viewerOfTest } from './reference/http';
import { openSession, tell, type Session, type Tried } from './reference/session';
import { writeWorld } from './world/world';
import { printFigures } from './harness/figures';

const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20261122);
const operations = Number(process.env.DIFFERENTIAL_OPERATIONS ?? 200);
/** Generous: a slow machine must not fail, only one that hangs. */
const patience = 120_000 + operations * 200;

let database: TestDatabase;
let own: Pool;
let session: Session;
let server: Server | undefined;

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
  server = await createServer({
    database,
    config: { ...database.config, responseCacheBytes: 0 },
    log: database.log,
    viewerOf: viewerOfTest,
  });
}, patience);

afterAll(async () => {
  await server?.close();
  await own.end();
  await database.close();
});

/** Prints what was tried; throws what was found. */
function judge(what: string, { tried, refused, invalid, disagreements }: Tried): void {
  printFigures(
    `differential, ${what}, seed ${seed}: ${tried} operations tried (${refused} refused by both, ${invalid} more were not valid), ` +
      `${disagreements.length} disagreements\n`,
  );
  if (disagreements.length > 0) {
    throw new Error(`The answer is not the reference's (seed ${seed}):\n\n${disagreements.map(tell).join('\n\n')}`);
  }
}

test(
  'random operations over a random world are answered as the reference answers them, each with one statement',
  async () => {
    const tried = await session.tryOperations({ count: operations, seed, most: 3 });
    judge('compiled reader', tried);
    // Operations that meet only half of the contract would prove little.
    if (operations >= 800) expect(tried.missed).toEqual([]);
  },
  patience,
);

test(
  'and so they are by the running server, or refused for being too much',
  async () => {
    if (!server) throw new Error('There is no server.');
    const { url } = await server.listen(0, '127.0.0.1');
    const answerer = askServer.bind(null, url);
    judge(
      'running server',
      await session.tryOperations({ count: Math.ceil(operations / 5), seed: seed + 1, most: 3, answerer }),
    );
  },
  patience,
);
