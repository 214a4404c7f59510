import type { Table } from './table';

/** Why answers about keys and the audit trail are never kept. */
const isSilent = 'Only editors are answered from it, and their answers are never cached.';

/** The tables of which no export holds anything: they belong to one installation. */
export const unexported = {
  api_key: {
    name: 'api_key',
    exported: {},
    texts: ['name', 'prefix'],
    left: {
      id: 'An id.',
      role: 'An enumeration.',
      hash: 'No text: a hash of the key.',
      created_at: 'A moment.',
      last_used_at: 'A moment.',
      expires_at: 'A moment.',
      revoked_at: 'A moment.',
    },
    isSilent,
  },
  audit_entry: {
    name: 'audit_entry',
    exported: {},
    texts: ['actor'],
    left: {
      id: 'An id.',
      at: 'A moment.',
      api_key_id: 'An id.',
      action: 'The name of a mutation, as in the contract.',
      record_kind: 'The prefix of a global id.',
      record_id: 'An id.',
      from_version: 'A number.',
      to_version: 'A number.',
    },
    isSilent,
  },
  answered_call: {
    name: 'answered_call',
    exported: {},
    texts: ['caller', 'key', 'answer'],
    left: {
      action: 'The name of a mutation, as in the contract.',
      input_hash: 'No text: a hash of the input.',
      at: 'A moment.',
    },
    isSilent: 'No query reads it.',
  },
  search_language: {
    name: 'search_language',
    exported: {},
    left: { config: 'The name of a text search configuration; a trigger keeps it.' },
  },
} as const satisfies Readonly<Record<string, Table>>;
