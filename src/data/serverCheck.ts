import { Client } from 'pg';
import { StartError } from '../errors/startError';
import type { Connection } from './connection';

const oldestMajor = 15;

interface About {
  readonly version: number;
  readonly encoding: string;
  readonly replica: boolean;
  /** Which of the server's processes answers. */
  readonly process: number;
  /** Whether the settings of the session have come through. */
  readonly settled: boolean;
}

/**
 * Connects twice, to find out whether this server will do.
 * @throws StartError when it is too old, doesn't hold Unicode, takes no writes, or gives no sessions; the driver's error when it
 *   can't be reached.
 */
export async function checkServer(connection: Connection): Promise<void> {
  const clients = [new Client(connection), new Client(connection)];
  for (const client of clients) client.on('error', () => {}); // shows in the query below
  try {
    const [one, other] = [await askAbout(clients[0]!), await askAbout(clients[1]!)];
    judge(one);
    if (one.process === other.process) throw new StartError(`${pooled} gives no sessions but transactions. ${cure}`);
  } finally {
    for (const client of clients) await client.end().catch(() => {});
  }
}

const pooled = 'A pooler between here and the database';
const cure = 'Let DATABASE_URL lead to PostgreSQL itself, or see "Poolers" in docs/operating.md.';

async function askAbout(client: Client): Promise<About> {
  await client.connect();
  const { rows } = await client.query<About>(
    `/* will this server do? */ SELECT current_setting('server_version_num')::int / 10000 AS version,
       current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS replica, pg_backend_pid() AS process,
       coalesce(current_setting('verbatim.session', true), '') = 'on' AS settled`,
  );
  return rows[0]!;
}

function judge({ version, encoding, replica, settled }: About): void {
  if (version < oldestMajor) {
    throw new StartError(`The database server is PostgreSQL ${version}. Use version ${oldestMajor} or later.`);
  }
  if (encoding !== 'UTF8') {
    throw new StartError(`The database is encoded in ${encoding}. Create one in UTF8 and name it in DATABASE_URL.`);
  }
  if (replica) {
    throw new StartError('The database is a read replica. Set DATABASE_URL to the primary server.');
  }
  if (!settled) throw new StartError(`${pooled} leaves out the settings of a session. ${cure}`);
}
