import type { EntityKind, FoundEntity, StoryPart } from '../extraction/extraction';
import type { Work } from '../writing/command';
import type { ExtractedArticle } from './extractedArticle';
import { holdMatched } from './match';
import { loadKeys, loadKnown } from './matching/loadKnown';
import { matchBatch } from './matching/matchBatch';
import { type OriginPlan, planOrigin } from './storing/origins';

/**
 * Where new articles come from, as far as what is printed above and below them alone means a record that is there. An article that
 * is stored with it needn't be stored again with what storeExtractions() finds out, which it would be to the same end.
 * @param before by article, the ids of what it will be tied to before
 * @returns by article; what is not there decides nothing yet
 */
export async function knownOrigins(
  tx: Work['tx'],
  batch: readonly ExtractedArticle[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<ReadonlyMap<string, OriginPlan>> {
  const printed = batch.map(printedOrigin).filter(({ extraction }) => extraction.entities.length > 0);
  if (printed.length === 0) return new Map();
  const keys = await loadKeys(tx, printed);
  const stored = await loadKnown(tx, printed, keys, before);
  const existingLinks = { before, rejected: new Map(), visible: new Set<string>() };
  // Without company: what that decides is decided when the whole article is looked at.
  const result = matchBatch(printed, { ...existingLinks, ...stored, keys, coOccurrence: new Map() });
  if (!(await holdMatched(tx, printed, result))) return new Map();
  const plans = printed.map((article, n) => {
    const known = result.matched[n]!.map((record) => (record?.isNew ? null : record));
    return [article.articleId, planOrigin(article, known)] as const;
  });
  return new Map(plans.flatMap(([id, plan]) => (plan ? [[id, plan]] : [])));
}

/** With the first of each alone: where it is left undecided or is new, the next one is not meant yet. */
function printedOrigin(article: ExtractedArticle): ExtractedArticle {
  const { extraction } = article;
  const first = (wanted: EntityKind, where: StoryPart): FoundEntity[] =>
    extraction.entities
      .filter(({ kind, mentions }) => kind === wanted && mentions.some(({ part }) => part === where))
      .slice(0, 1);
  return {
    ...article,
    extraction: { ...extraction, entities: [...first('PLACE', 'DATELINE'), ...first('ORGANIZATION', 'SOURCE')] },
  };
}
