// database.cjs create [address]: makes an empty database on the server of that address, or on one that runs on this machine
// and takes us in, and prints the new database's address. database.cjs drop <address>: removes it.
const { userInfo } = require('node:os');
const { Client } = require('pg');

const [task, given] = process.argv.slice(2);
const user = userInfo().username;
const likely = [
  'postgresql://postgres@127.0.0.1:5432/postgres',
  `postgresql://${user}@127.0.0.1:5432/postgres`,
  `postgresql://${user}@localhost:5432/postgres?host=%2Fvar%2Frun%2Fpostgresql`,
];

/** Runs one statement; false where the server can't be reached or refuses it. */
async function run(connectionString, statement) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(statement);
    return true;
  } catch (error) {
    console.error(`${connectionString}: ${error.message}`);
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function create() {
  const name = `verbatim_ci_${process.pid}`;
  for (const address of given ? [given] : likely) {
    if (!(await run(address, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`))) continue;
    console.log(address.replace(/\/postgres(?=\?|$)/, `/${name}`));
    return true;
  }
  return false;
}

async function drop() {
  const [, name] = given.match(/\/(verbatim_ci_\d+)(?:\?|$)/);
  return run(given.replace(`/${name}`, '/postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
}

(task === 'drop' ? drop() : create()).then((done) => (process.exitCode = done ? 0 : 1));
