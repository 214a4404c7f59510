import { tables } from '../../src/records/records';
import { readModel } from '../../src/readModel';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { columnGaps, triggerGaps } from './gaps';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('every column is exported, carries a canary, or is left out with a reason', async () => {
  expect(await columnGaps(database.pool)).toEqual([]);
  const reasons = tables.flatMap(({ left = {}, isSilent = 'Sent.' }) => [...Object.values(left), isSilent]);
  for (const reason of reasons) expect(reason).toMatch(/^[A-Z].+\.$/);
});

test.each([
  ['a column more', 'ALTER TABLE article ADD COLUMN rights text', ['article.rights is in no list of src/records.']],
  ['a column less', 'ALTER TABLE place DROP COLUMN latitude CASCADE', ['place.latitude is described, but not there.']],
  ['a table more', 'CREATE TABLE note (words text)', ['note.words is in no list of src/records.']],
  [
    'a table less',
    'DROP TABLE merged_record CASCADE',
    ['id', 'kind', 'survivor_id', 'at'].map((column) => `merged_record.${column} is described, but not there.`),
  ],
])('a database with %s is named', async (_, change, gaps) => {
  await database.pool.query(change);
  expect(await columnGaps(database.pool)).toEqual(gaps);
});

test('every change of a table on which a cached answer may depend is sent to all nodes', async () => {
  expect(await triggerGaps(database.pool)).toEqual([]);
  const described = new Map(tables.map((table) => [table.name, table]));
  const read = Object.values(readModel).flatMap(({ table }) => (table && /^\w+$/.test(table) ? [table] : []));
  expect(read.filter((name) => !described.has(name))).toEqual([]);
  // Only editors are answered from these.
  expect(read.filter((name) => described.get(name)!.isSilent).sort()).toEqual(['api_key', 'audit_entry']);
});

test.each([
  ['a table more', 'CREATE TABLE note (words text)', ['insert', 'delete', 'update', 'truncate'], 'note'],
  ['a trigger less', 'DROP TRIGGER tell_delete ON image_person', ['delete'], 'image_person'],
  ['a disabled trigger', 'ALTER TABLE role DISABLE TRIGGER tell_update', ['update'], 'role'],
])('a database with %s is named for what it does not send', async (_, change, events, table) => {
  await database.pool.query(change);
  expect(await triggerGaps(database.pool)).toEqual(events.map((event) => `No node is told of ${event} on ${table}.`));
});
