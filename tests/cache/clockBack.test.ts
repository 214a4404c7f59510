import { openTestDatabase } from '../harness/database';
import { recordLog } from '../harness/logLines';
import { startTestServer } from '../harness/server';
import { runAlone } from '../harness/testServer';
import { until } from '../harness/until';

/** A clock before PostgreSQL's own: functions of the same names in a schema that is looked in first. */
const shiftedClock = `CREATE SCHEMA shifted;
  CREATE TABLE shifted.shift (by interval NOT NULL);
  INSERT INTO shifted.shift VALUES ('1 hour');
  CREATE FUNCTION shifted.now() RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT pg_catalog.now() + by FROM shifted.shift';
  CREATE FUNCTION shifted.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS 'SELECT pg_catalog.clock_timestamp() + by FROM shifted.shift';`;

test("what an embargo hides again, because the database's clock was set back, is served no longer", async () => {
  const database = await openTestDatabase({ seeded: true });
  const { database: name } = database.connection;
  await runAlone(database.connection, shiftedClock);
  await runAlone(database.connection, `ALTER DATABASE ${name} SET search_path = shifted, pg_catalog, public`);
  await runAlone(database.connection, `UPDATE article SET embargoed_until = pg_catalog.now() + interval '30 minutes'`);
  const { log, lines } = recordLog();
  const server = await startTestServer({ database, log });
  const count = async () => {
    const { body } = await server.post('{ articles { totalCount } }');
    return (body.data as { articles: { totalCount: number } }).articles.totalCount;
  };
  await until('the answer is kept', async () => {
    expect(await count()).toBe(1);
    return (await server.statementsOf(count)).length === 0;
  });
  await runAlone(database.connection, `UPDATE shifted.shift SET by = '0'`);
  await until('the article is hidden', async () => (await count()) === 0);
  expect(lines.map(({ msg }) => msg)).toContain(
    "the database's clock was set back: what is known by it is looked at anew",
  );
  await server.close();
});
