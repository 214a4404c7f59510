import type { Paging } from '../arguments';
import { page, type Connection, type Edge } from '../connection';
import type { Context } from '../context';
import type { AuditRow, KeyRow } from '../deskRows';
import { globalId, parseId } from '../ids';
import { nodeById } from './query';
import type { Resolvers } from './resolvers';
import { dateTime } from './values';

/** The audit trail, or what it says of one record, by the very id that it had then. */
export function auditEntries(
  context: Context,
  args: Paging & { readonly record?: string | null },
): Connection<Edge<AuditRow>> {
  const all = context.tables.audit_entry;
  const record = typeof args.record === 'string' ? parseId(args.record)?.id : undefined;
  const rows = all.filter((row) => record === undefined || row.record_id === record);
  return page({ rows, all, order: context.orders.auditEntries }, args, context.book);
}

export function apiKeys(context: Context, args: Paging): Connection<Edge<KeyRow>> {
  const all = context.tables.api_key;
  return page({ rows: all, all, order: context.orders.apiKeys }, args, context.book);
}

export const auditEntry: Resolvers<AuditRow> = {
  id: (row) => globalId('AuditEntry', row.id),
  at: (row) => dateTime(row.at),
  actor: (row) => row.actor,
  action: (row) => row.action,
  record: (row, _, context) => nodeById(context, `${row.record_kind}_${row.record_id}`),
  fromVersion: (row) => row.from_version,
  toVersion: (row) => row.to_version,
};

export const apiKey: Resolvers<KeyRow> = {
  id: (row) => globalId('ApiKey', row.id),
  name: (row) => row.name,
  role: (row) => row.role,
  prefix: (row) => row.prefix,
  createdAt: (row) => dateTime(row.created_at),
  lastUsedAt: (row) => dateTime(row.last_used_at),
  expiresAt: (row) => dateTime(row.expires_at),
  revokedAt: (row) => dateTime(row.revoked_at),
};
