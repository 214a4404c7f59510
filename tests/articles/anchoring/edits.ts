import type { Random } from '../../world/random';
import { copyOf, fresh, type Sign, type TaggedText, tidied, wordsOf } from './taggedText';

/** A way of changing a text. Gives the changed text; what it was given stays as it is. */
export type Edit = (text: TaggedText, random: Random, words: Supply) => TaggedText;

/** Where new words come from. */
export interface Supply {
  readonly words: readonly string[];
  readonly sentences: readonly string[];
}

interface Stretch {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch found by a pattern in some paragraph. */
function stretch(text: TaggedText, random: Random, pattern: RegExp): Stretch | undefined {
  const paragraph = random.int(0, text.length - 1);
  const signs = text[paragraph]!;
  // Indices in signs and in UTF-16 units differ where a sign has two.
  const units = [0];
  for (const sign of signs) units.push(units.at(-1)! + sign.text.length);
  const found = [...wordsOf(signs).matchAll(pattern)];
  if (found.length === 0) return undefined;
  const match = random.pick(found);
  return { paragraph, from: units.indexOf(match.index), to: units.indexOf(match.index + match[0].length) };
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const someWords = /\S+(?: \S+){0,5} ?/gu;
const sentence = /[^.!?]+(?:[.!?]+["”’)]*|$) ?/gu;
const quoted = /["“][^"”]+["”]/gu;
const besideQuotes = /\S+ ["“]|["”] \S+(?: \S+)?/gu;
const shortQuotes = /["“][^"”]{1,25}["”]/gu;

function replace(text: TaggedText, { paragraph, from, to }: Stretch, by: readonly Sign[]): TaggedText {
  return text.map((signs, i) => (i === paragraph ? [...signs.slice(0, from), ...by, ...signs.slice(to)] : signs));
}

function cut(text: TaggedText, at: Stretch): Sign[] {
  return text[at.paragraph]!.slice(at.from, at.to);
}

/** Words that are put in place of words which begin, or end, with the same letters leave those as they were. */
function typedOver(old: readonly Sign[], by: readonly Sign[]): Sign[] {
  const shorter = Math.min(old.length, by.length);
  let head = 0;
  while (head < shorter && old[head]!.text === by[head]!.text) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail)!.text === by.at(-1 - tail)!.text) tail += 1;
  return [...old.slice(0, head), ...by.slice(head, by.length - tail), ...old.slice(old.length - tail)];
}

const onStretch =
  (pattern: RegExp, change: (signs: Sign[], random: Random, supply: Supply) => Sign[]): Edit =>
  (text, random, supply) => {
    const at = stretch(text, random, pattern);
    return at ? replace(text, at, typedOver(cut(text, at), change(cut(text, at), random, supply))) : text;
  };

/** Takes a stretch, and puts it, or what is made of it, before another one of its kind. */
const elsewhere =
  (pattern: RegExp, keepsFirst: boolean, change: (signs: Sign[], random: Random, supply: Supply) => Sign[]): Edit =>
  (text, random, supply) => {
    const at = stretch(text, random, pattern);
    if (!at) return text;
    const put = change([...cut(text, at), ...fresh(' ')], random, supply);
    const rest = keepsFirst ? text : replace(text, at, []);
    const to = stretch(rest, random, pattern);
    return to ? replace(rest, { ...to, to: to.from }, put) : text;
  };

const exchangeWord = (signs: Sign[], random: Random, { words }: Supply): Sign[] =>
  onStretch(word, () => fresh(random.pick(words)))([signs], random, { words, sentences: [] })[0]!;

const same = (signs: Sign[]): Sign[] => signs;
const nothing = (): Sign[] => [];

function withParagraph(text: TaggedText, at: number, signs: Sign[]): TaggedText {
  return [...text.slice(0, at), signs, ...text.slice(at)];
}

const onParagraph =
  (change: (text: TaggedText, at: number, random: Random, supply: Supply) => TaggedText): Edit =>
  (text, random, supply) =>
    change(text, random.int(0, text.length - 1), random, supply);

const without = (text: TaggedText, at: number): TaggedText => text.filter((_, i) => i !== at);

/** Two stretches of a kind exchange their places. */
const swap =
  (pattern: RegExp): Edit =>
  (text, random) => {
    const one = stretch(text, random, pattern);
    const other = stretch(text, random, pattern);
    if (!one || !other || one.paragraph === other.paragraph) return text;
    // Who exchanges like for like has done nothing.
    if (wordsOf(cut(text, one)).trim() === wordsOf(cut(text, other)).trim()) return text;
    return replace(replace(text, one, cut(text, other)), other, cut(text, one));
  };

/** What a desk does to a story. */
export const plainEdits: Record<string, Edit> = {
  'exchange a word': onStretch(word, (_, random, { words }) => fresh(random.pick(words))),
  'mistype a word': onStretch(word, (signs) => fresh(`${wordsOf(signs)}e`)),
  'insert a word': onStretch(word, (signs, random, { words }) => [...signs, ...fresh(` ${random.pick(words)}`)]),
  'delete words': onStretch(someWords, nothing),
  'exchange beside a quote': onStretch(besideQuotes, (signs, random, supply) => exchangeWord(signs, random, supply)),
  'exchange in a quote': onStretch(quoted, (signs, random, supply) => exchangeWord(signs, random, supply)),
  'delete a sentence': onStretch(sentence, nothing),
  'exchange a sentence': onStretch(sentence, (_, random, { sentences }) => fresh(`${random.pick(sentences)} `)),
  'insert a sentence': onStretch(sentence, (signs, random, { sentences }) => [
    ...signs,
    ...fresh(` ${random.pick(sentences)} `),
  ]),
  'move a sentence': elsewhere(sentence, false, same),
  'split a sentence': onStretch(word, (signs) => [...signs, ...fresh('. And')]),
  'delete a paragraph': onParagraph((text, at) => (text.length > 2 ? without(text, at) : text)),
  'insert a paragraph': onParagraph((text, at, random, { sentences }) =>
    withParagraph(text, at, fresh(random.sample(sentences, 3).join(' '))),
  ),
  'move a paragraph': onParagraph((text, at, random) =>
    withParagraph(without(text, at), random.int(0, text.length - 1), text[at]!),
  ),
  'split a paragraph': (text, random) => {
    const at = stretch(text, random, sentence);
    if (!at) return text;
    const signs = text[at.paragraph]!;
    return withParagraph(
      text.map((other, i) => (i === at.paragraph ? signs.slice(0, at.from) : other)),
      at.paragraph + 1,
      signs.slice(at.from),
    );
  },
  'join paragraphs': onParagraph((text, at) =>
    at === 0
      ? text
      : without(text, at).map((signs, i) => (i === at - 1 ? [...signs, ...fresh(' '), ...text[at]!] : signs)),
  ),
};

/** What makes words hard to tell apart. */
export const confusingEdits: Record<string, Edit> = {
  'copy a sentence': elsewhere(sentence, true, copyOf),
  'copy a sentence, changed': elsewhere(sentence, true, (signs, random, supply) =>
    exchangeWord(copyOf(signs), random, supply),
  ),
  'move a sentence, changed': elsewhere(sentence, false, exchangeWord),
  'copy a quote': elsewhere(quoted, true, copyOf),
  'move a quote': elsewhere(quoted, false, same),
  'swap quotes': swap(quoted),
  'swap short quotes': swap(shortQuotes),
  'swap sentences': swap(sentence),
  'delete a short quote': onStretch(shortQuotes, nothing),
  'copy a paragraph': onParagraph((text, at, random) =>
    withParagraph(text, random.int(0, text.length), copyOf(text[at]!)),
  ),
  'copy a paragraph beside itself': onParagraph((text, at, random) =>
    withParagraph(text, at + random.int(0, 1), copyOf(text[at]!)),
  ),
  'copy a paragraph, changed': onParagraph((text, at, random, supply) =>
    withParagraph(text, random.int(0, text.length), exchangeWord(copyOf(text[at]!), random, supply)),
  ),
  'swap paragraphs': onParagraph((text, at, random) => {
    const other = random.int(0, text.length - 1);
    return text.map((signs, i) => (i === at ? text[other]! : i === other ? text[at]! : signs));
  }),
  'delete across paragraphs': (text, random) => {
    const one = stretch(text, random, someWords);
    if (!one || one.paragraph + 1 >= text.length) return text;
    const next = text[one.paragraph + 1]!;
    const starts = next.flatMap((sign, i) => (sign.text === ' ' ? [i] : []));
    if (starts.length === 0) return text;
    const joined = [...text[one.paragraph]!.slice(0, one.from), ...next.slice(random.pick(starts) + 1)];
    return without(text, one.paragraph + 1).map((signs, i) => (i === one.paragraph ? joined : signs));
  },
};

/** Does one edit. One that leaves the same words has done nothing, whatever it exchanged for its like. */
export function edited(text: TaggedText, edit: Edit, random: Random, supply: Supply): TaggedText {
  const result = tidied(edit(text, random, supply));
  const words = (of: TaggedText): string => of.map(wordsOf).join('\n\n');
  return result.length === 0 || words(result) === words(text) ? text : result;
}
