import type { Paging } from '../arguments';
import { page, type Connection, type Edge } from '../connection';
import type { Context } from '../context';
import type { AuditRow, KeyRow } from '../deskRows';
import { globalId, parseId } from '../ids';
import { moment } from '../load';
import { latestCorrection } from '../orders';
import type { ArticleRow, CorrectionRow } from '../rows';
import { nodeById } from './query';
import type { Resolvers } from './resolvers';
import { dateTime } from './values';

export interface Withdrawn {
  readonly article: ArticleRow;
  readonly notice: CorrectionRow;
}

/** The latest notice in place of an article; of one that was withdrawn under embargo, or never published, readers are told nothing. */
export function withdrawalOf({ tables, sight }: Context, isIt: (row: ArticleRow) => boolean): Withdrawn | null {
  const article = tables.article.find((row) => row.status === 'WITHDRAWN' && isIt(row));
  const [notice] = tables.correction
    .filter((row) => row.article_id === article?.id && (row.kind === 'RETRACTION' || row.kind === 'KILL'))
    .sort(latestCorrection);
  if (!article || !notice) return null;
  const ended = article.embargoed_until === null || moment(article.embargoed_until) <= moment(notice.created_at);
  return (ended && article.public_since !== null) || sight.everything ? { article, notice } : null;
}

export const withdrawal: Resolvers<Withdrawn> = {
  slug: ({ article }) => article.slug,
  kind: ({ notice }) => notice.kind,
  notice: ({ notice }) => notice.text,
  withdrawnAt: ({ notice }) => dateTime(notice.created_at),
};

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
