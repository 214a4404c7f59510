import { id, plain, text, timestamp } from '../reading/fields';
import type { TypeReading } from '../reading/model';
import { nodeOf } from '../reading/roots';
import { sql } from '../reading/sql';

/** How the audit trail is read. Only editors come here: see @access in the contract. */
export const auditEntry: TypeReading = {
  table: 'audit_entry',
  idPrefix: 'entry',
  visible: { own: () => sql`false` },
  orders: {
    LATEST: {
      descending: true,
      keys: ({ col }) => [
        { value: col('at'), type: 'timestamptz' },
        { value: col('id'), type: 'uuid' },
      ],
    },
  },
  fields: {
    id: id('entry'),
    at: timestamp('at'),
    actor: text('actor'),
    action: text('action'),
    record: nodeOf('record_kind', 'record_id'),
    fromVersion: plain('from_version'),
    toVersion: plain('to_version'),
  },
};
