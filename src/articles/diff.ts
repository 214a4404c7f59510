import { carrySpans } from './anchoring/carrySpans';
import { editScript, type EditScript } from './anchoring/editScript';
import { type Change, changesOf } from './anchoring/wordDiff';
import type { AnchorState } from '../generated/prisma/enums';
import type { Span } from '../text/spans';
import type { Fetch } from '../reading/executionContext';

/** What `articleDiff` answers, as readDiff.ts takes it apart. */
interface Diff {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Pick<Change, 'kind' | 'text'>[];
  readonly quotes: readonly { readonly id: string; readonly state: AnchorState }[];
}

/** A quote that has words in the one version, and those that it has in the other. */
interface QuoteWords {
  readonly id: string;
  readonly before: readonly Span[];
  readonly after: readonly Span[] | null;
}

/** What changed between the bodies of two versions of an article; null where one of them is not there. */
export async function diffOf(fetch: Fetch, article: string, from: number, to: number): Promise<Diff | null> {
  const versions = await fetch<{ number: number; body: string }>(
    '/* versions to compare */ select number, body from article_version where article_id = $1 and number in ($2, $3)',
    [article, from, to],
  );
  const bodyOf = (wanted: number) => versions.find(({ number }) => number === wanted)?.body;
  const [before, after] = [bodyOf(from), bodyOf(to)];
  if (before === undefined || after === undefined) return null;
  const script = editScript(before, after);
  const quotes = await quotesIn(fetch, article, from, to);
  return {
    from,
    to,
    changes: changesOf(script).map(({ kind, text }) => ({ kind, text })),
    quotes: quotes.map((quote) => ({ id: quote.id, state: stateOf(script, quote) })),
  };
}

async function quotesIn(fetch: Fetch, article: string, from: number, to: number): Promise<QuoteWords[]> {
  const spans = (version: string) =>
    `(select jsonb_agg(jsonb_build_object('start', start_offset, 'end', end_offset, 'text', text) order by index)
      from quote_span s where s.quote_id = q.id and s.version = ${version})`;
  return fetch<QuoteWords>(
    `/* quotes to compare */ select * from (
      select q.id::text, ${spans('$2')} as before, ${spans('$3')} as after from quote q where q.article_id = $1
    ) w where before is not null order by (before -> 0 -> 'start')::integer, id`,
    [article, from, to],
  );
}

/** By the words that the quote has in the later version, where it was tied to any; else by the rules. */
function stateOf(script: EditScript, { before, after }: QuoteWords): AnchorState {
  const carried = carrySpans(script, before);
  if (!after) return carried.state;
  if (JSON.stringify(before.map(({ text }) => text)) !== JSON.stringify(after.map(({ text }) => text)))
    return 'ALTERED';
  return carried.spans[0]?.start === after[0]!.start ? carried.state : 'MOVED';
}
