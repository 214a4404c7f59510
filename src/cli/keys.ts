import { apiKeyCommands, programNames } from '../apiKeys/commands';
import { isToken } from '../settings/knownForms';
import { findKeys, type ListedKey } from '../apiKeys/listedKeys';
import type { Database } from '../data/database';
import type { AccessRole } from '../contract/schema.types';
import type { Done } from '../writing/command';
import { executeCommand } from '../writing/transaction';
import { NotDone } from './notDone';
import { table } from './table';

interface Output {
  readonly json?: true;
}

type KeyDatabase = Pick<Database, 'prisma'>;

/** `verbatim key create`: the key itself is all that stdout gets, so that a script can take it. */
export async function createKey(
  database: KeyDatabase,
  { name, role, expires, json }: { name: string; role: AccessRole; expires?: string } & Output,
): Promise<void> {
  const input = { name, role, ...(expires !== undefined && { expiresAt: expires }) };
  const { records, secrets } = await run(database, 'createApiKey', input);
  const token = secrets!.token!;
  if (json) {
    const [key] = await findKeys(database.prisma, { id: records.apiKey! });
    print({ ...key, token });
  } else {
    tell(`The key of "${name.trim()}" (${role}). It is shown this once: keep it in a safe place.`);
    print(token);
  }
}

/** `verbatim key list`. */
export async function listKeys({ prisma }: KeyDatabase, { json }: Output): Promise<void> {
  const keys = await findKeys(prisma, {});
  if (json) print(keys);
  else if (keys.length > 0) print(tableOf(keys));
  else tell('There are no keys. Make one: verbatim key create --name … --role …');
}

/** `verbatim key revoke`: also one that was found somewhere, by the key itself. */
export async function revokeKey(database: KeyDatabase, given: string, { json }: Output): Promise<void> {
  const found = await findKeys(database.prisma, wantedBy(given));
  if (found.length > 1) throw new NotDone(`Several keys begin so; revoke one by its id:\n${tableOf(found)}`);
  const [key] = found;
  if (!key) throw new NotDone('There is no such key: look it up with verbatim key list.');
  await run(database, 'revokeApiKey', { id: key.id });
  const [after] = await findKeys(database.prisma, { id: key.id.slice('key_'.length) });
  const was = key.revokedAt === null ? 'Revoked' : `Was revoked already, at ${key.revokedAt}`;
  if (json) print(after);
  else tell(`${was}: ${key.prefix}… "${key.name}" (${key.role}).`);
}

function wantedBy(given: string): Parameters<typeof findKeys>[1] {
  if (isToken(given)) return { token: given };
  const id = /^(?:key_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(given)?.[1];
  if (id !== undefined) return { id };
  if (/^vbt_[\w-]{4,8}$/.test(given)) return { beginning: given };
  throw new NotDone('Name the key by its id, or by 8 to 12 of its first characters, as verbatim key list shows them.');
}

/** Carries out the same command as the mutation of that name does, with its line in the audit trail. */
async function run({ prisma }: KeyDatabase, action: keyof typeof apiKeyCommands, input: object): Promise<Done> {
  const result = await executeCommand(prisma, {
    action,
    command: apiKeyCommands[action],
    input: { ...input },
    viewer: { role: 'ADMIN', name: programNames.commandLine },
    key: null,
  });
  if ('userErrors' in result) throw new NotDone(result.userErrors.map(({ message }) => message).join('\n'));
  return { ...result, audit: [] };
}

function tableOf(keys: readonly ListedKey[]): string {
  const minute = (time: string | null): string => (time === null ? '-' : time.slice(0, 16).replace('T', ' '));
  return table(
    ['BEGINNING', 'ROLE', 'STATE', 'NAME', 'MADE (UTC)', 'LAST USED', 'EXPIRES', 'ID'],
    keys.map((key) => [
      ...[key.prefix, key.role, key.state, key.name],
      ...[minute(key.createdAt), minute(key.lastUsedAt), minute(key.expiresAt), key.id],
    ]),
  );
}

/** For whoever takes the result: words as they are, anything else as JSON. */
function print(result: unknown): void {
  process.stdout.write(`${typeof result === 'string' ? result : JSON.stringify(result, null, 2)}\n`);
}

/** For the person at the terminal. */
function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}
