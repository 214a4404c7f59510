import { type Cue } from '../languages/language';
import { type Sentence } from '../text/sentences';
import { type Phrase, isPlural, phraseAfter } from './phrases';
import { firstSubject, subjectBefore } from './subjects';
import { type TokenClass, type Words } from './wordsOf';

/** That somebody said something: the cue, and whom the sentence names as the source. */
export interface Report {
  /** From the first auxiliary to the verb. */
  readonly cue: Phrase;
  readonly lemma: string;
  readonly tells: Cue['tells'];
  readonly hearerFirst: boolean;
  readonly takesClause: boolean;
  /** Null where the sentence doesn't say who ("it was reported"). */
  readonly source: Phrase | null;
  /** How the source was found. `shared` is another verb's subject: "…, adding". */
  readonly way: 'subject' | 'inverted' | 'shared' | 'agent' | 'accordingTo';
  /** Which sentence. */
  readonly sentence: number;
}

/** The reports of a text, outside of quotations, in printed order. */
export function reportsOf(words: Words): Report[] {
  const reports: Report[] = [];
  words.sentences.forEach((sentence, index) => {
    const begun = reports.length;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      if (words.quotationAt[at] !== -1) continue;
      const earlier = reports.length > begun ? reports.at(-1)! : null;
      const report = accordingTo(words, at, sentence, index) ?? verbAt(words, at, sentence, index, earlier);
      if (report) reports.push(report);
    }
  });
  return reports;
}

function accordingTo(words: Words, at: number, sentence: Sentence, index: number): Report | null {
  const phrase = words.language.accordingTo.find((parts) =>
    parts.every((part, offset) => words.lower[at + offset] === part),
  );
  if (!phrase) return null;
  const last = at + phrase.length;
  const source = phraseAfter(words, last, sentence.last);
  if (!source) return null;
  const cue = { first: at, last };
  const lemma = phrase.join(' ');
  return {
    cue,
    lemma,
    tells: 'says',
    hearerFirst: false,
    takesClause: false,
    source,
    way: 'accordingTo',
    sentence: index,
  };
}

function verbAt(words: Words, at: number, sentence: Sentence, index: number, earlier: Report | null): Report | null {
  if (words.classes[at] !== 'cue') return null;
  const cue = words.language.cues.get(words.lower[at]!)!;
  const particle = cue.particles.has(words.lower[at + 1] ?? '');
  if (cue.particles.size > 0 && !particle) return null;
  const group = verbGroup(words, at, sentence.first);
  const found = group && sourceOf({ words, at, cue, group, sentence, earlier });
  if (!found) return null;
  const { lemma, tells, hearerFirst, takesClause } = cue;
  const last = particle ? at + 2 : at + 1;
  return { cue: { first: group.first, last }, lemma, tells, hearerFirst, takesClause, sentence: index, ...found };
}

/** A reporting verb in its sentence. */
interface Verb {
  readonly words: Words;
  readonly at: number;
  readonly cue: Cue;
  readonly group: VerbGroup;
  readonly sentence: Sentence;
  /** The report before it in the sentence. */
  readonly earlier: Report | null;
}

/** The auxiliaries and adverbs before a verb, and what they make of it. */
interface VerbGroup {
  /** The first token of the group. */
  readonly first: number;
  readonly has: 'none' | 'auxiliary' | 'be' | 'to';
}

function verbGroup({ classes, quotationAt }: Words, verb: number, from: number): VerbGroup | null {
  let first = verb;
  let has: VerbGroup['has'] = 'none';
  while (first > from && quotationAt[first - 1] === -1) {
    const left = classes[first - 1]!;
    if (left === 'auxiliary' || left === 'be') {
      if (has === 'none') has = left;
    } else if (left === 'to' && has === 'none') {
      const governor = governorOf(classes, first - 1, from);
      if (governor === null) return null;
      has = 'to';
      first = governor + 1;
    } else if (left !== 'adverb' && left !== 'not') break;
    first -= 1;
  }
  // Adverbs belong to the group only between its verbs.
  while (first < verb && (classes[first] === 'adverb' || classes[first] === 'not')) first += 1;
  return { first, has };
}

/** The verb before an infinitive: "went on to say", "is expected to announce". Another cue tells for itself. */
function governorOf(classes: Words['classes'], to: number, from: number): number | null {
  let at = to - 1;
  while (at > from && (classes[at] === 'adverb' || classes[at] === 'preposition')) at -= 1;
  return at > from && classes[at] === 'verb' ? at : null;
}

type Found = Pick<Report, 'source' | 'way'>;

function sourceOf(verb: Verb): Found | null {
  const { cue, group } = verb;
  if (group.has === 'be' && cue.form === 'past') return agent(verb);
  if (group.has !== 'none') return subject(verb);
  if (cue.form === 'ing') return shared(verb);
  if (isNominal(verb)) return null;
  if (cue.form === 'base') return subject(verb);
  return isQuotedAt(verb.words, verb.at - 1) ? (inverted(verb) ?? subject(verb)) : (subject(verb) ?? inverted(verb));
}

/** "the report", "his claims", "the alleged": no verb at all. */
function isNominal({ words, group, sentence }: Verb): boolean {
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  return before === 'determiner' || before === 'preposition' || before === 'possessive';
}

/** "Rubio said"; "… and said" has the subject of the verb before. */
function subject(verb: Verb): Found | null {
  const { words, cue, group, sentence, earlier } = verb;
  const before = group.first === sentence.first ? undefined : words.classes[group.first - 1];
  const bare = group.has === 'none';
  if (before === 'and' || before === 'but') {
    // "journalists, politicians and judges" are no verbs.
    if (bare && cue.form !== 'past') return null;
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
function inverted({ words, at, sentence }: Verb): Found | null {
  const { classes } = words;
  const quoted = isQuotedAt(words, at - 1);
  const opens = at === sentence.first;
  if (!quoted && !opens && classes[at - 1] !== 'comma') return null;
  const source = phraseAfter(words, at + 1, sentence.last);
  const next = source && source.last < sentence.last ? classes[source.last]! : 'sign';
  // "…, said he would" has a verb behind its subject.
  if (!source || classes[source.first] === 'time' || verbs.has(next)) return null;
  const stands = opens ? isQuotedAt(words, source.last + 1) : endings.has(next);
  return quoted || stands ? { source, way: 'inverted' } : null;
}

const verbs: ReadonlySet<TokenClass> = new Set(['auxiliary', 'be', 'verb'] as const);
const endings: ReadonlySet<TokenClass> = new Set(['comma', 'sign', 'preposition'] as const);

function isQuotedAt({ quotationAt }: Words, at: number): boolean {
  return (quotationAt[at] ?? -1) !== -1;
}

/** "…, adding that": the subject of the sentence's main verb speaks on. */
function shared({ words, at, sentence, earlier }: Verb): Found | null {
  const before = at === sentence.first ? undefined : words.classes[at - 1];
  if (before === 'determiner' || before === 'possessive') return null;
  const source = earlier?.source ?? firstSubject(words, sentence.first, at);
  return source && { source, way: 'shared' };
}
