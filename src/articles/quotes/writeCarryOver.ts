import { inTextOrder } from '../textOrder';
import type { Work } from '../../writing/command';
import { type CarryOverResult, stands, type Target } from './carryOver';
import { quoteSpanRows } from './spanRows';

/**
 * Stores what became of an article's quotes in a version: all of them, so that their positions follow the text. The stretches
 * that they had in older versions stay, as history. The version's row must be there.
 */
export async function writeCarryOver(
  { tx, viewer }: Pick<Work, 'tx' | 'viewer'>,
  articleId: string,
  target: Target,
  fates: readonly CarryOverResult[],
): Promise<void> {
  const carried = fates.filter(({ spans }) => spans !== null);
  const again = carried.filter(({ quote }) => quote.version === target.number).map(({ quote }) => quote.id);
  if (again.length > 0) await tx.quoteSpan.deleteMany({ where: { quoteId: { in: again }, version: target.number } });
  const { number: version, body } = target;
  const data = carried.flatMap(({ quote, spans }) =>
    quoteSpanRows({ quoteId: quote.id, articleId, version }, body, spans!),
  );
  await tx.quoteSpan.createMany({ data });
  const rows = inTextOrder(fates.map((fate) => ({ fate, position: fate.quote.position, start: startOf(fate, target) })))
    .map(({ fate }, i) => rowOf(fate, target, i + 1))
    .filter((row) => row !== null);
  if (rows.length === 0) return;
  await tx.$executeRaw`
    /* carry quotes */ update quote q set version = f.version, text = f.text, position = f.position,
      anchor_state = f.state::anchor_state, cue_text = f.cue_text, cue_start = f.cue_start, cue_end = f.cue_end,
      review_status = coalesce(f.review::review_status, q.review_status),
      reviewed_at = case when f.review is null then q.reviewed_at else now() end,
      reviewed_by = case when f.review is null then q.reviewed_by else ${viewer.name} end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, version integer, text text, position integer,
      state text, cue_text text, cue_start integer, cue_end integer, review text)
    where q.id = f.id`;
}

function startOf({ spans, quote, state }: CarryOverResult, target: Target): number | null {
  if (spans) return spans[0]!.start;
  return quote.version === target.number && stands(state) ? quote.spans[0]!.start : null;
}

/** The quote's new columns; null where nothing changes. */
function rowOf({ quote, state, spans, cue, review }: CarryOverResult, target: Target, position: number) {
  if (!spans && !review && state === quote.anchorState && position === quote.position) return null;
  return {
    id: quote.id,
    version: spans ? target.number : quote.version,
    text: spans ? spans.map(({ text }) => text).join(' ') : quote.text,
    position,
    state,
    cue_text: cue?.text ?? null,
    cue_start: cue?.start ?? null,
    cue_end: cue?.end ?? null,
    review: review ?? null,
  };
}
