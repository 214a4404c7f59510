import type { IncomingMessage } from 'node:http';
import type pg from 'pg';
import type { ViewerOf } from './viewerOf';
import { clientError } from '../errors/errorCodes';
import type { Log } from '../log';
import type { Viewer } from './audience';
import { isToken } from '../settings/knownForms';
import { storedForm } from './keys';

/**
 * Read by every request that shows a key, from the database that is written to: a revoked key is dead on all nodes at once.
 * With replicas it brings along where the log ends: a replica that has come so far knows all that was written before.
 */
const findKey = (withPosition: boolean) => ({
  name: 'viewer',
  text: `/* viewer */ select id, name, role, coalesce(last_used_at < now() - interval '1 minute', true) as stale,
      ${withPosition ? 'pg_current_wal_insert_lsn()::text' : 'null'} as position
    from api_key where hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
});

const noteUse = {
  name: 'note_use',
  text: `/* note use */ update api_key set last_used_at = now()
    where id = $1 and coalesce(last_used_at < now() - interval '1 minute', true)`,
};

interface FoundKey {
  readonly id: string;
  readonly name: string;
  readonly role: Viewer['role'];
  readonly stale: boolean;
  readonly position: string | null;
}

const anyone: Viewer = Object.freeze({ role: 'READER', name: null });

export interface KeyViewerDependencies {
  readonly pool: pg.Pool;
  /** Whether those who show no key may read what is published. */
  readonly publicRead: boolean;
  /** Whether a viewer is to know where the primary's log ended: for reads at replicas. */
  readonly withPosition: boolean;
  readonly log: Log;
}

/**
 * Tells by the API key of a request who asks. Whoever shows no key is an anonymous reader, where the operator allows that; whoever
 * shows anything else than one good key is refused, always in the same words, which tell nothing about the key.
 */
export function viewersByKey({ pool, publicRead, withPosition, log }: KeyViewerDependencies): ViewerOf {
  const statement = findKey(withPosition);
  const noting = new Set<string>();

  /** Nobody waits for this, and it is no harm when it fails: the next request tries again. */
  function note(id: string): void {
    if (noting.has(id)) return;
    noting.add(id);
    pool
      .query({ ...noteUse, values: [id] })
      .catch((error: unknown) => log.debug({ err: error }, 'the last use of a key could not be noted'))
      .finally(() => noting.delete(id));
  }

  /** The viewer of a request that shows a key. */
  async function withKey(request: Parameters<ViewerOf>[0]): Promise<Viewer> {
    const token = tokenIn(request);
    if (token === null) throw notValid();
    const { rows } = await pool.query<FoundKey>({ ...statement, values: [storedForm(token).hash] });
    const [key] = rows;
    if (!key) throw notValid();
    if (key.stale) note(key.id);
    const { role, name, id: keyId, position } = key;
    return { role, name, keyId, ...(position !== null && { position }) };
  }

  return (request) => {
    if (request.headers.authorization !== undefined) return withKey(request);
    if (!publicRead) throw clientError('UNAUTHENTICATED', `Reading needs an API key here: ${howToShow}`);
    return anyone;
  };
}

/** The key in the header Authorization; null where there is not exactly one header, of the form "Bearer <key>". */
function tokenIn({ headersDistinct }: Pick<IncomingMessage, 'headersDistinct'>): string | null {
  const given = headersDistinct.authorization ?? [];
  const token = given.length === 1 ? /^bearer +(\S+)$/i.exec(given[0]!)?.[1] : undefined;
  return token !== undefined && isToken(token) ? token : null;
}

const howToShow = 'send it as "Authorization: Bearer <key>".';

function notValid(): Error {
  return clientError('UNAUTHENTICATED', `This is not a valid API key: get one that works, and ${howToShow}`);
}
