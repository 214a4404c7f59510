import { LRUCache } from 'lru-cache';
import type { Tag } from '../reading/trace';
import type { ReadyAnswer } from './readyAnswer';

/** How long a raw request may be that is remembered for its answer, in characters, and how many one answer may have. */
const MAX_ALIAS = 8192;
const MAX_ALIASES = 16;
/** What V8 takes for such a request beside its characters, in bytes: measured with 16 for each answer. */
const perAlias = 180;
/** No answer takes more than this part of the room. */
const PART = 16;

/** Made anew whenever the answer takes more room: the cache measures only what is new to it. */
interface Kept {
  readonly answer: ReadyAnswer;
}

/** Answers by their keys, by the raw requests that ask for them, and by what they depend on. The least recently asked for go first. */
export class AnswerStore {
  private readonly answers: LRUCache<string, Kept>;
  private readonly byTag = new Map<Tag, Set<ReadyAnswer>>();
  private readonly byAlias = new Map<string, ReadyAnswer>();
  private readonly most: number;

  /** @param maxBytes how much all of them may take, in bytes */
  constructor(maxBytes: number) {
    this.most = Math.ceil(maxBytes / PART);
    this.answers = new LRUCache<string, Kept>({
      maxSize: maxBytes,
      sizeCalculation: ({ answer }) => answer.size,
      dispose: ({ answer }, _key, reason) => {
        if (reason !== 'set') this.unlink(answer);
      },
    });
  }

  /** How many answers there are, and how many bytes they take. */
  get kept(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.answers.size, bytes: this.answers.calculatedSize };
  }

  get(key: string): ReadyAnswer | undefined {
    return this.answers.get(key)?.answer;
  }

  /** The answer that a raw request is known to ask for. */
  aliased(alias: string): ReadyAnswer | undefined {
    return this.byAlias.get(alias);
  }

  /** Puts an answer in the place of the one of its key. @returns false where it is too large */
  add(answer: ReadyAnswer): boolean {
    if (answer.size > this.most) return false;
    this.answers.delete(answer.key);
    this.answers.set(answer.key, { answer });
    for (const tag of answer.tags) {
      const answers = this.byTag.get(tag);
      if (answers) answers.add(answer);
      else this.byTag.set(tag, new Set([answer]));
    }
    return true;
  }

  /** Remembers that a raw request asks for an answer. */
  alias(alias: string, answer: ReadyAnswer): void {
    if (alias.length > MAX_ALIAS || answer.aliases.size >= MAX_ALIASES) return;
    if (this.byAlias.has(alias) || !this.has(answer)) return;
    answer.aliases.add(alias);
    this.byAlias.set(alias, answer);
    answer.grow(alias.length + perAlias);
  }

  /** Measures an answer anew. */
  resize(answer: ReadyAnswer): void {
    if (!this.has(answer)) return;
    if (answer.size > this.most) this.answers.delete(answer.key);
    else this.answers.set(answer.key, { answer });
  }

  /** Forgets what depends on a tag. */
  drop(tag: Tag): void {
    for (const answer of this.byTag.get(tag) ?? []) this.answers.delete(answer.key);
  }

  delete(key: string): void {
    this.answers.delete(key);
  }

  clear(): void {
    this.answers.clear();
  }

  private has(answer: ReadyAnswer): boolean {
    return this.answers.peek(answer.key)?.answer === answer;
  }

  private unlink(answer: ReadyAnswer): void {
    for (const alias of answer.aliases) this.byAlias.delete(alias);
    for (const tag of answer.tags) {
      const answers = this.byTag.get(tag);
      answers?.delete(answer);
      if (answers?.size === 0) this.byTag.delete(tag);
    }
  }
}
