import { newId } from '../../data/newId';
import { quoteSpanRows } from '../../articles/quotes/spanRows';
import type { Work } from '../../writing/command';
import { byArticle, type Changes } from './changes';
import type { QuoteFacts, QuotePlan, QuotesPlan, StoredQuote } from './quotes';
import { insertRows } from '../../records/insertRows';
import { updateRows } from './rows';

/** The quotes of these articles, by article. Nobody else can change them before the transaction ends. */
export async function lockStoredQuotes(
  tx: Work['tx'],
  articleIds: readonly string[],
): Promise<Map<string, StoredQuote[]>> {
  const rows = await tx.$queryRaw<StoredQuote[]>`
    /* lock quotes of articles */ select q.id::text, q.article_id::text as "articleId", q.version, q.position, q.text, q.kind::text as kind,
      q.method = 'HUMAN' or q.review_status <> 'UNREVIEWED' as kept, q.review_status = 'REJECTED' as rejected,
      q.anchor_state in ('ANCHORED', 'MOVED') as stands,
      case when q.cue_text is not null
        then jsonb_build_object('start', q.cue_start, 'end', q.cue_end, 'text', q.cue_text) end as cue,
      q.speaker_person_id::text as "speakerPersonId", q.speaker_organization_id::text as "speakerOrganizationId",
      q.speaker_name as "speakerName", q.speaker_title as "speakerTitle", q.source_type::text as "sourceType", q.confidence,
      (select jsonb_agg(jsonb_build_object('start', s.start_offset, 'end', s.end_offset, 'text', s.text) order by s.index)
        from quote_span s where s.quote_id = q.id and s.version = q.version) as spans
    from quote q where q.article_id = any(${articleIds}::uuid[]) order by q.article_id, q.position, q.id for update of q`;
  return byArticle(rows);
}

/** What is to be done with the quotes of one article. */
export interface PlannedQuotes {
  readonly articleId: string;
  readonly version: number;
  readonly body: string;
  readonly plan: QuotesPlan;
}

/** Carries out the plans for the quotes of many articles, each kind of change in one statement. */
export async function writeQuotes(tx: Work['tx'], planned: readonly PlannedQuotes[]): Promise<Changes> {
  const all = planned.flatMap(({ plan, ...article }) =>
    plan.plans.map((one) => ({ ...article, ...one, quoteId: one.id ?? newId() })),
  );
  const gone = planned.flatMap(({ plan }) => plan.gone);
  const added = all.filter(({ id }) => id === null);
  const changed = all.filter(({ id, facts }) => id !== null && facts !== null);
  const moved = all.filter(({ facts }) => facts === null);
  if (gone.length > 0) await tx.quote.deleteMany({ where: { id: { in: gone } } });
  const again = changed.filter(({ newSpans }) => newSpans);
  if (again.length > 0) await dropSpans(tx, again);
  await insertRows(tx, 'quote', added.map(rowOf));
  await updateRows(tx, 'quote', changed.map(rowOf));
  await updateRows(
    tx,
    'quote',
    moved.map(({ quoteId, position }) => ({ id: quoteId, position })),
  );
  const spans = all.filter(({ newSpans }) => newSpans).flatMap(spanRowsOf);
  await insertRows(tx, 'quote_span', spans);
  return { added: added.length, changed: changed.length + moved.length, removed: gone.length };
}

type Writing = Omit<PlannedQuotes, 'plan'> & QuotePlan & { readonly quoteId: string };

/** Older versions keep their spans, as history. */
async function dropSpans(tx: Work['tx'], quotes: readonly Writing[]): Promise<void> {
  const [ids, versions] = [quotes.map(({ quoteId }) => quoteId), quotes.map(({ version }) => version)];
  await tx.$executeRaw`
    /* drop spans */ delete from quote_span where (quote_id, version) in (
      select * from unnest(${ids}::uuid[], ${versions}::integer[]))`;
}

function rowOf({ quoteId, articleId, version, position, facts }: Writing) {
  const { text, kind, cue, speakerName, speakerTitle, sourceType, confidence, ...who } = facts as QuoteFacts;
  return {
    ...{ id: quoteId, article_id: articleId, version, position, text, kind, confidence, method: 'RULE' },
    ...{ cue_text: cue?.text ?? null, cue_start: cue?.start ?? null, cue_end: cue?.end ?? null },
    ...{ speaker_person_id: who.speakerPersonId, speaker_organization_id: who.speakerOrganizationId },
    ...{ speaker_name: speakerName, speaker_title: speakerTitle, source_type: sourceType, anchor_state: 'ANCHORED' },
  };
}

function spanRowsOf({ quoteId, articleId, version, body, facts }: Writing) {
  return quoteSpanRows({ quoteId, articleId, version }, body, facts!.spans).map((span) => ({
    ...{ quote_id: quoteId, version, index: span.index, article_id: articleId },
    ...{ start_offset: span.startOffset, end_offset: span.endOffset, text: span.text },
    ...{ prefix: span.prefix, suffix: span.suffix },
  }));
}
