import { extract } from '../../src/extraction/extract';
import { type FoundQuote } from '../../src/extraction/extraction';
import { cutStory } from '../../src/extraction/story/cutStory';

/** A quote as tests compare it: its words joined by " | ", and the names of its speakers (or the words that stand for them). */
export interface TestedQuote {
  readonly words: string;
  readonly polarity: FoundQuote['polarity'];
  readonly kind: FoundQuote['kind'];
  readonly speakers: readonly string[];
  readonly titles: readonly (string | null)[];
  readonly confidence: number;
}

/** The quotes that are found in a body. */
export function quotesIn(body: string, language = 'en'): TestedQuote[] {
  const { quotes, entities } = extract({ ...cutStory(''), headline: '', body, language });
  const points = [...body];
  const text = ({ start, end }: { start: number; end: number }) => points.slice(start, end).join('');
  return quotes.map(({ spans, polarity, kind, sources, confidence }) => ({
    words: spans.map(text).join(' | '),
    ...{ polarity, kind, confidence },
    speakers: sources.map(({ speaker, span }) => (speaker === null ? text(span) : entities[speaker]!.name)),
    titles: sources.map(({ title }) => title),
  }));
}

/** The quotes of a body as one line each: `STATED Ann Lee: the words`. */
export function linesIn(body: string, language?: string): string[] {
  return quotesIn(body, language).map(
    ({ polarity, speakers, words }) => `${polarity} ${speakers.join(' & ')}: ${words}`,
  );
}
