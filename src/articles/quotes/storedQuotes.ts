import type { AnchorState, QuoteKind, ReviewStatus } from '../../generated/prisma/enums';
import type { Work } from '../../writing/command';
import type { Span } from '../../text/spans';

/** A quote as it is stored, with the stretches of the version that it belongs to. */
export interface StoredQuote {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly kind: QuoteKind;
  readonly text: string;
  readonly position: number;
  readonly reviewStatus: ReviewStatus;
  readonly anchorState: AnchorState;
  readonly spans: readonly Span[];
  readonly cue: Span | null;
}

/** All quotes of an article, in their order. Nobody else can change them before the transaction ends. */
export async function lockQuotes(tx: Work['tx'], articleId: string): Promise<StoredQuote[]> {
  return tx.$queryRaw<StoredQuote[]>`
    /* lock quotes */ select q.id::text, q.version, q.revision, q.kind::text as kind, q.text, q.position,
      q.review_status::text as "reviewStatus", q.anchor_state::text as "anchorState",
      (select jsonb_agg(jsonb_build_object('start', s.start_offset, 'end', s.end_offset, 'text', s.text) order by s.index)
        from quote_span s where s.quote_id = q.id and s.version = q.version) as spans,
      case when q.cue_text is not null
        then jsonb_build_object('start', q.cue_start, 'end', q.cue_end, 'text', q.cue_text) end as cue
    from quote q where q.article_id = ${articleId}::uuid order by q.position, q.id for update of q`;
}
