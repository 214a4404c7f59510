import { newId } from '../../data/newId';
import { spanColumns } from '../../articles/quotes/spanRows';
import type { Work } from '../../writing/command';
import { byArticle, type Changes } from './changes';
import type { MentionPlan, MentionsPlan, StoredMention } from './mentions';
import { insertRows } from '../../records/insertRows';
import { updateRows } from './rows';

/** The mentions of these articles, by article. Nobody else can change them before the transaction ends. */
export async function lockStoredMentions(
  tx: Work['tx'],
  articleIds: readonly string[],
): Promise<Map<string, StoredMention[]>> {
  const rows = await tx.$queryRaw<StoredMention[]>`
    /* lock mentions of articles */ select m.id::text, m.article_id::text as "articleId", m.version, m.position, m.rel::text as rel,
      case when m.person_id is not null then 'person' when m.place_id is not null then 'place' else 'organization' end as kind,
      coalesce(m.person_id, m.organization_id, m.place_id)::text as "entityId", m.confidence,
      m.method = 'HUMAN' or m.review_status <> 'UNREVIEWED' as kept, m.review_status = 'REJECTED' as rejected,
      coalesce((select jsonb_agg(jsonb_build_object('start', s.start_offset, 'end', s.end_offset, 'text', s.text) order by s.index)
        from mention_span s where s.mention_id = m.id and s.version = m.version), '[]') as spans
    from mention m where m.article_id = any(${articleIds}::uuid[]) order by m.article_id, m.position, m.id for update of m`;
  return byArticle(rows);
}

/** What is to be done with the mentions of one article. */
export interface PlannedMentions {
  readonly articleId: string;
  readonly version: number;
  readonly plan: MentionsPlan;
}

/** Carries out the plans for the mentions of many articles, each kind of change in one statement. */
export async function writeMentions(tx: Work['tx'], planned: readonly PlannedMentions[]): Promise<Changes> {
  const all = planned.flatMap(({ plan, ...article }) =>
    plan.plans.map((one) => ({ ...article, ...one, mentionId: one.id ?? newId() })),
  );
  const gone = planned.flatMap(({ plan }) => plan.gone);
  const added = all.filter(({ id }) => id === null);
  const changed = all.filter(({ id, facts }) => id !== null && facts !== null);
  const moved = all.filter(({ facts }) => facts === null);
  if (gone.length > 0) await tx.mention.deleteMany({ where: { id: { in: gone } } });
  const again = changed.filter(({ newSpans }) => newSpans);
  if (again.length > 0) await dropSpans(tx, again);
  await insertRows(tx, 'mention', added.map(rowOf));
  await updateRows(tx, 'mention', changed.map(rowOf));
  await updateRows(
    tx,
    'mention',
    moved.map(({ mentionId, position }) => ({ id: mentionId, position })),
  );
  await insertRows(tx, 'mention_span', all.filter(({ newSpans }) => newSpans).flatMap(spanRowsOf));
  return { added: added.length, changed: changed.length + moved.length, removed: gone.length };
}

type Writing = Omit<PlannedMentions, 'plan'> & MentionPlan & { readonly mentionId: string };

/** Older versions keep their spans, as history. */
async function dropSpans(tx: Work['tx'], mentions: readonly Writing[]): Promise<void> {
  const [ids, versions] = [mentions.map(({ mentionId }) => mentionId), mentions.map(({ version }) => version)];
  await tx.$executeRaw`
    /* drop spans */ delete from mention_span where (mention_id, version) in (
      select * from unnest(${ids}::uuid[], ${versions}::integer[]))`;
}

function rowOf({ mentionId, articleId, version, position, facts }: Writing) {
  const { kind, entityId, rel, confidence } = facts!;
  const owner = { person_id: null, organization_id: null, place_id: null, [`${kind}_id`]: entityId };
  return { id: mentionId, article_id: articleId, version, position, rel, ...owner, confidence, method: 'RULE' };
}

function spanRowsOf({ mentionId, articleId, version, facts }: Writing) {
  return facts!.spans.map((span, i) => {
    const { index, startOffset, endOffset, text } = spanColumns(span, i);
    return {
      ...{ mention_id: mentionId, version, index, article_id: articleId },
      ...{ start_offset: startOffset, end_offset: endOffset, text },
    };
  });
}
