import { type Sentence } from '../../text/sentences';
import { type Words } from '../wordsOf';
import { type GermanReport } from './reports';
import { isBoundary, phraseFrom } from './phrases';

/** "laut Ute Kamm", "nach Angaben der Feuerwehr", "der Polizei zufolge", "so die Bürgermeisterin" */
export function sourcesByPhrase(words: Words, at: number, sentence: Sentence): GermanReport | null {
  return so(words, at, sentence) ?? accordingTo(words, at, sentence) ?? whomFollows(words, at, sentence);
}

/** „…“, so Ute Kamm. */
function so(words: Words, at: number, sentence: Sentence): GermanReport | null {
  const { lower, classes, quotationAt } = words;
  if (lower[at] !== 'so' || at === sentence.first) return null;
  if (classes[at - 1] !== 'comma' && quotationAt[at - 1] === -1) return null;
  const source = phraseFrom(words, at + 1, sentence.last);
  if (
    !source ||
    (source.last < sentence.last && !isBoundary(words, source.last) && classes[source.last] !== 'preposition')
  )
    return null;
  const content = classes[at - 1] === 'comma' ? { first: sentence.first, last: at - 1 } : null;
  return { cue: { first: at, last: at + 1 }, lemma: 'so', source, way: 'inverted', polarity: 'STATED', content };
}

/** What "nach … von" leads in: "nach Angaben der Feuerwehr". */
const statement =
  /^(?:angaben|angabe|aussage|aussagen|ansicht|meinung|worten|auskunft|informationen|einschätzung|darstellung|auffassung|berichten|erkenntnissen|mitteilung)$/;

function accordingTo(words: Words, at: number, sentence: Sentence): GermanReport | null {
  const { lower, classes } = words;
  // "Nach Polizeiangaben"
  if (lower[at] === 'nach' && /.(?:angaben|berichten|informationen)$/.test(lower[at + 1] ?? ''))
    return compound(words, at, sentence);
  const cueEnd = endOfCue(words, at);
  if (cueEnd === null) return null;
  const first = /^(?:dem|einem|den)$/.test(lower[cueEnd] ?? '') ? cueEnd + 1 : cueEnd;
  const phrase = phraseFrom(words, first, sentence.last);
  if (!phrase) return null;
  const source = { first: cueEnd, last: phrase.last };
  // "Laut Verfassung wählt das Volk" tells what a law says, and no words.
  if (/^(?:verfassung|gesetz|grundgesetz|vertrag|satzung|plan|fahrplan)$/.test(lower[source.last - 1]!)) return null;
  const opens = at <= sentence.first + 1;
  const content = opens ? { first: source.last, last: sentence.last } : { first: sentence.first, last: sentence.last };
  const cue = { first: at, last: cueEnd };
  const rest = classes[content.first] === 'comma' ? { ...content, first: content.first + 1 } : content;
  return { cue, lemma: 'laut', source, way: 'accordingTo', polarity: 'STATED', content: opens ? rest : content };
}

/** Behind "laut", or "nach den Worten von"; null where neither stands. */
function endOfCue({ lower }: Words, at: number): number | null {
  if (lower[at] === 'laut') return at + 1;
  if (!/^(?:nach|gemäß)$/.test(lower[at]!)) return null;
  let end = /^(?:den|der|eigenen|ersten|bisherigen)$/.test(lower[at + 1] ?? '') ? at + 2 : at + 1;
  if (!statement.test(lower[end] ?? '')) return null;
  end += 1;
  return /^(?:von|vom)$/.test(lower[end] ?? '') ? end + 1 : end;
}

/** "Nach Polizeiangaben wurde niemand verletzt." */
function compound(words: Words, at: number, { first, last }: Sentence): GermanReport {
  const opens = at <= first + 1;
  const content = { first: opens ? at + 2 : first, last };
  const source = { first: at + 1, last: at + 2 };
  return { cue: { first: at, last: at + 1 }, lemma: 'laut', source, way: 'accordingTo', polarity: 'STATED', content };
}

/** "Der Polizei zufolge war der Fahrer betrunken." */
function whomFollows(words: Words, at: number, sentence: Sentence): GermanReport | null {
  const { lower } = words;
  if (lower[at] !== 'zufolge') return null;
  let first = at;
  while (first > sentence.first && !isBoundary(words, first - 1) && at - first < 8) {
    first -= 1;
    if (words.classes[first] === 'determiner') break;
  }
  if (first === at) return null;
  const content =
    first <= sentence.first + 1
      ? { first: at + 1, last: sentence.last }
      : { first: sentence.first, last: sentence.last };
  return {
    cue: { first: at, last: at + 1 },
    lemma: 'zufolge',
    source: { first, last: at },
    way: 'accordingTo',
    polarity: 'STATED',
    content,
  };
}
