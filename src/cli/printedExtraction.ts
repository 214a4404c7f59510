import { styleText } from 'node:util';
import { paragraphsOf } from '../text/body';
import type { Extraction, FoundEntity, FoundQuote } from '../extraction/extraction';
import { codePointCount } from '../text/spans';
import { table } from './table';
import { wrapped } from './wrapped';

/** How to print. */
export interface PrintOptions {
  /** How many characters a line has. */
  readonly columns: number;
  readonly colours: boolean;
}

type Style = Parameters<typeof styleText>[0];

/**
 * An extraction for a terminal: the text with its quotes in brackets, numbered, below each paragraph who says them, and at the
 * end the names. Control characters, which a terminal would obey, are printed as U+FFFD.
 */
export function printedExtraction(extraction: Extraction, { columns, colours }: PrintOptions): string {
  const width = Math.max(20, columns);
  const style = (how: Style, text: string): string =>
    colours ? styleText(how, text, { validateStream: false }) : text;
  const { story, quotes, entities } = extraction;
  const about = [story.source, story.byline, story.dateline, story.creditLine].filter((one) => one !== null);
  const parts = [
    wrapped(shown(story.headline), width)
      .map(({ text }) => style('bold', text))
      .join('\n'),
    ...(about.length > 0 ? [style('dim', shown(about.join(' · ')))] : []),
    ...story.images.map(({ caption }) => style('dim', shown(`[Picture: ${caption}]`))),
    ...paragraphsWith(extraction, width, style),
    quotes.length === 0 ? 'No quotes were found.' : '',
    entities.length === 0 ? 'No names were found.' : namesOf(entities),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A stretch of a quote, with the quote's number. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

function paragraphsWith(
  { story, quotes, entities }: Extraction,
  width: number,
  style: (how: Style, text: string) => string,
): string[] {
  const marks = quotes.flatMap(({ spans }, i): Mark[] => spans.map((span) => ({ ...span, number: i + 1 })));
  let from = 0;
  return paragraphsOf(story.body).map((paragraph) => {
    const [start, end] = [from, from + codePointCount(paragraph)];
    from = end + 2;
    const { text, quoted } = withBrackets(paragraph, start, marks);
    const lines = wrapped(text, width).map((line) => coloured(line, quoted, style));
    const said = quotes.flatMap((quote, i) => {
      const first = quote.spans[0]?.start ?? -1;
      return first >= start && first < end ? [style('green', `  [${i + 1}] ${whoSaid(quote, entities)}`)] : [];
    });
    return [...lines, ...said].join('\n');
  });
}

/** A paragraph with a bracket and a number where a stretch begins, and a bracket where it ends; and which units are quoted. */
function withBrackets(paragraph: string, offset: number, marks: readonly Mark[]) {
  const opens = new Map<number, Mark[]>();
  const closes = new Map<number, number>();
  const length = codePointCount(paragraph);
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start - offset, 0), Math.min(mark.end - offset, length)];
    if (start >= end) continue;
    opens.set(
      start,
      [...(opens.get(start) ?? []), mark].sort((one, other) => other.end - one.end),
    );
    closes.set(end, (closes.get(end) ?? 0) + 1);
  }
  let text = '';
  let depth = 0;
  const quoted: boolean[] = [];
  const put = (piece: string, isQuoted: boolean): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) quoted.push(isQuoted);
  };
  for (const [at, character] of [...shown(paragraph), ''].entries()) {
    const ends = closes.get(at) ?? 0;
    depth -= ends;
    put(']'.repeat(ends), true);
    for (const { number } of opens.get(at) ?? []) {
      depth += 1;
      put(`[${number} `, true);
    }
    put(character, depth > 0);
  }
  return { text, quoted };
}

function coloured(
  { text, start }: { readonly text: string; readonly start: number },
  quoted: readonly boolean[],
  style: (how: Style, text: string) => string,
): string {
  let line = '';
  for (let from = 0; from < text.length;) {
    const isQuoted = quoted[start + from]!;
    let to = from + 1;
    while (to < text.length && quoted[start + to] === isQuoted) to += 1;
    const run = text.slice(from, to);
    line += isQuoted ? style('cyan', run) : run;
    from = to;
  }
  return line;
}

function whoSaid({ sources, kind, polarity, confidence }: FoundQuote, entities: readonly FoundEntity[]): string {
  const who = sources.map(({ speaker, name, title, type }) => {
    const called = speaker === null ? (name ?? sourceNames[type]) : entities[speaker]!.name;
    return title === null ? called : `${called}, ${title}`;
  });
  const facts = [who.length > 0 ? who.join('; ') : sourceNames.UNKNOWN, kind.toLowerCase()];
  if (polarity !== 'STATED') facts.push(polarity.toLowerCase());
  return shown([...facts, percent(confidence)].join(' · '));
}

/** How a source without a name is called. */
const sourceNames = {
  NAMED_PERSON: 'a person',
  NAMED_ORGANIZATION: 'an organization',
  DOCUMENT: 'a document',
  UNNAMED_PERSON: 'somebody unnamed',
  UNNAMED_GROUP: 'several unnamed',
  UNKNOWN: 'nobody is named',
} as const;

function namesOf(entities: readonly FoundEntity[]): string {
  const rows = entities.map(({ kind, name, otherNames, titles, mentions, confidence }) =>
    [kind, name, [...titles, ...otherNames].join(', '), String(mentions.length), percent(confidence)].map(shown),
  );
  return table(['KIND', 'NAME', 'ALSO', 'TIMES', 'SURE'], rows);
}

function percent(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}

/** As many UTF-16 units as before. */
function shown(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
