import type {
  EntityKind,
  Extraction,
  FoundEntity,
  FoundMention,
  FoundQuote,
  FoundSource,
  Span,
} from '../../src/extraction/extraction';
import { occurrencesOf } from '../../src/text/spans';

/** An entity as a test tells of it: its names are looked up in the headline and the body. */
export interface ToldEntity extends Partial<Omit<FoundEntity, 'kind' | 'mentions'>> {
  readonly kind?: EntityKind;
  readonly name: string;
}

/** A quote as a test tells of it: words that stand in the body, and its one source with the speaker's place among the entities. */
export interface ToldQuote
  extends Partial<Omit<FoundQuote, 'spans' | 'cue' | 'sources'>>, Partial<Omit<FoundSource, 'span' | 'onBehalfOf'>> {
  readonly words: readonly string[];
  readonly cue?: string;
}

/** What an extraction finds in a text when it finds exactly this. */
export function told(
  headline: string,
  body: string,
  entities: readonly ToldEntity[],
  quotes: readonly ToldQuote[] = [],
): Extraction {
  const spanOf = (words: string) => {
    const [span] = occurrencesOf(words, body);
    if (!span) throw new Error(`“${words}” stands nowhere in the body.`);
    return { start: span.start, end: span.end };
  };
  return {
    story: {
      ...{ headline, body, standfirst: null, byline: null, dateline: null, source: null, creditLine: null },
      ...{ language: 'en', images: [] },
    },
    entities: entities.map((entity): FoundEntity => {
      const filled = { kind: 'PERSON', otherNames: [], titles: [], place: null, confidence: 0.9, ...entity } as const;
      return { ...filled, mentions: mentionsOf([filled.name, ...filled.otherNames], headline, body) };
    }),
    quotes: quotes.map(({ words, cue, speaker = null, name = null, title = null, type, ...quote }) => ({
      ...({ kind: 'DIRECT', polarity: 'STATED', confidence: 0.8 } as const),
      ...quote,
      sources:
        speaker === null && name === null && type === undefined
          ? []
          : [{ span: { start: 0, end: 0 }, type: type ?? 'NAMED_PERSON', speaker, name, title, onBehalfOf: null }],
      spans: words.map(spanOf),
      cue: cue === undefined ? null : spanOf(cue),
    })),
  };
}

function mentionsOf(names: readonly string[], headline: string, body: string): FoundMention[] {
  const inPart = (part: 'HEADLINE' | 'BODY', text: string) =>
    names.flatMap((name) =>
      occurrencesOf(name, text).map(
        ({ start, end }) => ({ part, span: { start, end }, text: name, form: 'NAME' }) as const,
      ),
    );
  const all = [...inPart('HEADLINE', headline), ...inPart('BODY', body)];
  // "Rubio" inside of "Marco Rubio" is no mention of its own.
  const within = (span: Span, part: string, other: FoundMention): boolean =>
    other.part === part &&
    other.span.start <= span.start &&
    other.span.end >= span.end &&
    other.span.end - other.span.start > span.end - span.start;
  return all.filter(({ part, span }) => !all.some((other) => within(span, part, other)));
}
