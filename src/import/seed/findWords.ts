import { type Span, occurrencesOf, wordsAfter, wordsBefore } from '../../text/spans';
import type { OnePlace } from './storyFormat';
import { storyError } from './storyError';

/**
 * The one place in the body that the words name.
 * @throws StoryError where they stand nowhere, or at several places and none of them is chosen; the message lists them.
 */
export function findOne(place: OnePlace, body: string, path: string): Span {
  const { words, nth } = typeof place === 'string' ? { words: place, nth: undefined } : place;
  const found = occurrencesOf(words, body);
  if (found.length === 0) throw storyError(path, `“${words}” stands nowhere in the body as whole words.`);
  if (nth === undefined && found.length > 1) {
    throw storyError(path, `“${words}” stands at ${found.length} places; choose one by "nth":${list(found, body)}`);
  }
  return nthOf(found, nth ?? 1, body, path);
}

/** The nth place, counted from 1. */
export function nthOf(found: readonly Span[], nth: number, body: string, path: string): Span {
  const span = found[nth - 1];
  if (!span) throw storyError(path, `There is no place ${nth}; the body has ${found.length}:${list(found, body)}`);
  return span;
}

function list(found: readonly Span[], body: string): string {
  return found
    .map((span, index) => `\n  ${index + 1}. at ${span.start} to ${span.end}: ${surroundings(span, body)}`)
    .join('');
}

/** A span with the words around it, on one line. */
export function surroundings({ start, end, text }: Span, body: string): string {
  return `…${wordsBefore(body, start)}[${text}]${wordsAfter(body, end)}…`.replace(/\s+/g, ' ');
}
