import { type SourceType } from '../../extraction';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';

const singular = new Set(['he', 'she', 'i', 'someone', 'somebody', 'who', 'one', 'neither']);

/** What the head noun of a source without a known name says of it. */
export function unnamedType(words: Words, source: Phrase): SourceType {
  const { groups, documents } = words.language;
  const head = headNoun(words, source);
  const word = words.lower[head]!;
  if (documents.has(word)) return 'DOCUMENT';
  if (groups.has(word) || /^(?:they|we|many|some|most|others)$/.test(word)) return 'UNNAMED_GROUP';
  if (singular.has(word)) return 'UNNAMED_PERSON';
  if (words.classes[head] === 'noun') return /[^s]s$/.test(word) ? 'UNNAMED_GROUP' : 'UNNAMED_PERSON';
  return 'UNKNOWN';
}

/** The last word of a phrase's first part: "spokesman" in "a Globex spokesman for the north". */
export function headNoun({ classes }: Words, { first, last }: Phrase): number {
  let head = first;
  while (head + 1 < last && /^(?:noun|name|determiner|possessive|cue|ing)$/.test(classes[head + 1]!)) head += 1;
  return head;
}
