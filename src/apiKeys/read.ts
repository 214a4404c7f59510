import { enumeration, id, text, timestamp } from '../reading/fields';
import type { TypeReading } from '../reading/model';
import type { ExecutionContext } from '../reading/executionContext';
import { Param, sql } from '../reading/sql';

const isAdmin = sql`${new Param('boolean', ({ viewer }: ExecutionContext) => viewer.role === 'ADMIN')}`;

/**
 * How API keys are read: never their hashes, and by administrators only. The contract's @access closes the list; this closes the
 * other ways to a key: `node`, and the audit trail's `record`.
 */
export const apiKey: TypeReading = {
  table: 'api_key',
  idPrefix: 'key',
  visible: { own: () => isAdmin, forEditors: true },
  orders: {
    LATEST: {
      descending: true,
      keys: ({ col }) => [
        { value: col('created_at'), type: 'timestamptz' },
        { value: col('id'), type: 'uuid' },
      ],
    },
  },
  fields: {
    id: id('key'),
    name: text('name'),
    role: enumeration('role'),
    prefix: text('prefix'),
    createdAt: timestamp('created_at'),
    lastUsedAt: timestamp('last_used_at'),
    expiresAt: timestamp('expires_at'),
    revokedAt: timestamp('revoked_at'),
  },
};
