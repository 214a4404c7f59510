import type { SpanInput } from '../../contract/schema.types';
import type { ErrorDetails, UserErrors } from '../../writing/userErrors';
import { codePointCount, occurrencesOf, type Span, wordsAfter, wordsAt, wordsBefore } from '../../text/spans';

/** How an editor names the stretches of a quote: by their exact words, or by offsets; one of the two. */
export interface NamedSpans {
  readonly words?: readonly string[] | null | undefined;
  readonly spans?: readonly SpanInput[] | null | undefined;
}

/** How many stretches a quote may have. */
const mostSpans = 50;
/** How many places of ambiguous words a message lists. */
const mostPlaces = 10;
/** How many of them an error tells as data. */
const mostOccurrences = 100;

/**
 * The stretches of a body that an editor names, in the order of the text. Null, and every mistake noted, where words stand
 * nowhere or at several places, where offsets lie outside of the text, and where stretches overlap or cross.
 * @param path where in the input `words` and `spans` are
 */
export function findSpans(
  userErrors: UserErrors,
  path: readonly string[],
  body: string,
  named: NamedSpans,
): Span[] | null {
  const given = [named.words, named.spans].filter((one) => one != null);
  if (given.length !== 1) {
    userErrors.add('INVALID', path, 'Give the exact words or the offsets of the quote: one of the two.');
    return null;
  }
  const field = named.words == null ? 'spans' : 'words';
  if (given[0]!.length === 0 || given[0]!.length > mostSpans) {
    userErrors.add('INVALID', [...path, field], `Give at least one stretch of the text, and ${mostSpans} at the most.`);
    return null;
  }
  const found =
    named.words == null
      ? named.spans!.map((span, i) => spanAt(userErrors, [...path, field, String(i)], body, span))
      : named.words.map((words, i) => spanOf(userErrors, [...path, field, String(i)], body, words));
  if (found.includes(null)) return null;
  const spans = found as Span[];
  return areInOrder(userErrors, [...path, field], spans) ? spans : null;
}

/** The stretch between two offsets, checked against the text. Null, and a mistake noted, where there is none. */
export function spanAt(
  userErrors: UserErrors,
  path: readonly string[],
  body: string,
  { start, end }: SpanInput,
): Span | null {
  const length = codePointCount(body);
  if (start < 0 || end > length) {
    userErrors.add('INVALID', path, `The text has the offsets 0 to ${length}: these lie outside of it.`);
    return null;
  }
  if (start >= end) {
    userErrors.add('INVALID', path, 'A stretch must end after it starts.');
    return null;
  }
  const text = wordsAt(body, start, end);
  if (text.trim() !== '') return { start, end, text };
  userErrors.add('INVALID', path, 'There are only blanks between these offsets: give those of the words.');
  return null;
}

function spanOf(userErrors: UserErrors, path: readonly string[], body: string, given: string): Span | null {
  const words = given.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (words === '') {
    userErrors.add('INVALID', path, 'These words are blank: give the exact words of the text.');
    return null;
  }
  const places = occurrencesOf(words, body);
  if (places.length === 1) return places[0]!;
  if (places.length === 0) {
    const message = `“${shortened(words)}” stands nowhere in the text as whole words: give the words as they are printed.`;
    userErrors.add('WORDS_NOT_FOUND', path, message);
  } else {
    userErrors.add('WORDS_AMBIGUOUS', path, ambiguous(words, places, body), undefined, occurrencesIn(places, body));
  }
  return null;
}

function occurrencesIn(places: readonly Span[], body: string): ErrorDetails {
  const occurrences = places.slice(0, mostOccurrences).map((place) => ({
    ...place,
    prefix: wordsBefore(body, place.start),
    suffix: wordsAfter(body, place.end),
  }));
  return { occurrences };
}

function ambiguous(words: string, places: readonly Span[], body: string): string {
  const listed = places.slice(0, mostPlaces).map(({ start, end, text }) => {
    const around = `${wordsBefore(body, start)}[${shortened(text)}]${wordsAfter(body, end)}`.replace(/\s+/g, ' ');
    return `${start} to ${end} (…${around}…)`;
  });
  const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
  return `“${shortened(words)}” stands at ${places.length} places: give the offsets of one of them: ${listed.join('; ')}${more}.`;
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= 80 ? words : `${characters.slice(0, 79).join('')}…`;
}

function areInOrder(userErrors: UserErrors, path: readonly string[], spans: readonly Span[]): boolean {
  const wrong = spans.findIndex((span, i) => i > 0 && span.start < spans[i - 1]!.end);
  if (wrong < 0) return true;
  const message =
    'This stretch begins before the one before it ends: give them in the order of the text, without overlap.';
  userErrors.add('INVALID', [...path, String(wrong)], message);
  return false;
}
