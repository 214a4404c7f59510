import { type Sentence } from '../../text/sentences';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';

/** Whether a subject is nobody: "No engineer", "none of them", "not a single one", "hardly anyone". */
export function isNobody({ lower, classes, language }: Words, { first }: Phrase, sentence: Sentence): boolean {
  const { nobody, hardly } = language.polarity;
  if (nobody.has(lower[first]!)) return true;
  const before = first > sentence.first ? first - 1 : null;
  return before !== null && (classes[before] === 'not' || hardly.has(lower[before]!) || nobody.has(lower[before]!));
}

/** Whether a subject is a thing on which words are printed: "a banner". */
export function isCarrier({ lower, language }: Words, { first, last }: Phrase): boolean {
  return lower.slice(first, last).some((word) => language.polarity.carriers.has(word));
}

/** Whether a subject is whoever says so: "anyone who says", "those in the town who believe". */
export function isGeneric({ lower, classes, language }: Words, { first, last }: Phrase): boolean {
  const head = classes[first] === 'determiner' && last - first > 2 ? first + 1 : first;
  const { anybody } = language.polarity;
  if (/^(?:anyone|anybody|whoever)$/.test(lower[first]!)) return true;
  return (
    classes[last - 1] === 'relative' && last - first > 1 && (anybody.has(lower[first]!) || anybody.has(lower[head]!))
  );
}
