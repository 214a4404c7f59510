import type { Prisma } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';

/**
 * Gives articles that have a provider's bare id, from before ids were told apart by providers, the uri with the provider's name:
 * those that came from that source, or from none, and then have the item's headline. Nobody may have the new uri yet.
 */
export async function adoptFormerUris(tx: Prisma.TransactionClient, items: readonly CheckedItem[]): Promise<void> {
  const former = items.flatMap(({ uri, formerUri, scope, source, headline }) =>
    formerUri === null ? [] : { uri, former: formerUri, scope, source: source?.name ?? scope, headline },
  );
  if (former.length === 0) return;
  await tx.$executeRaw`
    /* adopt former uris */ update article a set uri = f.uri
    from jsonb_to_recordset(${JSON.stringify(former)}::jsonb) as f(uri text, former text, scope text, source text, headline text)
    where a.uri = f.former and not exists (select 1 from article b where b.uri = f.uri)
      and exists (select 1 from imported_item i where i.article_id = a.id)
      and coalesce((select names_in(o.name_keys) && array[name_key(f.scope), name_key(f.source)] from organization o where o.id = a.source_id),
        a.source_id is null and a.headline = f.headline)`;
}
