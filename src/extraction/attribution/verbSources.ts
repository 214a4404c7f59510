import { type Polarity } from '../extraction';
import { type Cue } from '../languages/language';
import { type Sentence } from '../text/sentences';
import { gerund } from './gerunds';
import { type Phrase, isPlural, manyOf, phraseAfter } from './phrases';
import { firstSubject, subjectBefore } from './subjects';
import { type VerbGroup } from './verbGroup';
import { type TokenClass, type Words } from './wordsOf';

/** The source of a report, and how it was found. `shared` is another verb's subject: "…, adding". */
export interface Found {
  readonly source: Phrase;
  readonly way: 'subject' | 'inverted' | 'shared' | 'agent' | 'toldBy';
  /** Where the construction tells it, and not the verb. */
  readonly polarity?: Polarity | null;
  readonly isNested?: boolean;
  /** Where the cue begins, if before the verb's group: "denied calling". */
  readonly cueFirst?: number;
}

/** A report before another one in its sentence. */
export interface Earlier {
  readonly source: Phrase;
  readonly cue: Phrase;
  readonly lemma: string;
  readonly polarity: Polarity | null;
}

/** A reporting verb in its sentence. */
export interface Verb {
  readonly words: Words;
  readonly at: number;
  readonly cue: Cue;
  readonly group: VerbGroup;
  readonly sentence: Sentence;
  /** The report before it in the sentence. */
  readonly earlier: Earlier | null;
}

/** Whom a reporting verb's sentence names as the source; null where the word is no verb, or nobody is named. */
export function sourceOf(verb: Verb): Found | null {
  const { words, cue, group } = verb;
  if (isOtherVerb(verb)) return null;
  if (group.has === 'be' && cue.form === 'past') return agent(verb);
  // « … », a déclaré Anne Leroy
  if (group.has === 'auxiliary' && isBehindQuotation(verb)) return inverted(verb) ?? subject(verb);
  if (group.has === 'auxiliary' && words.lower[group.first] === 'having') return gerund(verb);
  if (group.has !== 'none') return subject(verb);
  return cue.form === 'ing' ? gerund(verb) : finite(verb);
}

function finite(verb: Verb): Found | null {
  const { words, cue } = verb;
  if (isNominal(verb)) return null;
  if (cue.form === 'base') return subject(verb);
  return isQuotedAt(words, verb.at - 1) || isBehindClause(verb)
    ? (inverted(verb) ?? subject(verb))
    : (subject(verb) ?? inverted(verb));
}

/** "called off", "those reported to have": another meaning of the verb, or another verb's form. */
function isOtherVerb({ words: { lower, classes }, at, cue, group }: Verb): boolean {
  const next = lower[at + 1] ?? '';
  // "One of the prints shown is"
  const isParticiple = /^(?:be|auxiliary)$/.test(classes[at + 1] ?? '') && next !== 'having';
  if (group.has === 'none' && cue.form === 'past' && isParticiple) return true;
  if (/^(?:off|up|down|away)$/.test(next) && !cue.particles.has(next)) return true;
  return (
    next === 'to' &&
    group.has === 'none' &&
    cue.form === 'past' &&
    /^(?:say|report|allege|believe|think)$/.test(cue.lemma)
  );
}

/** "…, said Nora Vance, head of research": a clause with a verb of its own stands before the comma, and a name behind the verb. */
function isBehindClause({ words: { classes, lower }, at, sentence }: Verb): boolean {
  if (classes[at - 1] !== 'comma' && !isDash(lower[at - 1] ?? '')) return false;
  if (classes[at + 1] !== 'name' && classes[at + 1] !== 'determiner') return false;
  const before = classes.slice(sentence.first, at - 1);
  const hasVerb = before.some((kind) => /^(?:be|auxiliary|verb|cue)$/.test(kind));
  return hasVerb && !before.includes('relative');
}

const isDash = (text: string): boolean => /^(?:—|–|--)$/.test(text);

/** "the report", "his claims", "the alleged", "exclusive reports from": no verb at all. */
function isNominal({ words, at, cue, group, sentence }: Verb): boolean {
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  if (cue.alsoNoun && cue.form !== 'past' && !isQuotedAt(words, at - 1) && !isQuotedAt(words, at + 1)) {
    return !objects.has(words.classes[at + 1] ?? 'sign') || before === 'noun';
  }
  if (before === 'determiner') return !manyOf.test(words.lower[group.first - 1]!);
  return before === 'preposition' || before === 'possessive';
}

/** "… and said": the subject of the verb before. */
function sharedSubject({ words, cue, group, sentence, earlier }: Verb): Found | null {
  // "journalists, politicians and judges" are no verbs.
  if (group.has === 'none' && (cue.form === 'base' || (cue.form === 'third' && cue.alsoNoun))) return null;
  const source = earlier?.source ?? firstSubject(words, sentence.first, group.first - 1);
  return source && { source, way: 'shared' };
}

/** "Rubio said"; "… and said" has the subject of the verb before. */
function subject(verb: Verb): Found | null {
  const { words, cue, group, sentence } = verb;
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  const bare = group.has === 'none';
  if (before === 'and' || before === 'but') return sharedSubject(verb);
  const source = subjectBefore(words, group.first, sentence.first);
  // "Travellers who want to leave" are no travellers in particular.
  if (source && cue.tells === 'thinks' && words.classes[source.last - 1] === 'relative') return null;
  if (!source || (bare && cue.form === 'base' && !isPlural(words, source))) return null;
  return { source, way: 'subject' };
}

/** Verbs whose passive tells what the agent said: "was first reported by MSNBC". What was praised or rejected was not said. */
const toldOf =
  /^(?:report|reveal|announce|disclose|describe|call|dub|label|brand|publish|tweet|confirm|predict|propose|declare)$/;

/** "was first reported by MSNBC"; "was told by Lund that" */
function agent({ words, at, cue, sentence }: Verb): Found | null {
  for (let by = at + 1; by < Math.min(at + 4, sentence.last); by += 1) {
    if (words.lower[by] !== 'by') continue;
    const source = phraseAfter(words, by + 1, sentence.last);
    if (!source) return null;
    if (cue.hearerFirst) return { source, way: 'toldBy', isNested: true };
    return toldOf.test(cue.lemma) ? { source, way: 'agent' } : null;
  }
  return null;
}

/** "said Rubio" after a comma or a quotation, or where a sentence begins: Said Rubio, “…” */
function inverted({ words, at, group, sentence }: Verb): Found | null {
  const { classes } = words;
  const quoted = isBehindQuotation({ words, group });
  const opens = at === sentence.first;
  if (!quoted && !opens && classes[at - 1] !== 'comma' && !isDash(words.lower[at - 1] ?? '')) return null;
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
