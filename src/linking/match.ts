import { Prisma } from '../generated/prisma/client';
import type { Work } from '../writing/command';
import { entityNames, type ExtractedArticle } from './extractedArticle';
import { loadCoOccurrence } from './matching/loadCoOccurrence';
import { loadKeys, loadKnown } from './matching/loadKnown';
import { type Knowledge, matchBatch, type MatchedBatch } from './matching/matchBatch';

/** What is known of the articles of a batch before they are matched. */
export type ExistingLinks = Pick<Knowledge, 'before' | 'rejected' | 'visible'>;

/**
 * Finds the records that the entities of a batch are, and says which get new ones. Writes nothing. A name that does not decide
 * alone is looked at in the company of others, which is loaded for those alone who need it.
 */
export async function matchExtractions(
  tx: Work['tx'],
  batch: readonly ExtractedArticle[],
  existingLinks: ExistingLinks,
): Promise<MatchedBatch> {
  const keys = await loadKeys(tx, batch);
  const stored = await loadKnown(tx, batch, keys, existingLinks.before);
  // Countries are no company, and who gets a record in this batch has no stored one.
  const among = new Set(stored.entities.filter(({ placeKind }) => placeKind !== 'COUNTRY').map(({ id }) => id));
  let coOccurrence = new Map<string, ReadonlySet<string>>();
  for (;;) {
    const result = matchBatch(batch, { ...existingLinks, ...stored, keys, coOccurrence });
    const added = new Set(result.added.map(({ id }) => id));
    const missing = result.missing.filter(({ id }) => !added.has(id));
    if (missing.length === 0) return result;
    coOccurrence = new Map([...coOccurrence, ...(await loadCoOccurrence(tx, missing, among))]);
  }
}

/** Whether all records that a batch is matched to are still there; they stay until the transaction ends. */
export async function holdMatched(
  tx: Work['tx'],
  batch: readonly ExtractedArticle[],
  { matched }: MatchedBatch,
): Promise<boolean> {
  for (const kind of Object.values(entityNames)) {
    const found = batch.flatMap(({ extraction }, n) =>
      matched[n]!.filter((record, i) => entityNames[extraction.entities[i]!.kind] === kind && record && !record.isNew),
    );
    const ids = new Set(found.map((record) => record!.id));
    if (ids.size === 0) continue;
    const held = await tx.$queryRaw<unknown[]>`
      /* hold matched */ select 1 from ${Prisma.raw(kind)} where id = any(${[...ids]}::uuid[]) order by id for key share`;
    if (held.length < ids.size) return false;
  }
  return true;
}
