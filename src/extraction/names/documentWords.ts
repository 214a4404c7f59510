import { hashOf } from '../../text/hash';
import { listsOf } from './listedWords';
import { sportWords } from './wordLists';
import { classesPerGroup, wordClasses } from './wordClasses';

/** Words of one text, cut into sentences: what the tagger reads. */
export interface Words {
  readonly words: readonly string[];
  /** The first word of each sentence, in rising order, beginning with 0. */
  readonly sentenceStarts: readonly number[];
}

/** How a sentence is printed: as usual, with a capital for most words (a headline), or in capitals. */
export const casing = { usual: 0, headline: 1, capitals: 2 } as const;

/** What each word of a document is by itself and in the document, a column a fact. */
export interface DocumentWords {
  readonly lower: readonly string[];
  /** The hash of the word in small letters. */
  readonly hash: Uint32Array;
  readonly shape: Uint32Array;
  /** 1 for a word with a capital first. */
  readonly capital: Uint8Array;
  /** 1 for a word of three letters and more, all of them capitals. */
  readonly inCapitals: Uint8Array;
  /** 1 to 1024; 0 for a word without class. */
  readonly wordClass: Uint16Array;
  /** 0 to 63; 64 for a word without class. */
  readonly group: Uint8Array;
  /** The bits of `list`. */
  readonly lists: Uint16Array;
  /** Of the word's sentence: one of `casing`. */
  readonly casing: Uint8Array;
  /** 1 for the first word of a sentence that has letters. */
  readonly opens: Uint8Array;
  /** How the document prints the word elsewhere: 1 in small letters, 2 with a capital inside a sentence, 3 both. */
  readonly printed: Uint8Array;
  /** Whether the document tells of sport, where a town's name is mostly its team's. */
  readonly isSport: boolean;
  /** Sentences as [first, end) pairs. */
  readonly sentences: readonly Stretch[];
  /** The stretches of words in which names can stand, inside sentences: words with capitals and what stands between them. */
  readonly stretches: readonly Stretch[];
}

/** Words from the first number up to, not including, the second. */
export type Stretch = readonly [number, number];

/** Capitals as X, small letters as x, digits as d, other signs as they are; runs are cut to two. */
export function shapeOf(word: string): string {
  let shape = '';
  let run = 0;
  for (let i = 0; i < Math.min(word.length, 24); i += 1) {
    const kind = kindOfCharacter(word[i]!);
    run = shape.endsWith(kind) ? run + 1 : 1;
    if (run <= 2) shape += kind;
  }
  return shape;
}

function kindOfCharacter(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x';
  if (character >= 'A' && character <= 'Z') return 'X';
  if (character >= '0' && character <= '9') return 'd';
  if (character < '\u0080') return character;
  return /\p{Lu}/u.test(character) ? 'X' : /[\p{L}\p{M}]/u.test(character) ? 'x' : character;
}

const noGroup = 64;
/** Of the words of a report on sport, at least this part are words of `sportWords`. */
const sportShare = 0.02;

/** Looks at every word of a document once. */
export function readWords({ words, sentenceStarts }: Words): DocumentWords {
  const count = words.length;
  const lower = words.map((word) => word.toLowerCase());
  const capital = words.map((word) => /^\p{Lu}/u.test(word));
  const hash = Uint32Array.from(lower, (word) => hashOf(word));
  const shape = Uint32Array.from(words, (word) => hashOf(shapeOf(word)));
  const wordClass = Uint16Array.from(lower, (word, i) => classOf(word, hash[i]!) + 1);
  const group = Uint8Array.from(wordClass, (number) =>
    number === 0 ? noGroup : Math.floor((number - 1) / classesPerGroup),
  );
  const sentences = sentenceStarts.map((first, i) => [first, sentenceStarts[i + 1] ?? count] as const);
  const sentenceCasing = new Uint8Array(count);
  const opens = new Uint8Array(count);
  for (const [first, end] of sentences) {
    sentenceCasing.fill(casingOf(words, first, end), first, end);
    let at = first;
    while (at < end && !/\p{L}/u.test(words[at]!)) at += 1;
    if (at < end) opens[at] = 1;
  }
  const printed = printedElsewhere(lower, capital, sentenceCasing, opens);
  return {
    lower,
    hash,
    shape,
    capital: Uint8Array.from(capital, Number),
    inCapitals: Uint8Array.from(words, (word) => Number(/^\p{Lu}{3,}$/u.test(word))),
    wordClass,
    group,
    lists: listsOf(lower, capital),
    casing: sentenceCasing,
    opens,
    printed,
    isSport: lower.reduce((sum, word) => sum + Number(sportWords.has(word)), 0) >= Math.max(2, count * sportShare),
    sentences,
    stretches: stretchesOf(words, lower, sentences),
  };
}

/** How many words in small letters a name may have in a row: "Bank of the West". */
const widestGap = 2;
const particles = /^(?:de|da|del|della|di|dos|du|la|le|el|al|bin|ibn|ben|van|von|der|den|ter|af|zu|y)$/;

/** All other words, most of a text, are no names: what is not looked at costs nothing. */
function stretchesOf(words: readonly string[], lower: readonly string[], sentences: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [first, end] of sentences) {
    let begun = -1;
    let latest = -1;
    for (let i = first; i < end; i += 1) {
      if (!/\p{Lu}/u.test(words[i]!)) continue;
      if (begun >= 0 && i - latest - 1 > widestGap) {
        stretches.push([begun, latest + 1]);
        begun = -1;
      }
      if (begun < 0) begun = i > first && particles.test(lower[i - 1]!) ? i - 1 : i;
      latest = i;
    }
    if (begun >= 0) stretches.push([begun, latest + 1]);
  }
  return stretches;
}

/** Of a word with a hyphen that is in no class ("London-based"), the last part tells most. */
function classOf(lower: string, hash: number): number {
  const known = wordClasses().get(hash);
  const hyphen = lower.lastIndexOf('-');
  return known >= 0 || hyphen < 0 ? known : wordClasses().get(hashOf(lower.slice(hyphen + 1)));
}

function casingOf(words: readonly string[], first: number, end: number): number {
  let long = 0;
  let capitals = 0;
  let capital = 0;
  for (let i = first; i < end; i += 1) {
    const word = words[i]!;
    if (word.length < 4 || !/^\p{L}/u.test(word)) continue;
    long += 1;
    if (/^\p{Lu}/u.test(word)) capital += 1;
    if (!/\p{Ll}/u.test(word)) capitals += 1;
  }
  if (long < 2) return casing.usual;
  if (capitals >= long * 0.7) return casing.capitals;
  return capital >= long * 0.8 && long > 3 ? casing.headline : casing.usual;
}

function printedElsewhere(
  lower: readonly string[],
  capital: readonly boolean[],
  sentenceCasing: Uint8Array,
  opens: Uint8Array,
): Uint8Array {
  const ways = new Map<string, number>();
  lower.forEach((word, i) => {
    if (sentenceCasing[i] !== casing.usual) return;
    if (!capital[i]) ways.set(word, (ways.get(word) ?? 0) | 1);
    else if (opens[i] === 0) ways.set(word, (ways.get(word) ?? 0) | 2);
  });
  return Uint8Array.from(lower, (word) => ways.get(word) ?? 0);
}
