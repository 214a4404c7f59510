import { type Sentence } from '../text/sentences';
import { type Phrase, phraseAfter, phraseBefore } from './phrases';
import { firstSubject } from './subjects';
import { type Earlier, type Found, type Verb } from './verbSources';
import { type Words } from './wordsOf';

/** "…, adding that"; "denied calling"; "accused her of saying"; "quoted him as saying"; "without saying". */
export function gerund(verb: Verb): Found | null {
  const { words, group, sentence, earlier } = verb;
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  if (before === 'determiner' || before === 'possessive') return null;
  if (describes(verb)) return null;
  if (words.language.polarity.carriers.has(words.lower[group.first - 1] ?? '')) return silent(verb);
  const governed = earlier && behindCue(words, group.first, earlier);
  if (governed) return governed;
  if (before === 'preposition' && group.first > sentence.first + 1) return behindPreposition(verb);
  return ofMainVerb(verb);
}

/** "…, adding that": the subject of the sentence's main verb speaks on. */
function ofMainVerb({ words, group, sentence, earlier, at }: Verb): Found | null {
  const source = opensSentence(words, group.first, sentence)
    ? behindComma(words, at, sentence)
    : (earlier?.source ?? firstSubject(words, sentence.first, group.first));
  return source && { source, way: 'shared', ...(earlier && follows(earlier)) };
}

/** "best supporting actor", "attacking football" */
function describes({ words: { classes }, at, cue }: Verb): boolean {
  const isPlain = cue.tells === 'says' && !cue.judges;
  return !isPlain && classes[at - 1] !== 'comma' && classes[at + 1] === 'noun';
}

/** "refused to speak, saying that" says something: only what is denied or held against somebody goes on. */
function follows({ polarity }: Earlier): Pick<Found, 'polarity'> {
  return polarity === 'ALLEGED' || polarity === 'HYPOTHETICAL' ? { polarity } : {};
}

/** "denied calling", "admitted having said": right behind another report's verb. */
function behindCue({ classes }: Words, first: number, { cue, source, polarity }: Earlier): Found | null {
  let at = first;
  while (at > cue.last && (classes[at - 1] === 'adverb' || classes[at - 1] === 'not')) at -= 1;
  return at === cue.last ? { source, way: 'shared', polarity, cueFirst: cue.first } : null;
}

/** Before a gerund: what was not said. */
const unsaid = /^(?:without|than|from|short|instead|about|against|on|like)$/;

/** "by saying" is the subject's; "accused her of saying", "criticized her for saying", "quoted her as saying" are the object's. */
function behindPreposition(verb: Verb): Found | null {
  const { words, group, sentence, earlier } = verb;
  const preposition = group.first - 1;
  const word = words.lower[preposition]!;
  if (unsaid.test(word) || (word === 'of' && unsaid.test(words.lower[preposition - 1]!))) return silent(verb);
  const source = earlier?.source ?? firstSubject(words, sentence.first, preposition);
  if (!/^(?:of|for|as)$/.test(word)) return source && { source, way: 'shared' };
  const blamed = blamedBefore(words, preposition, sentence);
  if (!blamed) return word === 'as' ? null : source && { source, way: 'shared' };
  return { ...blamed, way: 'shared', isNested: true };
}

function silent({ sentence, group, earlier }: Verb): Found | null {
  const source = earlier?.source ?? { first: sentence.first, last: group.first };
  return group.first > sentence.first ? { source, way: 'shared', polarity: null } : null;
}

/** How many words may stand between "accused" and "of saying". */
const reach = 14;

/** Whom a verb before "of saying", "for saying" or "as saying" is about; its subject, where it is passive. */
function blamedBefore(
  words: Words,
  preposition: number,
  { first }: Sentence,
): Pick<Found, 'source' | 'polarity'> | null {
  const { classes, lower, language } = words;
  for (let at = preposition - 1; at >= Math.max(first, preposition - reach); at -= 1) {
    const cue = classes[at] === 'cue' ? language.cues.get(lower[at]!) : undefined;
    if (!cue) {
      if (/^(?:sign|but|subordinator|that)$/.test(classes[at]!)) return null;
      continue;
    }
    const quotes = cue.lemma === 'quote' || cue.lemma === 'cite';
    if (!quotes && !cue.judges && !language.polarity.accusing.has(cue.lemma)) return null;
    const source =
      (cue.form === 'past' && passiveSubject(words, at, first)) || phraseBefore(words, preposition, at + 1);
    return source && { source, polarity: quotes ? 'STATED' : 'ALLEGED' };
  }
  return null;
}

/** "Lee was accused", "Lee, accused of saying" */
function passiveSubject(words: Words, verb: number, from: number): Phrase | null {
  const { classes } = words;
  let first = verb;
  while (first > from && /^(?:be|auxiliary|adverb)$/.test(classes[first - 1]!)) first -= 1;
  const be = classes.slice(first, verb).includes('be');
  if (be) return phraseBefore(words, first, from);
  return classes[first - 1] === 'comma' ? phraseBefore(words, first - 1, from) : null;
}

/** "Defending himself, Trump", "After blasting the report, Trump" */
function opensSentence({ classes }: Words, at: number, { first }: Sentence): boolean {
  return at === first || (at === first + 1 && (classes[first] === 'preposition' || classes[first] === 'subordinator'));
}

/** The noun phrase behind the first comma after a verb. */
function behindComma(words: Words, at: number, { last }: Sentence): Phrase | null {
  let comma = at;
  while (comma < last && words.classes[comma] !== 'comma') comma += 1;
  return phraseAfter(words, comma + 1, last);
}
