import { keyCreation } from '../../src/apiKeys/commands';
import { newToken } from '../../src/auth/keys';
import type { AccessRole } from '../../src/contract/schema.types';
import { executeCommand } from '../../src/writing/transaction';
import type { TestDatabase } from './database';

export interface TestKey {
  readonly id: string;
  readonly token: string;
  /** What a request with this key sends. */
  readonly headers: { readonly authorization: string };
}

/** Makes an API key as the program does. */
export async function makeKey(database: TestDatabase, role: AccessRole, name: string = role): Promise<TestKey> {
  const token = newToken();
  const result = await executeCommand(database.prisma, {
    action: 'createApiKey',
    command: keyCreation(() => token),
    input: { name, role },
    viewer: { role: 'ADMIN', name: 'test' },
    key: null,
  });
  if ('userErrors' in result) throw new Error(result.userErrors.map(({ message }) => message).join(' '));
  return { id: result.records.apiKey!, token, headers: { authorization: `Bearer ${token}` } };
}
