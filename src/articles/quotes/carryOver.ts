import { carrySpans } from '../anchoring/carrySpans';
import { editScript, type EditScript } from '../anchoring/editScript';
import type { AnchorState } from '../../generated/prisma/enums';
import { allChangedWords } from './changedWords';
import type { Span } from '../../text/spans';
import type { StoredQuote } from './storedQuotes';

/** A version that quotes are carried to. */
export interface Target {
  readonly number: number;
  readonly body: string;
}

/** What becomes of a quote in a version. */
export interface CarryOverResult {
  readonly quote: StoredQuote;
  readonly state: AnchorState;
  /** Its stretches in the version; null where it stays tied to the version that it has. */
  readonly spans: readonly Span[] | null;
  /** The words that say that it was said, where they stand in the version too. */
  readonly cue: Span | null;
  /** What an editor decided about it in this call. */
  readonly review?: 'VERIFIED' | 'REJECTED';
}

/** Carries the quotes of one article to one of its versions, by the rules of src/anchoring. */
export class CarryOver {
  private readonly scripts = new Map<number, EditScript>();

  /** @param bodies the texts of the versions that quotes are tied to, by their numbers */
  constructor(
    readonly target: Target,
    private readonly bodies: ReadonlyMap<number, string>,
  ) {}

  /**
   * What becomes of a quote when nobody decides about it. One that was rejected stays where it is; one whose words changed
   * earlier is looked for again, from the text in which it stood.
   */
  fateOf(quote: StoredQuote): CarryOverResult {
    const { anchorState, spans, version } = quote;
    const stays: CarryOverResult = { quote, state: anchorState, spans: null, cue: quote.cue };
    if (quote.reviewStatus === 'REJECTED' || version === this.target.number) return stays;
    if (this.bodyOf(quote) === this.target.body) {
      return { ...stays, state: stands(anchorState) ? anchorState : 'ANCHORED', spans };
    }
    const carried = carrySpans(this.scriptFrom(quote), spans);
    if (!stands(carried.state)) return { ...stays, state: carried.state };
    return { quote, state: carried.state, spans: carried.spans, cue: this.cueOf(quote) };
  }

  /** The same when an editor says which words of the version are the quote now. */
  reviseTo(quote: StoredQuote, spans: readonly Span[]): CarryOverResult {
    return { quote, state: 'ANCHORED', spans, cue: this.cueOf(quote), review: 'VERIFIED' };
  }

  /** The words that stand where the quote stood, where their borders are certain. */
  proposalFor(quote: StoredQuote): Span[] | null {
    return quote.version === this.target.number ? null : allChangedWords(this.scriptFrom(quote), quote.spans);
  }

  private cueOf(quote: StoredQuote): Span | null {
    if (!quote.cue || quote.version === this.target.number) return quote.cue;
    return carrySpans(this.scriptFrom(quote), [quote.cue]).spans[0] ?? null;
  }

  private bodyOf({ version }: StoredQuote): string {
    return this.bodies.get(version)!;
  }

  private scriptFrom(quote: StoredQuote): EditScript {
    let script = this.scripts.get(quote.version);
    if (!script) this.scripts.set(quote.version, (script = editScript(this.bodyOf(quote), this.target.body)));
    return script;
  }
}

/** Whether a quote in this state stands in the text. */
export function stands(state: AnchorState): boolean {
  return state === 'ANCHORED' || state === 'MOVED';
}
