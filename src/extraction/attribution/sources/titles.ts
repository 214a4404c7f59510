import { addressWords, roleModifiers, roleWords } from '../../names/roleWords';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';
import { isNoun } from './heads';

/** The title before a name ("Secretary of State"), article and address ("Mr") left out; null where no word names a role. */
export function titleBefore(words: Words, { first, last }: Phrase): Phrase | null {
  const { classes, lower, tokens } = words;
  const end = classes[last - 1] === 'comma' ? last - 1 : last;
  let role = -1;
  for (let at = first; at < end; at += 1) if (roleWords.has(lower[at]!) && !addressWords.has(lower[at]!)) role = at;
  if (role < 0) return null;
  let start = role;
  while (start > first && canPrecede(words, start - 1)) start -= 1;
  while (start < role && classes[start] === 'determiner') start += 1;
  // Behind the role only what "of" leads in, and no other noun: "mayor of Uruapan".
  const complete = role === end - 1 || /^(?:of|for|at)$/.test(lower[role + 1]!) || tokens[role + 1]!.text === '-';
  return complete ? { first: start, last: end } : null;
}

/** What tells how somebody looks or feels is no part of a title: "tearful mayor". */
const describing = /(?:ful|ous|less|[^aeiou]ed)$/;

/** Whether a word before a role belongs to the title. */
function canPrecede({ classes, lower, tokens }: Words, at: number): boolean {
  const kind = classes[at]!;
  if (kind === 'name' || kind === 'possessive' || roleModifiers.has(lower[at]!) || roleWords.has(lower[at]!))
    return true;
  if (tokens[at]!.kind !== 'WORD') return tokens[at]!.text === '-' && at > 0 && tokens[at - 1]!.kind === 'WORD';
  if (kind === 'preposition') return lower[at] === 'of' || lower[at] === 'for';
  return kind === 'and' || (kind === 'noun' && !describing.test(lower[at]!));
}

/** The title between commas behind a name, however long: "chairman, founder and owner of Globex". */
export function titleAfter(words: Words, comma: number, end: number): Phrase | null {
  const { classes, tokens } = words;
  if (classes[comma] !== 'comma') return null;
  let first = comma + 1;
  if (tokens[first]?.kind === 'NUMBER' && classes[first + 1] === 'comma') first += 2;
  let last = first;
  while (last < end && !/^(?:relative|sign|be|auxiliary)$/.test(classes[last]!)) last += 1;
  while (last > first && classes[last - 1] === 'comma') last -= 1;
  if (classes[first] === 'determiner') first += 1;
  const begins = first < last && isNoun(words, first) && !/(?:ing|ed)$/.test(words.lower[first]!);
  return begins || (first < last && roleWords.has(words.lower[first]!)) ? { first, last } : null;
}
