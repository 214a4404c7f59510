import type { CreateApiKeyInput, RevokeApiKeyInput } from '../contract/schema.types';
import { parseId } from '../reading/ids';
import type { Command, Done, Work } from '../writing/command';
import { lineIn } from '../writing/inputTexts';
import { newToken, storedForm } from '../auth/keys';

/** How long a key's name may be, in characters: it stands in lists and in each line of the audit trail. */
const longestName = 100;

/** Who acts where no key does. No key may be called so: the audit trail would be misread. */
export const programNames = { commandLine: 'command line', firstStart: 'first start', scheduler: 'scheduler' } as const;

/** Makes the command that stores a key; the token is chosen by the caller, and shown by the command once. */
export function keyCreation(makeToken: () => string): Command<CreateApiKeyInput> {
  return async ({ tx, userErrors }, { name: given, role, expiresAt }) => {
    const name = lineIn(userErrors, 'name', given, longestName);
    checkNotProgram(userErrors, name);
    if (expiresAt != null && !(await isAhead(tx, expiresAt))) {
      userErrors.add(
        'INVALID',
        'expiresAt',
        'This moment is over: give one to come, or leave it out for a key that stays.',
      );
    }
    userErrors.check();
    const token = makeToken();
    const data = { name, role, expiresAt: expiresAt ?? null, ...storedForm(token) };
    const { id } = await tx.apiKey.create({ data, select: { id: true } });
    return { records: { apiKey: id }, secrets: { token }, audit: [{ kind: 'key', id }] };
  };
}

function checkNotProgram(userErrors: Work['userErrors'], name: string): void {
  const taken = Object.values(programNames).find((one) => one === name.toLowerCase());
  if (taken)
    userErrors.add('INVALID', 'name', `The audit trail calls the program itself "${taken}": choose another name.`);
}

/** By the database's clock, which alone decides later when the key stops working. */
async function isAhead(tx: Work['tx'], moment: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ ahead: boolean }[]>`
    /* is it ahead */ select ${moment}::timestamptz > clock_timestamp() as ahead`;
  return row!.ahead;
}

/**
 * Revokes a key. One that is revoked already stays as it is and nothing is written: whoever revokes a key in a hurry wants it
 * dead, not to hear that a colleague was faster. The last key of an administrator goes only by the command line, which can make
 * another one.
 */
const revokeApiKey: Command<RevokeApiKeyInput> = async ({ tx, viewer, userErrors }, input): Promise<Done> => {
  const given = parseId(input.id);
  if (given?.prefix !== 'key')
    return userErrors.stop('INVALID', 'id', 'This is not the id of a key: give it as the API gave it.');
  const { uuid: id } = given;
  const key = await lockKey(tx, id, viewer.keyId !== undefined);
  if (!key) return userErrors.stop('NOT_FOUND', 'id', 'There is no key with this id: look it up in apiKeys.');
  const records = { apiKey: id };
  if (key.revoked) return { records, audit: [] };
  if (key.last) {
    const message = 'This is the last working key of an administrator: make another one first, then revoke this one.';
    userErrors.stop('INVALID', 'id', message, { kind: 'key', id });
  }
  await tx.$executeRaw`/* revoke key */ update api_key set revoked_at = clock_timestamp() where id = ${id}::uuid`;
  return { records, audit: [{ kind: 'key', id }] };
};

/**
 * Takes hold of a key, and of all working keys of administrators, in the order of their ids: two that revoke each other's at
 * the same moment come one after the other, and the second is told that hers is the last.
 */
async function lockKey(
  tx: Work['tx'],
  id: string,
  sparesLast: boolean,
): Promise<{ readonly revoked: boolean; readonly last: boolean } | null> {
  const rows = await tx.$queryRaw<{ id: string; revoked: boolean; opens: boolean }[]>`
    /* lock keys */ select id::text, revoked_at is not null as revoked,
      role = 'ADMIN' and revoked_at is null and (expires_at is null or expires_at > clock_timestamp()) as opens
    from api_key where id = ${id}::uuid or (role = 'ADMIN' and revoked_at is null) order by api_key.id for update`;
  const key = rows.find((row) => row.id === id);
  if (!key) return null;
  return { revoked: key.revoked, last: sparesLast && key.opens && rows.filter((row) => row.opens).length === 1 };
}

/** The commands of this folder, by the names of their mutations. */
export const apiKeyCommands = { createApiKey: keyCreation(newToken), revokeApiKey };
