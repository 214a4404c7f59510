import { type Cue } from '../languages/language';
import { type Sentence } from '../text/sentences';
import { type Phrase, phraseAfter } from './phrases';
import { type Found, type VerbGroup, sourceOf } from './verbSources';
import { type Words } from './wordsOf';

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
  readonly way: Found['way'] | 'accordingTo';
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
  // "are more likely to say"
  const likely = at < to - 1 && classes[at] === 'be' && classes[to - 1] === 'adverb';
  return at > from && (classes[at] === 'verb' || likely) ? at : null;
}
