import { hashOf } from '../text/hash';
import type { Tag } from '../reading/dependencyTracker';
import type { CachedResponse } from './cachedResponse';

/**
 * What a tag is known by here: 32 bits of its hash, with a sign, which V8 keeps without memory of its own where tags would take more
 * than all else beside an answer's bytes. Two tags of one number only drop too much: with a million tags, one change in four thousand does.
 */
export function tagNumber(tag: Tag): number {
  return hashOf(tag) | 0;
}

/** So many answers of one tag at the most stand in a list, which takes less than a set. */
const few = 8;

/** Answers by what they depend on. Most tags have one answer only, or a few. */
export class TagIndex {
  private readonly byNumber = new Map<number, CachedResponse | readonly CachedResponse[] | Set<CachedResponse>>();

  /** Enters an answer under all its tags. */
  add(answer: CachedResponse): void {
    for (const number of answer.tagNumbers) {
      const found = this.byNumber.get(number);
      if (found instanceof Set) found.add(answer);
      else if (!found) this.byNumber.set(number, answer);
      else {
        const list = 'length' in found ? found : [found];
        if (list.includes(answer)) continue;
        const longer = list.concat(answer); // takes no room in advance, as `push` and `[...list, answer]` do
        this.byNumber.set(number, longer.length <= few ? longer : new Set(longer));
      }
    }
  }

  remove(answer: CachedResponse): void {
    for (const number of answer.tagNumbers) {
      const found = this.byNumber.get(number);
      if (found instanceof Set) {
        found.delete(answer);
        if (found.size === 0) this.byNumber.delete(number);
      } else if (found === answer) this.byNumber.delete(number);
      else if (found && 'length' in found) {
        const rest = found.filter((other) => other !== answer);
        this.byNumber.set(number, rest.length === 1 ? rest[0]! : rest);
      }
    }
  }

  /** The answers that depend on a tag, and perhaps others; a copy, so that they may be removed meanwhile. */
  responsesWith(tag: Tag): readonly CachedResponse[] {
    const found = this.byNumber.get(tagNumber(tag));
    if (!found) return [];
    return found instanceof Set || 'length' in found ? [...found] : [found];
  }
}
