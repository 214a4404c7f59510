import type { PoolClient } from 'pg';
import type { Database } from '../data/database';
import { programNames } from './commands';
import { newToken, storedForm } from '../auth/keys';

type KeyDatabase = Pick<Database, 'pool' | 'whileAlone'>;

/** What came of the look for a first key. */
export type FirstKey =
  /** There are keys; `stranger` means that the one in FIRST_ADMIN_KEY is none of them, and so opens nothing. */
  | { readonly made: false; readonly stranger: boolean }
  /** One was made; `token` is to be shown now or never, and null where the operator has it already. */
  | { readonly made: true; readonly token: string | null };

/**
 * Makes a key for an administrator where there has never been any key. Of nodes that start together only one makes it.
 * @param given the token that the operator has chosen for it, of good form
 * @param show shows a token that is made here, before it is stored for good: a process that is killed between the two has shown one
 *   that never worked, and the next start makes another, where a stored one that nobody has seen would be lost
 */
export async function makeFirstKey(
  database: KeyDatabase,
  given: string | undefined,
  show: (token: string) => void = () => {},
): Promise<FirstKey> {
  if (await hasKeys(database)) return left(database, given);
  return database.whileAlone(async () => {
    if (await hasKeys(database)) return left(database, given);
    const token = given ?? newToken();
    await store(database, token, given === undefined ? show : () => {});
    return { made: true, token: given === undefined ? token : null };
  });
}

// All of this happens at a start, and without Prisma: its engine takes 90 MB, which a server that only reads never needs.

/** The key and its line in the audit trail, in one statement. */
async function store({ pool }: KeyDatabase, token: string, show: (token: string) => void): Promise<void> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    await insert(client, token);
    show(token);
    await client.query('COMMIT');
    failed = false;
  } finally {
    client.release(failed); // a session that is closed keeps nothing
  }
}

async function insert(client: PoolClient, token: string): Promise<void> {
  const { prefix, hash } = storedForm(token);
  await client.query(
    `/* first key */ with made as (
      insert into api_key (name, role, prefix, hash) values ('first administrator', 'ADMIN', $1, $2) returning id
    )
    insert into audit_entry (actor, action, record_kind, record_id) select $3, 'createApiKey', 'key', id from made`,
    [prefix, hash, programNames.firstStart],
  );
}

/** Keys are revoked, never removed: whoever has revoked them all did not mean to get a new one with the next start. */
async function hasKeys({ pool }: KeyDatabase): Promise<boolean> {
  const { rows } = await pool.query('/* any key */ select from api_key limit 1');
  return rows.length > 0;
}

async function left({ pool }: KeyDatabase, given: string | undefined): Promise<FirstKey> {
  if (given === undefined) return { made: false, stranger: false };
  const { rows } = await pool.query('/* given key */ select from api_key where hash = $1', [storedForm(given).hash]);
  return { made: false, stranger: rows.length === 0 };
}
