import { LRUCache } from 'lru-cache';
import { SegmentedLru } from '../reading/segmentedLru';
import type { Tag } from '../reading/trace';
import type { ReadyAnswer } from './readyAnswer';
import { TagIndex } from './tagIndex';

/** How many raw requests are remembered for one answer. */
const MAX_ALIASES = 16;
/** What V8 takes for the digest of such a request, in bytes: measured with 1 and with 16 for each answer. */
const perAlias = 150;
/** No answer takes more than this part of the room. */
const PART = 16;
/** What part of the room is for the keys of answers that are asked for again and again and have to be made anew. */
const KEYS_PART = 32;
/** What such a key takes beside its characters, in bytes. */
const perKey = 150;

/** Made anew whenever the answer takes more room: the cache measures only what is new to it. */
interface Kept {
  readonly answer: ReadyAnswer;
}

/**
 * Answers by their keys, by digests of the raw requests that ask for them, and by what they depend on. Those go first that were asked for
 * once only: a client that asks for ever new ones takes nobody's away. What a change drops is known when it is made anew.
 */
export class AnswerStore {
  private readonly answers: SegmentedLru<Kept>;
  private readonly again: LRUCache<string, true>;
  private readonly byTag = new TagIndex();
  private readonly byAlias = new Map<string, ReadyAnswer>();
  private readonly most: number;

  /** @param maxBytes how much all of them may take, in bytes */
  constructor(maxBytes: number) {
    this.most = Math.ceil(maxBytes / PART);
    const forKeys = Math.ceil(maxBytes / KEYS_PART);
    this.again = new LRUCache({ maxSize: forKeys, sizeCalculation: (_, key) => 2 * key.length + perKey });
    this.answers = new SegmentedLru({
      maxSize: maxBytes - forKeys,
      sizeOf: ({ answer }) => answer.size,
      gone: ({ answer }) => this.unlink(answer),
    });
  }

  /** How many answers there are, and how many bytes they take. */
  get kept(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.answers.count, bytes: this.answers.size + this.again.calculatedSize };
  }

  get(key: string): ReadyAnswer | undefined {
    return this.answers.get(key)?.answer;
  }

  /** The answer that the raw request of that digest is known to ask for. */
  aliased(alias: string): ReadyAnswer | undefined {
    return this.byAlias.get(alias);
  }

  /** Puts an answer in the place of the one of its key. @returns false where it is too large */
  add(answer: ReadyAnswer): boolean {
    if (answer.size > this.most) return false;
    this.delete(answer.key);
    this.answers.set(answer.key, { answer }, this.again.delete(answer.key));
    this.byTag.add(answer);
    return true;
  }

  /** Remembers that the raw request of that digest asks for an answer. */
  alias(alias: string, answer: ReadyAnswer): void {
    if (answer.aliases.length >= MAX_ALIASES || this.byAlias.has(alias) || !this.has(answer)) return;
    answer.aliases = answer.aliases.concat(alias); // takes no room in advance, as `push` does: most have one
    this.byAlias.set(alias, answer);
    answer.grow(perAlias);
  }

  /** Measures an answer anew. */
  resize(answer: ReadyAnswer): void {
    if (!this.has(answer)) return;
    if (answer.size > this.most) this.answers.delete(answer.key);
    else this.answers.set(answer.key, { answer });
  }

  /** Forgets what depends on a tag. */
  drop(tag: Tag): void {
    for (const answer of this.byTag.answersWith(tag)) this.delete(answer.key);
  }

  /** Forgets an answer that holds no longer. */
  delete(key: string): void {
    if (this.answers.isProtected(key)) this.again.set(key, true);
    this.answers.delete(key);
  }

  clear(): void {
    for (const key of this.answers.protectedKeys()) this.again.set(key, true);
    this.answers.clear();
  }

  private has(answer: ReadyAnswer): boolean {
    return this.answers.peek(answer.key)?.answer === answer;
  }

  private unlink(answer: ReadyAnswer): void {
    for (const alias of answer.aliases) this.byAlias.delete(alias);
    this.byTag.remove(answer);
  }
}
