import { type Polarity } from '../../extraction';
import { type Cue } from '../../languages/language';
import { type Sentence } from '../../text/sentences';
import { type Phrase } from '../phrases';
import { type VerbGroup } from '../verbGroup';
import { type Words } from '../wordsOf';
import { isCarrier, isGeneric, isNobody } from './nobody';
import { isConditional, isInverted, isQuestion } from './unreal';

/** A reporting verb whose source is found. */
export interface Reported {
  readonly words: Words;
  /** The token of the verb. */
  readonly at: number;
  readonly cue: Cue;
  readonly group: VerbGroup;
  readonly source: Phrase;
  readonly sentence: Sentence;
}

/** What a text says with a reporting verb: that the source said it, denied it, may say it; null where it says none of these. */
export function polarityOf(reported: Reported): Polarity | null {
  const { words, at, cue, group, sentence } = reported;
  if (isUnreal(reported)) return null;
  const modal = modality(reported);
  // "will show", "is set to want": what is no saying is not announced.
  if (modal !== 'STATED') return group.isNegated || cue.tells !== 'says' ? null : modal;
  if (isHearsay(reported)) return 'ALLEGED';
  const denies = words.language.polarity.denying.has(cue.lemma) || claimsBehind(words, cue.lemma, at + 1) !== null;
  if (!group.isNegated) return denies ? 'DENIED' : 'STATED';
  // "did not deny" leaves open what is so; "did not say whether" says nothing.
  return denies || asksBehind(words, at + 1, sentence) ? null : 'DENIED';
}

/** Whether nobody speaks, or it is left open whether anybody does. */
function isUnreal({ words, source, sentence, at, group }: Reported): boolean {
  if (isNobody(words, source, sentence) || isGeneric(words, source) || isCarrier(words, source)) return true;
  if (isQuestion(words, sentence, at) || isInverted(words, source, group, sentence)) return true;
  return isConditional(words, source, group.first, sentence);
}

/** What auxiliaries, and the word before an infinitive, make of a verb. */
function modality({ words: { lower, language }, at, group }: Reported): Polarity | null {
  const { future, possible, withholding, advance } = language.polarity;
  let result: Polarity = 'STATED';
  for (let word = group.first; word < at; word += 1) {
    if (possible.has(lower[word]!)) return null;
    if (future.has(lower[word]!)) result = 'HYPOTHETICAL';
  }
  if (group.governor === null) return result;
  const governor = lower[group.governor]!;
  // "are more likely to say" compares people, and "is likely to say" guesses.
  if (withholding.has(governor) || governor === 'likely') return null;
  return advance.has(governor) ? 'HYPOTHETICAL' : result;
}

/** "allegedly said", "is said to have called" */
function isHearsay({ words: { lower, language }, at, group }: Reported): boolean {
  const { hearsay } = language.polarity;
  for (let word = Math.max(group.first - 1, 0); word <= at + 1; word += 1)
    if (hearsay.has(lower[word] ?? '')) return true;
  return false;
}

/** How far behind a verb "claims that" may stand: "rejected the widely spread claims that". */
const claimsReach = 6;

/** Where that begins which a verb says of others' claims: "rejected claims that she took bribes". Null where it is about none. */
export function claimsBehind({ classes, lower, language }: Words, lemma: string, from: number): number | null {
  const { rejecting, denying, claims } = language.polarity;
  if (!rejecting.has(lemma) && !denying.has(lemma)) return null;
  for (let at = from; at < Math.min(from + claimsReach, lower.length - 1); at += 1)
    if (claims.has(lower[at]!) && classes[at + 1] === 'that') return at + 2;
  return null;
}

/** How far behind a verb its indirect question may begin: "did not tell reporters in Rome whether". */
const reach = 8;

/** Whether what follows a verb is a question: "did not say who". */
export function asksBehind(
  { classes, lower, quotationAt, language }: Words,
  from: number,
  { last }: Sentence,
): boolean {
  for (let at = from; at < Math.min(from + reach, last) && quotationAt[at] === -1; at += 1) {
    if (language.polarity.questions.has(lower[at]!)) return true;
    if (/^(?:that|be|auxiliary|verb|cue|comma|sign)$/.test(classes[at]!)) return false;
  }
  return false;
}
