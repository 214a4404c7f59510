import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { normalizeBody } from '../../../src/text/body';
import { codePointCount, occurrencesOf, type Span, wordsAt } from '../../../src/text/spans';
import type { Random } from '../../world/random';

/** A text with what is to be carried through its edits. */
export interface Story {
  readonly body: string;
  readonly quotes: readonly (readonly Span[])[];
  /** Names, as mentions hold them. */
  readonly mentions: readonly (readonly Span[])[];
}

/** Real news for measuring; not part of the project, and perhaps not there. */
export const newsFolder = path.resolve('../shared/data');

function spanAt(body: string, start: number, end: number): Span {
  return { start, end, text: wordsAt(body, start, end) };
}

/** The words between quotation marks, a quote each. */
function quotesIn(body: string): Span[][] {
  return [...body.matchAll(/(?<=["“])[^"“”\n]+(?=["”])/g)].map((match) => {
    const start = codePointCount(body.slice(0, match.index));
    return [spanAt(body, start, start + codePointCount(match[0]))];
  });
}

function namesIn(body: string): Span[][] {
  return [...body.matchAll(/(?<=[a-z,] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu)].map((match) => {
    const start = codePointCount(body.slice(0, match.index));
    return [spanAt(body, start, start + codePointCount(match[0]))];
  });
}

function story(body: string, quotes = quotesIn(body)): Story {
  const wordy = quotes.filter((spans) => spans.every((span) => /[\p{L}\p{N}]/u.test(span.text)));
  return { body, quotes: wordy, mentions: namesIn(body) };
}

/** The sample article, with the quotes that it ships with. */
function sampleStory(): Story {
  const seed = JSON.parse(readFileSync('prisma/seed/rubio-mexico-cartels.json', 'utf8')) as {
    quotes: { spans: string[] }[];
  };
  const printed = normalizeBody(readFileSync('prisma/seed/rubio-mexico-cartels.txt', 'utf8')).split('\n\n');
  const body = printed.slice(3).join('\n\n');
  const quotes = seed.quotes.map(({ spans }) => spans.map((words) => occurrencesOf(words, body)[0]!));
  return story(body, quotes);
}

/** News that the project ships: the sample article, and the demo's of Wikinews. */
export function shippedStories(): Story[] {
  const wikinews = JSON.parse(readFileSync('prisma/seed/wikinews/stories.json', 'utf8')) as { body: string[] }[];
  const stories = [sampleStory(), ...wikinews.map(({ body }) => story(normalizeBody(body.join('\n\n'))))];
  return stories.filter(({ quotes }) => quotes.length > 0);
}

/** Many more, of newsFolder; none where the folder is not there. */
export function newsStories(): Story[] {
  return [...annotatedStories(), ...bulkStories()].filter(({ quotes }) => quotes.length > 0);
}

interface Annotated {
  readonly text: string;
  readonly quotes: { start: number; end: number; attribution: string | null }[];
}

/** US news with quotes marked by people; a quote broken by its attribution has several spans. */
function annotatedStories(): Story[] {
  const file = path.join(newsFolder, 'quotes/polnear.dev.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { text, quotes } = JSON.parse(line) as Annotated;
    if (normalizeBody(text) !== text) return []; // its offsets would be those of another text
    const spans = new Map<string, Span[]>();
    for (const [i, { start, end, attribution }] of quotes.entries()) {
      const words = wordsAt(text, start, end);
      const inner = words.replace(/^["“”\s]+/, '');
      const from = start + codePointCount(words) - codePointCount(inner);
      const bare = inner.replace(/["“”\s]+$/, '');
      if (bare === '') continue;
      const key = attribution ?? `#${i}`;
      spans.set(key, [...(spans.get(key) ?? []), { start: from, end: from + codePointCount(bare), text: bare }]);
    }
    const kept = [...spans.values()].map((of) => of.sort((one, other) => one.start - other.start));
    return [story(text, kept)];
  });
}

/** British news, 2004 and 2005; what stands between quotation marks are its quotes. */
function bulkStories(): Story[] {
  const folder = path.join(newsFolder, 'newswire/bbc');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => normalizeBody(readFileSync(file, 'utf8')))
    .map((body) => story(body));
}

const answers = [
  'No.',
  'Yes.',
  'Yes, I did.',
  'I don’t know.',
  'We will win.',
  'We will win this, we will win it again.',
];
const speakers = ['Rubio', 'Joly', 'the mayor'];
const followers = ['', ' He did not say more.', ' “No,” was the answer.', ' The room was silent.'];

/** Sentences that an echo story is made of. */
export function echoSentences(): string[] {
  return answers.flatMap((answer) => speakers.map((speaker) => `“${answer}” said ${speaker}.`));
}

/** A story in which the same short answers are given over and over, by the same few people, in the same words. */
export function echoStory(base: Story, random: Random): Story {
  const paragraphs = base.body.split('\n\n').slice(0, random.int(0, 6));
  for (let i = random.int(3, 12); i > 0; i -= 1) {
    const exchange = `${random.pick(echoSentences())}${random.pick(followers)}`;
    const at = random.int(0, paragraphs.length);
    if (paragraphs.length > 0 && random.chance(0.3)) paragraphs[random.int(0, paragraphs.length - 1)] += ` ${exchange}`;
    else paragraphs.splice(at, 0, exchange);
  }
  return story(paragraphs.join('\n\n'));
}
