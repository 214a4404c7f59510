import type { Prisma } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';
import type { Decision } from './stateRule';

/**
 * Remembers kills by their uris, and withholds of what nothing here has the uri of. Of two the kill stays, and else the later one.
 */
export async function holdItems(
  tx: Prisma.TransactionClient,
  decided: readonly { readonly item: CheckedItem; readonly decision: Decision }[],
): Promise<void> {
  const rows = decided.flatMap(({ item, decision }) => {
    const isKill = item.status === 'WITHDRAWN' && decision.effect !== 'UNCHANGED' && decision.effect !== 'REFUSED';
    if (!isKill && decision.effect !== 'HELD') return [];
    const { uri, versionAt, versionNumber, note } = item;
    const status = isKill ? 'WITHDRAWN' : 'DRAFT';
    return {
      uri,
      status,
      version_at: versionAt,
      version_number: versionNumber,
      digest: item.digest.toString('hex'),
      note,
    };
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    /* hold items */ insert into held_item (uri, status, version_at, version_number, digest, note)
    select uri, status::article_status, version_at, version_number, decode(digest, 'hex'), note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h(uri text, status text, version_at timestamptz,
      version_number bigint, digest text, note text)
    on conflict (uri) do update set status = excluded.status, version_at = excluded.version_at,
      version_number = excluded.version_number, digest = excluded.digest, note = excluded.note, at = now()
    where excluded.status = 'WITHDRAWN' or (held_item.status <> 'WITHDRAWN' and (held_item.version_at is null
      or excluded.version_at is null or excluded.version_at >= held_item.version_at))`;
}
