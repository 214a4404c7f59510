import { type Cue } from '../languages/language';
import { type Sentence } from '../text/sentences';
import { type Phrase, isPlural, manyOf, phraseAfter } from './phrases';
import { firstSubject, subjectBefore } from './subjects';
import { type TokenClass, type Words } from './wordsOf';

/** The source of a report, and how it was found. `shared` is another verb's subject: "…, adding". */
export interface Found {
  readonly source: Phrase;
  readonly way: 'subject' | 'inverted' | 'shared' | 'agent';
}

/** A reporting verb in its sentence. */
export interface Verb {
  readonly words: Words;
  readonly at: number;
  readonly cue: Cue;
  readonly group: VerbGroup;
  readonly sentence: Sentence;
  /** The report before it in the sentence. */
  readonly earlier: { readonly source: Phrase | null } | null;
}

/** The auxiliaries and adverbs before a verb, and what they make of it. */
export interface VerbGroup {
  /** The first token of the group. */
  readonly first: number;
  readonly has: 'none' | 'auxiliary' | 'be' | 'to';
}

/** Whom a reporting verb's sentence names as the source; null where the word is no verb, or nobody is named. */
export function sourceOf(verb: Verb): Found | null {
  const { cue, group } = verb;
  if (group.has === 'be' && cue.form === 'past') return agent(verb);
  // « … », a déclaré Anne Leroy
  if (group.has === 'auxiliary' && isBehindQuotation(verb)) return inverted(verb) ?? subject(verb);
  if (group.has !== 'none') return subject(verb);
  if (cue.form === 'ing') return shared(verb);
  if (isNominal(verb)) return null;
  if (cue.form === 'base') return subject(verb);
  return isQuotedAt(verb.words, verb.at - 1) ? (inverted(verb) ?? subject(verb)) : (subject(verb) ?? inverted(verb));
}

/** "the report", "his claims", "the alleged", "exclusive reports from": no verb at all. */
function isNominal({ words, at, cue, group, sentence }: Verb): boolean {
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  if (cue.alsoNoun && cue.form !== 'past' && !isQuotedAt(words, at - 1) && !isQuotedAt(words, at + 1)) {
    return !objects.has(words.classes[at + 1] ?? 'sign') || before === 'noun';
  }
  if (before === 'determiner') return !manyOf.test(words.lower[group.first - 1]!);
  return before === 'preposition' || before === 'possessive';
}

/** "Rubio said"; "… and said" has the subject of the verb before. */
function subject(verb: Verb): Found | null {
  const { words, cue, group, sentence, earlier } = verb;
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  const bare = group.has === 'none';
  if (before === 'and' || before === 'but') {
    // "journalists, politicians and judges" are no verbs.
    if (bare && (cue.form === 'base' || (cue.form === 'third' && cue.alsoNoun))) return null;
    const source = earlier?.source ?? firstSubject(words, sentence.first, group.first - 1);
    return source && { source, way: 'shared' };
  }
  const source = subjectBefore(words, group.first, sentence.first);
  if (!source || (bare && cue.form === 'base' && !isPlural(words, source))) return null;
  return { source, way: 'subject' };
}

/** "was first reported by MSNBC" */
function agent({ words, at, sentence }: Verb): Found | null {
  for (let by = at + 1; by < Math.min(at + 4, sentence.last); by += 1) {
    if (words.lower[by] !== 'by') continue;
    const source = phraseAfter(words, by + 1, sentence.last);
    return source && { source, way: 'agent' };
  }
  return null;
}

/** "said Rubio" after a comma or a quotation, or where a sentence begins: Said Rubio, “…” */
function inverted({ words, at, group, sentence }: Verb): Found | null {
  const { classes } = words;
  const quoted = isBehindQuotation({ words, group });
  const opens = at === sentence.first;
  if (!quoted && !opens && classes[at - 1] !== 'comma') return null;
  const source = phraseAfter(words, at + 1, sentence.last);
  const next = source && source.last < sentence.last ? classes[source.last]! : 'sign';
  // "…, said he would" has a verb behind its subject.
  if (!source || classes[source.first] === 'time' || verbs.has(next)) return null;
  const stands = opens ? isQuotedAt(words, source.last + 1) : endings.has(next);
  return quoted || stands ? { source, way: 'inverted' } : null;
}

/** What the object of a verb begins with. */
const objects: ReadonlySet<TokenClass> = new Set([
  'that',
  'determiner',
  'pronoun',
  'name',
  'objectPronoun',
  'to',
  'subordinator',
] as const);
const verbs: ReadonlySet<TokenClass> = new Set(['auxiliary', 'be', 'verb'] as const);
const endings: ReadonlySet<TokenClass> = new Set(['comma', 'sign', 'preposition', 'relative'] as const);

/** A comma may stand between. */
function isBehindQuotation({ words, group }: Pick<Verb, 'words' | 'group'>): boolean {
  const comma = words.classes[group.first - 1] === 'comma';
  return isQuotedAt(words, comma ? group.first - 2 : group.first - 1);
}

function isQuotedAt({ quotationAt }: Words, at: number): boolean {
  return (quotationAt[at] ?? -1) !== -1;
}

/** "…, adding that": the subject of the sentence's main verb speaks on. */
function shared({ words, at, sentence, earlier }: Verb): Found | null {
  const before = at === sentence.first ? undefined : words.classes[at - 1];
  if (before === 'determiner' || before === 'possessive') return null;
  const source = opensSentence(words, at, sentence)
    ? behindComma(words, at, sentence)
    : (earlier?.source ?? firstSubject(words, sentence.first, at));
  return source && { source, way: 'shared' };
}

/** "Defending himself, Trump", "After blasting the report, Trump" */
function opensSentence({ classes }: Words, at: number, { first }: Sentence): boolean {
  return at === first || (at === first + 1 && (classes[first] === 'preposition' || classes[first] === 'subordinator'));
}

/** The noun phrase behind the first comma after a verb. */
function behindComma(words: Words, at: number, { last }: Sentence): Phrase | null {
  const comma = words.classes.indexOf('comma', at);
  return comma === -1 || comma >= last ? null : phraseAfter(words, comma + 1, last);
}
