import { type Polarity } from '../../extraction';
import { type GermanCue, germanCues } from '../../languages/deVerbs';
import { type Sentence } from '../../text/sentences';
import { type Phrase } from '../phrases';
import { type Report } from '../reports';
import { type Words } from '../wordsOf';
import { sourcesByPhrase } from './byPhrase';
import { contentBehind, contentLeft } from './contents';
import { isBoundary, phraseFrom, subjectIn } from './phrases';

const cues = germanCues();

/** The reports of a German text: a verb in the second place or at the end of its clause, "laut", "zufolge", "so NAME". */
export function germanReports(words: Words): Report[] {
  const reports: Report[] = [];
  words.sentences.forEach((sentence, index) => {
    const begun = reports.length;
    for (let at = sentence.first; at < sentence.last; at += 1) {
      if (words.quotationAt[at] !== -1) continue;
      const earlier = reports.length > begun ? reports.at(-1)! : null;
      const found = sourcesByPhrase(words, at, sentence) ?? byVerb(words, at, sentence, earlier);
      if (found) reports.push({ ...plain, ...found, sentence: index });
    }
  });
  return reports.sort((one, other) => one.cue.first - other.cue.first);
}

const plain = { tells: 'says', hearerFirst: false, takesClause: true, judges: false, isNested: false } as const;

/** What is found of a report in German. */
export type GermanReport = Pick<Report, 'cue' | 'lemma' | 'source' | 'way' | 'polarity' | 'content'> &
  Partial<Pick<Report, 'judges'>>;

function byVerb(words: Words, at: number, sentence: Sentence, earlier: Report | null): GermanReport | null {
  const cue = cues.get(words.lower[at]!)?.find((each) => fits(words, at, sentence, each));
  if (!cue || /^\p{Lu}/u.test(words.tokens[at]!.text)) return null;
  const found = perfect(words, at, sentence) ?? (cue.isParticiple ? null : finite(words, at, sentence, earlier));
  if (!found) return null;
  const { source, way, content } = found;
  const polarity = polarityOf(words, cue, found, at, sentence.last);
  return { cue: { first: at, last: at + 1 }, lemma: cue.lemma, judges: cue.judges, source, way, polarity, content };
}

/** Whether the particle follows that the verb needs: "teilte am Montag mit". */
function fits(words: Words, at: number, { last }: Sentence, { particles }: GermanCue): boolean {
  if (particles.size === 0) return true;
  for (let next = at + 1; next < Math.min(last, at + 25); next += 1) {
    if (particles.has(words.lower[next]!)) return true;
    if (words.quotationAt[next] !== -1 || words.classes[next] === 'sign') return false;
  }
  return false;
}

interface Found {
  readonly source: Phrase;
  readonly way: 'subject' | 'inverted' | 'shared';
  /** The finite verb. */
  readonly verb: number;
  readonly content: Phrase | null;
}

function finite(words: Words, at: number, sentence: Sentence, earlier: Report | null): Found | null {
  const { classes, lower } = words;
  const start = clauseStart(words, at, sentence.first);
  const like = lower[sentence.first] === 'wie' && classes[at + 1] === 'comma' ? sentence.first : start;
  if (lower[like] === 'wie') return likeClause(words, like, at, sentence);
  const behind = phraseFrom(words, at + 1, sentence.last);
  const quoted = words.quotationAt[at - 1] ?? -1;
  const comma = classes[at - 1] === 'comma';
  // „…“, sagte Ute Kamm. Die Brücke sei sicher, sagte Ute Kamm.
  if ((comma || (quoted !== -1 && at > sentence.first)) && behind && endsThere(words, behind, sentence)) {
    return { source: behind, way: 'inverted', verb: at, content: comma ? contentLeft(words, sentence, at) : null };
  }
  if (classes[at - 1] === 'and' && earlier)
    return { source: earlier.source, way: 'shared', verb: at, content: contentBehind(words, at, sentence) };
  const source = subjectOf(words, { first: start, last: at }, behind, sentence);
  if (!source) return null;
  return { source, way: 'subject', verb: at, content: contentBehind(words, Math.max(at, source.last - 1), sentence) };
}

/** The subject before a verb in the second place; what stands behind the verb, where something else is before it. */
function subjectOf(words: Words, clause: Phrase, behind: Phrase | null, sentence: Sentence): Phrase | null {
  const at = clause.last;
  const inserted = words.classes[at - 1] === 'comma' || words.tokens[at - 1]?.text === ')';
  const before = subjectIn(words, clause.first, at) ?? (inserted ? wholeSubject(words, sentence.first, at) : null);
  if (before && !(behind && isDative(words, before))) return before;
  return clause.first < at ? behind : null;
}

/** "Der Zeitung sagte Peters": an article that may be a dative, before a noun that looks feminine. */
function isDative({ lower }: Words, { first, last }: Phrase): boolean {
  return (
    lower[first] === 'der' && last - first === 2 && /(?:ung|schaft|heit|keit|tion|ur|ei|ik|e)$/.test(lower[last - 1]!)
  );
}

/** All that stands before the verb in the second place, where it begins as a subject does. */
function wholeSubject(words: Words, first: number, at: number): Phrase | null {
  const begins = phraseFrom(words, first, at);
  return begins && { first, last: words.classes[at - 1] === 'comma' ? at - 1 : at };
}

/** Behind an inverted subject nothing but the time and the place stands, up to a sign. */
function endsThere(words: Words, { last }: Phrase, sentence: Sentence): boolean {
  if (last >= sentence.last || isBoundary(words, last)) return true;
  return /^(?:preposition|time|adverb)$/.test(words.classes[last]!) || particles.test(words.lower[last]!);
}

const particles = /^(?:an|bekannt|zu|mit|hinzu|ein|aus|fort|fest|klar|hervor|dazu)$/;

/** "Wie Ute Kamm am Montag mitteilte, …" and "…, wie Ute Kamm mitteilte" */
function likeClause(words: Words, start: number, at: number, sentence: Sentence): Found | null {
  const source = phraseFrom(words, start + 1, at);
  if (!source) return null;
  const behind = words.classes[at + 1] === 'comma' ? { first: at + 2, last: sentence.last } : null;
  const content = start === sentence.first ? behind : contentLeft(words, sentence, start);
  return { source, way: 'subject', verb: at, content };
}

/** "Ute Kamm hat am Montag erklärt, dass" */
function perfect(words: Words, at: number, sentence: Sentence): Found | null {
  const start = clauseStart(words, at, sentence.first);
  for (let verb = start; verb < at; verb += 1) {
    if (!/^(?:hat|haben|hatte|hatten|habe)$/.test(words.lower[verb]!)) continue;
    const source = subjectIn(words, start, verb) ?? phraseFrom(words, verb + 1, at);
    // "Sie wisse es, hatte Koch-Mehrin gesagt"
    if (source && verb === start && words.classes[verb - 1] === 'comma')
      return { source, way: 'inverted', verb, content: contentLeft(words, sentence, verb) };
    return source && { source, way: 'subject', verb, content: contentBehind(words, at, sentence) };
  }
  return null;
}

function clauseStart(words: Words, at: number, first: number): number {
  let start = at;
  while (start > first && !isBoundary(words, start - 1)) start -= 1;
  return start;
}

/** Whether the words were said; "niemand sagte", "sagte nicht", "wird sagen", "wenn sie sagt" leave them unsaid. */
function polarityOf(
  words: Words,
  { lemma }: GermanCue,
  { source, verb }: Found,
  at: number,
  last: number,
): Polarity | null {
  const { lower, language } = words;
  const { denying, nobody, conditions } = language.polarity;
  const first = Math.min(source.first, verb);
  const ifBefore = [first - 1, source.first - 1].some((before) => conditions.has(lower[before] ?? ''));
  if (nobody.has(lower[source.first]!) || ifBefore) return null;
  const denied = denying.has(lemma);
  const found = modality(words, { first, last: Math.max(at, source.last) + 2 }, at, last);
  if (found === 'DENIED' && denied) return null;
  return found === 'STATED' && denied ? 'DENIED' : found;
}

/** What "nicht", "wird", "könnte" and "angeblich" beside a verb make of its words. */
function modality({ lower, classes, language }: Words, near: Phrase, at: number, last: number): Polarity | null {
  const { possible, future, hearsay } = language.polarity;
  let polarity: Polarity = 'STATED';
  for (let next = near.first; next < last && (next <= near.last || classes[next] === 'adverb'); next += 1) {
    if (classes[next] === 'comma' && next > at) break;
    if (classes[next] === 'not') return 'DENIED';
    if (possible.has(lower[next]!)) return null;
    if (future.has(lower[next]!)) polarity = 'HYPOTHETICAL';
    if (hearsay.has(lower[next]!)) polarity = 'ALLEGED';
  }
  return polarity;
}
