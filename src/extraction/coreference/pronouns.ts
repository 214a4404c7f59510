import { type Gender } from '../names/gazetteer';
import { roleWords } from '../names/roleWords';
import { type StoryWords, type WordSpan } from '../names/storyWords';
import { listed } from '../languages/language';
import { agrees } from './gender';

/** A person as pronouns refer to them; `mentions` in the order of the story, and it grows as pronouns are resolved. */
export interface Referent {
  readonly gender: Gender;
  readonly mentions: WordSpan[];
}

/** A pronoun and the person it stands for, by index. */
export interface Resolved {
  readonly word: number;
  readonly referent: number;
}

const genders: Readonly<Record<string, Gender>> = {
  he: 'MALE',
  him: 'MALE',
  his: 'MALE',
  himself: 'MALE',
  she: 'FEMALE',
  her: 'FEMALE',
  hers: 'FEMALE',
  herself: 'FEMALE',
};
const farthest = 6;
/** How much it helps a person to be named again and again. */
const repeated = 0.2;
/** A man or a woman without a name: "a woman", "his wife". */
const unnamed: Readonly<Record<'MALE' | 'FEMALE', number>> = { MALE: -1, FEMALE: -2 };

/** Finds for each he and she the person meant, reading from the beginning. */
export function resolvePronouns(words: StoryWords, people: readonly Referent[]): Resolved[] {
  const at = new Map<number, number>();
  people.forEach(({ mentions }, person) => {
    for (const { first } of mentions) at.set(first, person);
  });
  const taken = new Set(
    people.flatMap(({ mentions }) =>
      mentions.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i)),
    ),
  );
  const resolved: Resolved[] = [];
  const recent = new Recent(words);
  words.lower.forEach((word, i) => {
    recent.enter(i);
    const named = at.get(i);
    if (named !== undefined) recent.see(named, i);
    const stranger = taken.has(i) ? null : strangerAt(words, i, taken);
    if (stranger) recent.see(unnamed[stranger], i);
    const gender = genders[word] ?? germanGender(words, i);
    if (gender === undefined || named !== undefined) return;
    const referent = recent.best(i, (person) =>
      person < 0 ? person === unnamed[gender as 'MALE' | 'FEMALE'] : agrees(people[person]!.gender, gender),
    );
    if (referent === null) return;
    resolved.push({ word: i, referent });
    recent.see(referent, i);
  });
  return resolved;
}

/** German "er", and "sie" beside a verb for one person: "sagte sie". */
function germanGender({ lower, parts, partOf }: StoryWords, i: number): Gender | undefined {
  const word = lower[i]!;
  if ((word !== 'er' && word !== 'sie') || parts[partOf[i]!]!.read.language.code !== 'de') return undefined;
  if (word === 'er') return 'MALE';
  const isOne = /[^e]t$|[^e]te$|^(?:rief|schrieb|bestritt|fuhr|gab|wies|sprach|hob)$/;
  return isOne.test(lower[i - 1] ?? '') || isOne.test(lower[i + 1] ?? '') ? 'FEMALE' : undefined;
}

/** The sex of a man or woman whom the text doesn't name there: "the woman"; null for a title before a name, and for no such word. */
function strangerAt({ lower }: StoryWords, i: number, taken: ReadonlySet<number>): 'MALE' | 'FEMALE' | null {
  const gender = strangers.get(lower[i]!);
  if (gender === undefined || taken.has(i + 1) || !leadsIn.test(lower[i - 1] ?? '')) return null;
  return gender;
}

/** What stands before a man or woman who is spoken of without a name. */
const leadsIn = /^(?:an?|the|this|that|his|her|my|your|our|their|one|another|pregnant|young|old|elderly)$|s$/;
const women = listed(
  'woman girl mother mum mom wife sister daughter aunt grandmother widow lady girlfriend actress spokeswoman',
);
const men = listed('man boy father dad husband brother son uncle grandfather widower gentleman boyfriend spokesman');
const strangers: ReadonlyMap<string, 'MALE' | 'FEMALE'> = new Map([
  ...women.map((word): [string, 'FEMALE'] => [word, 'FEMALE']),
  ...men.map((word): [string, 'MALE'] => [word, 'MALE']),
]);

interface Seen {
  readonly person: number;
  readonly word: number;
  readonly quoted: boolean;
  readonly subject: boolean;
}

/** The persons seen lately, and how likely the next pronoun means each of them. */
class Recent {
  private seen: Seen[] = [];
  private quoted = false;
  private part = -1;
  private paragraphStart = 0;

  constructor(private readonly words: StoryWords) {}

  /** Goes on to word i. */
  enter(i: number): void {
    const { tokens, partOf, sentenceOf } = this.words;
    if (partOf[i] !== this.part) [this.seen, this.quoted, this.part] = [[], false, partOf[i]!];
    const { text } = tokens[i]!;
    if (text === '“') this.quoted = true;
    else if (text === '”') this.quoted = false;
    else if (text === '"') this.quoted = !this.quoted;
    // A quotation mark that was never closed ends with its paragraph.
    if (i > 0 && sentenceOf[i] !== sentenceOf[i - 1] && this.startsParagraph(i))
      this.quoted = text === '“' || text === '"';
    this.seen = this.seen.length > 60 ? this.seen.slice(-40) : this.seen;
  }

  see(person: number, word: number): void {
    this.seen.push({ person, word, quoted: this.quoted, subject: this.isSubject(word) });
  }

  /**
   * Who is meant at word i: the nearest who fits, subjects before others; who is named more often only helps to decide.
   * @returns null where it is somebody without a name, or nobody fits
   */
  best(i: number, fits: (person: number) => boolean): number | null {
    const { sentenceOf } = this.words;
    const scores = new Map<number, { nearest: number; all: number }>();
    for (const { person, word, quoted, subject } of this.seen) {
      const distance = sentenceOf[i]! - sentenceOf[word]!;
      if (distance > farthest || !fits(person)) continue;
      const score = (1 / (1 + distance)) * (subject ? 2 : 1) * (quoted === this.quoted ? 1 : 0.4);
      const { nearest, all } = scores.get(person) ?? { nearest: 0, all: 0 };
      scores.set(person, { nearest: Math.max(nearest, score), all: all + score });
    }
    let best: number | null = null;
    let most = 0;
    for (const [person, { nearest, all }] of scores) {
      const score = nearest + Math.min(all - nearest, 1) * repeated;
      if (score > most) [best, most] = [person, score];
    }
    return best === null || best < 0 ? null : best;
  }

  private startsParagraph(i: number): boolean {
    const { parts, tokens, partOf } = this.words;
    return parts[partOf[i]!]!.read.text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n');
  }

  /** Whether the name stands where subjects do: at the start of its clause, or beside a verb, and behind no preposition. */
  private isSubject(word: number): boolean {
    const { lower, sentenceOf, sentenceStarts, tokens } = this.words;
    let before = word - 1;
    const start = sentenceStarts[sentenceOf[word]!]!;
    while (before >= start && (/^\p{Lu}/u.test(tokens[before]!.text) || roleWords.has(lower[before]!))) before -= 1;
    if (preposition.test(lower[before] ?? '') && before >= start) return false;
    if (/^(?:him|his|her|hers|himself|herself)$/.test(lower[word]!)) return false;
    if (word - start <= 3) return true;
    return before < start || clauseStart.test(lower[word - 1] ?? '');
  }
}

const preposition = /^(?:of|in|on|at|for|with|by|from|to|about|against|between|among|than|under|over|near|like)$/;
const clauseStart = /^(?:said|says|told|added|asked|wrote|that|and|but|when|because|as|if|while|after|before|,|“|")$/;
