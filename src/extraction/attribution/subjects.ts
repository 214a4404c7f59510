import { germanSubject } from './german/phrases';
import { type Phrase, phraseBefore } from './phrases';
import { type Words } from './wordsOf';

/**
 * The subject of the verb that begins at token `verb` (auxiliaries included): the noun phrase before it, or before an
 * apposition or relative clause that a comma closes ("Rubio, who spoke in Rome, said").
 */
export function subjectBefore(words: Words, verb: number, from: number): Phrase | null {
  const end = verb - 1 >= from && isAdverb(words, verb - 1) ? skipAdverbs(words, verb, from) : verb;
  if (end <= from) return null;
  if (words.classes[end - 1] !== 'comma' && !isDash(words, end - 1)) {
    const phrase = phraseBefore(words, end, from);
    // "…, raising fresh questions": an object, not a subject.
    if (phrase && words.classes[phrase.first] === 'ing' && phrase.first > 0) return null;
    return phrase && overApposition(words, phrase, from);
  }
  return beforeInsertion(words, end - 1, from);
}

function isAdverb({ classes }: Words, at: number): boolean {
  return classes[at] === 'adverb' || classes[at] === 'not';
}

function skipAdverbs(words: Words, verb: number, from: number): number {
  let end = verb;
  while (end > from && isAdverb(words, end - 1)) end -= 1;
  return end;
}

function isDash(words: Words, at: number): boolean {
  return /^(?:—|–|--|\))$/.test(words.tokens[at]!.text) && words.quotationAt[at] === -1;
}

/** From the comma at `closing` back to the comma that opens the insertion, and to the noun phrase before that. */
function beforeInsertion(words: Words, closing: number, from: number): Phrase | null {
  let best: Phrase | null = null;
  let seen = 0;
  for (let at = closing - 1; at > from && at > closing - 60 && seen < 4; at -= 1) {
    if (words.quotationAt[at] !== -1) continue;
    const opens = words.classes[at] === 'comma' || /^(?:—|–|--|\()$/.test(words.tokens[at]!.text);
    if (!opens) continue;
    seen += 1;
    const phrase = phraseBefore(words, at, from);
    if (!phrase || words.classes[phrase.last - 1] === 'relative') continue;
    if (best && !startsClause(words, phrase, from)) break;
    best = { first: phrase.first, last: words.tokens[closing]!.text === ')' ? closing + 1 : closing };
    if (startsClause(words, phrase, from)) break;
  }
  return best;
}

/** Whether a phrase stands where a subject stands: at the start of its sentence or after a conjunction. */
function startsClause({ classes }: Words, { first }: Phrase, from: number): boolean {
  if (first === from) return true;
  const before = classes[first - 1]!;
  return before === 'that' || before === 'subordinator' || before === 'but' || before === 'and' || before === 'sign';
}

/** "Mike Purdy, a historian and author said": the comma after the apposition was left out. */
function overApposition(words: Words, phrase: Phrase, from: number): Phrase {
  const { classes } = words;
  if (phrase.first - 2 <= from || classes[phrase.first - 1] !== 'comma' || classes[phrase.first] !== 'determiner')
    return phrase;
  const name = phraseBefore(words, phrase.first - 1, from);
  if (!name || classes[name.last - 1] !== 'name' || !startsClause(words, name, from)) return phrase;
  return { first: name.first, last: phrase.last };
}

/** The noun phrase before the first verb of a sentence. */
export function firstSubject(words: Words, from: number, to: number): Phrase | null {
  if (words.language.code === 'de') return germanSubject(words, from, to);
  const verbs = new Set(['be', 'auxiliary', 'verb', 'cue']);
  for (let at = from; at < to; at += 1) {
    if (words.quotationAt[at] !== -1) return null;
    if (verbs.has(words.classes[at]!) || /ed$/.test(words.lower[at]!)) {
      const phrase = at > from ? subjectBefore(words, at, from) : null;
      if (phrase) return phrase;
    }
  }
  return null;
}
