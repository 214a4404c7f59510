import { carrySpans } from '../../articles/anchoring/carrySpans';
import { editScript, type EditScript } from '../../articles/anchoring/editScript';
import { occurrencesOf, type Span, wordsAfter, wordsBefore } from '../../text/spans';
import type { Work } from '../../writing/command';
import type { StoredQuote } from './quotes';

/** The text of an older version of an article that holds a quote which an editor rejected. */
export interface OldBody {
  readonly articleId: string;
  readonly number: number;
  readonly body: string;
}

/** The older versions that rejected quotes stayed with when their articles got new ones. */
export async function loadRejectedBodies(
  tx: Work['tx'],
  quotes: readonly StoredQuote[],
  versions: ReadonlyMap<string, number>,
): Promise<readonly OldBody[]> {
  const old = quotes.filter(({ articleId, version, rejected }) => rejected && version !== versions.get(articleId));
  if (old.length === 0) return [];
  return tx.$queryRaw<OldBody[]>`
    /* texts of rejected quotes */ select article_id::text as "articleId", number, body from article_version
    where (article_id, number) in (
      select * from unnest(${old.map((one) => one.articleId)}::uuid[], ${old.map((one) => one.version)}::integer[]))`;
}

/**
 * Where the words of quotes that an editor rejected in older versions of an article stand in its text now: nobody is to be asked
 * about them again. A quote of which a part is gone is another one.
 * @param bodies the texts of the article's older versions
 */
export function rejectedSpans(quotes: readonly StoredQuote[], bodies: readonly OldBody[], body: string): Span[] {
  return bodies.flatMap((old) => {
    const rejected = quotes.filter((quote) => quote.rejected && quote.version === old.number);
    const script = editScript(old.body, body);
    return rejected.flatMap(({ spans }) => standing(script, spans));
  });
}

/** Words that can't be told from others like them count as the same where what is around them is. */
function standing(script: EditScript, spans: readonly Span[]): readonly Span[] {
  const carried = carrySpans(script, spans);
  if (carried.spans.length > 0) return carried.spans;
  const found = spans.map((span) => alike(script, span));
  return found.every((places) => places.length > 0) ? found.flat() : [];
}

function alike({ before, after }: EditScript, { start, end, text }: Span): Span[] {
  const [prefix, suffix] = [wordsBefore(before.text, start), wordsAfter(before.text, end)];
  return occurrencesOf(text, after.text).filter(
    (place) => wordsBefore(after.text, place.start) === prefix && wordsAfter(after.text, place.end) === suffix,
  );
}
