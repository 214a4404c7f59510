import { Client } from 'pg';
import { StartError } from '../startError';
import type { Connection } from './connection';

const oldestMajor = 15;

interface About {
  readonly version: number;
  readonly encoding: string;
  readonly replica: boolean;
}

/**
 * Connects once, to find out whether this server will do.
 * @throws StartError when it is too old, doesn't hold Unicode, or takes no writes; the driver's error when it can't be reached.
 */
export async function checkServer(connection: Connection): Promise<void> {
  const client = new Client(connection);
  client.on('error', () => {}); // shows in the query below
  try {
    await client.connect();
    const { rows } = await client.query<About>(
      `/* will this server do? */ SELECT current_setting('server_version_num')::int / 10000 AS version,
         current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS replica`,
    );
    const about = rows[0];
    if (about) judge(about);
  } finally {
    await client.end().catch(() => {});
  }
}

function judge({ version, encoding, replica }: About): void {
  if (version < oldestMajor) {
    throw new StartError(`The database server is PostgreSQL ${version}. Use version ${oldestMajor} or later.`);
  }
  if (encoding !== 'UTF8') {
    throw new StartError(`The database is encoded in ${encoding}. Create one in UTF8 and name it in DATABASE_URL.`);
  }
  if (replica) {
    throw new StartError('The database is a read replica. Set DATABASE_URL to the primary server.');
  }
}
