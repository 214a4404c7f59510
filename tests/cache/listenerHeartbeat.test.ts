import { ListenerHeartbeat } from '../../src/cache/listenerHeartbeat';
import { openTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('a process that was held up does not take its own delay for silence of the database', async () => {
  const client = database.newClient();
  await client.connect();
  const proofs = new ListenerHeartbeat(client, () => {});
  const asked = performance.now();
  const renewed = proofs.refresh(asked);
  while (performance.now() < asked + 1200); // the answer has come long before, and is not read
  await renewed;
  expect(proofs.isFresh(asked)).toBe(true);
  await client.end();
});
