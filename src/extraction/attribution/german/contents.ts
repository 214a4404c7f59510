import { type Sentence } from '../../text/sentences';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';
import { isBoundary } from './phrases';

/** How far behind a verb the comma may stand before what was said: "sagte am 11. August bei einer Feier in Jena, die". */
const reach = 30;

/** The clause behind a verb that tells what was said: behind "dass", or with a verb in its second place. */
export function contentBehind(words: Words, at: number, { last }: Sentence): Phrase | null {
  const { classes, quotationAt } = words;
  let comma = at + 1;
  while (comma < Math.min(last, at + reach) && classes[comma] !== 'comma') {
    if (quotationAt[comma] !== -1 || words.tokens[comma]!.text === ':') return null;
    comma += 1;
  }
  if (classes[comma] !== 'comma') return null;
  const first = comma + 1;
  if (classes[first] === 'that') return { first: first + 1, last };
  // "sagte Kamm, die in Jena wohnt, …": a relative clause has its verb at the end.
  const clause = isClause(words, first, last);
  if (clause) return { first, last };
  let next = first;
  while (next < last && !isBoundary(words, next)) next += 1;
  if (classes[next] !== 'comma') return null;
  if (classes[next + 1] === 'that') return { first: next + 2, last };
  return isClause(words, next + 1, last) ? { first: next + 1, last } : null;
}

/** What stands before a comma and the verb of saying, from the beginning of the sentence; null where no clause stands there. */
export function contentLeft(words: Words, { first }: Sentence, end: number): Phrase | null {
  const last = words.classes[end - 1] === 'comma' ? end - 1 : end;
  return last - first > 2 && hasFiniteVerb(words, first, last) ? { first, last } : null;
}

/** Whether a clause begins at a token that has its finite verb in the second place: "die Brücke sei sicher". */
function isClause(words: Words, first: number, last: number): boolean {
  const { classes } = words;
  if (/^(?:subordinator|and|but|relative)$/.test(classes[first] ?? 'sign')) return false;
  let end = first;
  while (end < last && !isBoundary(words, end)) end += 1;
  for (let at = first + 1; at < Math.min(end - 1, first + 14); at += 1) if (isFinite(words, at)) return true;
  // "kündigte an, die Brücke zu sperren"
  return words.lower[end - 2] === 'zu' || /.zu.+en$/.test(words.lower[end - 1] ?? '');
}

function hasFiniteVerb(words: Words, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) if (isFinite(words, at)) return true;
  return false;
}

/** A form of "sein", "haben" and the like, or a word that looks like a verb and stands before no noun. */
function isFinite({ classes, tokens }: Words, at: number): boolean {
  const kind = classes[at]!;
  if (kind === 'be' || kind === 'auxiliary' || kind === 'cue') return true;
  const { text } = tokens[at]!;
  const next = tokens[at + 1]?.text ?? '';
  return (
    kind === 'noun' &&
    /^\p{Ll}{2,}(?:e|t|te|ten|en)$/u.test(text) &&
    !/^\p{Lu}/u.test(next) &&
    !(classes[at + 1] === 'noun' && /(?:e|en|er|es|em)$/u.test(next))
  );
}
