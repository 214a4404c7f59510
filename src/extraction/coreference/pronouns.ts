import { type Gender } from '../names/gazetteer';
import { type StoryWords, type WordSpan } from '../names/storyWords';
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

/** Finds for each he and she the person meant, reading from the beginning. */
export function resolvePronouns(words: StoryWords, people: readonly Referent[]): Resolved[] {
  const at = new Map<number, number>();
  people.forEach(({ mentions }, person) => {
    for (const { first } of mentions) at.set(first, person);
  });
  const resolved: Resolved[] = [];
  const recent = new Recent(words);
  words.lower.forEach((word, i) => {
    recent.enter(i);
    const named = at.get(i);
    if (named !== undefined) recent.see(named, i);
    const gender = genders[word];
    if (gender === undefined || named !== undefined) return;
    const referent = recent.best(i, (person) => agrees(people[person]!.gender, gender));
    if (referent === null) return;
    resolved.push({ word: i, referent });
    recent.see(referent, i);
  });
  return resolved;
}

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

  best(i: number, fits: (person: number) => boolean): number | null {
    const { sentenceOf } = this.words;
    const scores = new Map<number, number>();
    for (const { person, word, quoted, subject } of this.seen) {
      const distance = sentenceOf[i]! - sentenceOf[word]!;
      if (distance > farthest || !fits(person)) continue;
      const near = 1 / (1 + distance);
      const score = near * (subject ? 2 : 1) * (quoted === this.quoted ? 1 : 0.4);
      scores.set(person, (scores.get(person) ?? 0) + score);
    }
    let best: number | null = null;
    let most = 0;
    for (const [person, score] of scores) if (score > most) [best, most] = [person, score];
    return best;
  }

  private startsParagraph(i: number): boolean {
    const { parts, tokens, partOf } = this.words;
    return parts[partOf[i]!]!.read.text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n');
  }

  /** Whether the name stands where subjects do: early in its sentence, or right after or before a verb of saying. */
  private isSubject(word: number): boolean {
    const { lower, sentenceOf, sentenceStarts, tokens } = this.words;
    const start = sentenceStarts[sentenceOf[word]!]!;
    let at = start;
    while (at < word && !/\p{L}/u.test(tokens[at]!.text)) at += 1;
    if (word - at <= 3) return true;
    return /^(?:said|says|told|added|that|and|but|when|because|as|if|while|after|before|,)$/.test(
      lower[word - 1] ?? '',
    );
  }
}
