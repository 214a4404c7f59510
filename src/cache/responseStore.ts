import { LRUCache } from 'lru-cache';
import { SegmentedLru } from '../reading/segmentedLru';
import type { Tag } from '../reading/dependencyTracker';
import type { CachedResponse } from './cachedResponse';
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
interface Entry {
  readonly answer: CachedResponse;
}

/**
 * Answers by their keys, by digests of the raw requests that ask for them, and by what they depend on. Those go first that were asked for
 * once only: a client that asks for ever new ones takes nobody's away. What a change drops is known when it is made anew.
 */
export class ResponseStore {
  private readonly responses: SegmentedLru<Entry>;
  private readonly recreated: LRUCache<string, true>;
  private readonly byTag = new TagIndex();
  private readonly byAlias = new Map<string, CachedResponse>();
  private readonly maxResponseBytes: number;

  /** @param maxBytes how much all of them may take, in bytes */
  constructor(maxBytes: number) {
    this.maxResponseBytes = Math.ceil(maxBytes / PART);
    const forKeys = Math.ceil(maxBytes / KEYS_PART);
    this.recreated = new LRUCache({ maxSize: forKeys, sizeCalculation: (_, key) => 2 * key.length + perKey });
    this.responses = new SegmentedLru({
      maxSize: maxBytes - forKeys,
      sizeOf: ({ answer }) => answer.size,
      gone: ({ answer }) => this.unlink(answer),
    });
  }

  /** How many answers there are, and how many bytes they take. */
  get stats(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.responses.count, bytes: this.responses.size + this.recreated.calculatedSize };
  }

  get(key: string): CachedResponse | undefined {
    return this.responses.get(key)?.answer;
  }

  /** The answer that the raw request of that digest is known to ask for. */
  byAliasOf(alias: string): CachedResponse | undefined {
    return this.byAlias.get(alias);
  }

  /** Puts an answer in the place of the one of its key. @returns false where it is too large */
  add(answer: CachedResponse): boolean {
    if (answer.size > this.maxResponseBytes) return false;
    this.delete(answer.key);
    this.responses.set(answer.key, { answer }, this.recreated.delete(answer.key));
    this.byTag.add(answer);
    return true;
  }

  /** Remembers that the raw request of that digest asks for an answer. */
  alias(alias: string, answer: CachedResponse): void {
    if (answer.aliases.length >= MAX_ALIASES || this.byAlias.has(alias) || !this.has(answer)) return;
    answer.aliases = answer.aliases.concat(alias); // takes no room in advance, as `push` does: most have one
    this.byAlias.set(alias, answer);
    answer.grow(perAlias);
  }

  /** Measures an answer anew. */
  resize(answer: CachedResponse): void {
    if (!this.has(answer)) return;
    if (answer.size > this.maxResponseBytes) this.responses.delete(answer.key);
    else this.responses.set(answer.key, { answer });
  }

  /** Forgets what depends on a tag. */
  invalidate(tag: Tag): void {
    for (const answer of this.byTag.responsesWith(tag)) this.delete(answer.key);
  }

  /** Forgets an answer that holds no longer. */
  delete(key: string): void {
    if (this.responses.isProtected(key)) this.recreated.set(key, true);
    this.responses.delete(key);
  }

  clear(): void {
    for (const key of this.responses.protectedKeys()) this.recreated.set(key, true);
    this.responses.clear();
  }

  private has(answer: CachedResponse): boolean {
    return this.responses.peek(answer.key)?.answer === answer;
  }

  private unlink(answer: CachedResponse): void {
    for (const alias of answer.aliases) this.byAlias.delete(alias);
    this.byTag.remove(answer);
  }
}
