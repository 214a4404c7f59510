import type { StoryPart } from '../../extraction/extraction';
import type { Work } from '../../writing/command';
import type { ExtractedArticle } from '../extractedArticle';
import type { Matched } from '../matching/matchBatch';

/** Where an article comes from, as far as its record said nothing of it. */
export interface OriginPlan {
  readonly articleId: string;
  /** The place that the dateline names. */
  readonly locatedId: string | null;
  /** The organization that is printed as the source. */
  readonly sourceId: string | null;
}

/** What a first extraction tells of an article's place and source. Later ones don't: an editor may have emptied them. */
export function planOrigin({ articleId, extraction }: ExtractedArticle, matched: Matched): OriginPlan | null {
  const named = (kind: 'PLACE' | 'ORGANIZATION', where: StoryPart): string | null => {
    const index = extraction.entities.findIndex(
      (found, i) => found.kind === kind && matched[i] && found.mentions.some(({ part }) => part === where),
    );
    return matched[index]?.id ?? null;
  };
  const plan = { articleId, locatedId: named('PLACE', 'DATELINE'), sourceId: named('ORGANIZATION', 'SOURCE') };
  return plan.locatedId === null && plan.sourceId === null ? null : plan;
}

/** Stores them where nothing is said yet. Other rows stay: to write one costs as much as its words' place in the index. */
export async function writeOrigins(tx: Work['tx'], plans: readonly OriginPlan[]): Promise<void> {
  if (plans.length === 0) return;
  await tx.$executeRaw`
    /* found origins */ update article a
    set located_id = coalesce(a.located_id, f.located), source_id = coalesce(a.source_id, f.source)
    from unnest(${plans.map((one) => one.articleId)}::uuid[], ${plans.map((one) => one.locatedId)}::uuid[],
      ${plans.map((one) => one.sourceId)}::uuid[]) as f (id, located, source)
    where a.id = f.id and (a.located_id is null and f.located is not null or a.source_id is null and f.source is not null)`;
}
