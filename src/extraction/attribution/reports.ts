import { type Polarity } from '../extraction';
import { type Cue } from '../languages/language';
import { type Sentence } from '../text/sentences';
import { germanReports } from './german/reports';
import { type Phrase, phraseAfter } from './phrases';
import { polarityOf } from './polarity/polarityOf';
import { verbGroup } from './verbGroup';
import { type Found, sourceOf } from './verbSources';
import { type Words } from './wordsOf';

/** That somebody said something: the cue, and whom the sentence names as the source. */
export interface Report {
  /** From the first auxiliary to the verb. */
  readonly cue: Phrase;
  readonly lemma: string;
  readonly tells: Cue['tells'];
  readonly hearerFirst: boolean;
  readonly takesClause: boolean;
  /** The verb judges its object, which is no more than what was spoken of: "praised the plan". */
  readonly judges: boolean;
  readonly source: Phrase;
  readonly way: Found['way'] | 'accordingTo';
  /** Null where the text doesn't say that the source said it: "refused to say", "nobody said". */
  readonly polarity: Polarity | null;
  /** The text has the words from somebody else, who tells what the source said: "Lee said Reed had told her". */
  readonly isNested: boolean;
  /** What was said, where the language’s own rules find it; left out where contentsOf looks for it. */
  readonly content?: Phrase | null;
  /** Which sentence. */
  readonly sentence: number;
}

/** The reports of a text, outside of quotations, in printed order. */
export function reportsOf(words: Words): Report[] {
  if (words.language.code === 'de') return germanReports(words);
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
  return {
    cue: { first: at, last },
    lemma: phrase.join(' '),
    tells: 'says',
    hearerFirst: false,
    takesClause: false,
    judges: false,
    source,
    way: 'accordingTo',
    polarity: 'STATED',
    isNested: false,
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
  const { lemma, tells, hearerFirst, takesClause, judges } = cue;
  const { source, way } = found;
  const polarity =
    found.polarity === undefined ? polarityOf({ words, at, cue, group, source, sentence }) : found.polarity;
  return {
    cue: { first: found.cueFirst ?? group.first, last: particle ? at + 2 : at + 1 },
    ...{ lemma, tells, hearerFirst: hearerFirst && way !== 'toldBy', takesClause, judges },
    ...{ source, way, polarity, isNested: found.isNested ?? false, sentence: index },
  };
}
