import { Proofs } from '../../src/cache/proofs';
import { openTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('a process that was held up does not take its own delay for silence of the database', async () => {
  const client = database.newClient();
  await client.connect();
  const proofs = new Proofs(client);
  const asked = performance.now();
  const renewed = proofs.renew(asked);
  while (performance.now() < asked + 1200); // the answer has come long before, and is not read
  await renewed;
  expect(proofs.hold(asked)).toBe(true);
  await client.end();
});
