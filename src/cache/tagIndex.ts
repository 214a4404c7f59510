import type { Tag } from '../reading/trace';
import type { ReadyAnswer } from './readyAnswer';

/** Those that depend on a tag that more than one depends on. */
class Dependents extends Set<ReadyAnswer> {
  constructor(
    readonly tag: Tag,
    first: ReadyAnswer,
  ) {
    super();
    this.add(first);
  }
}

/** Answers by what they depend on. Most tags have one answer only, and most of what an answer takes beside its bytes is for its tags. */
export class TagIndex {
  private readonly byTag = new Map<Tag, ReadyAnswer | Dependents>();

  /** Enters an answer under all its tags, which become the index's own. */
  add(answer: ReadyAnswer): void {
    answer.tags = answer.tags.map((tag) => this.enter(tag, answer));
  }

  remove(answer: ReadyAnswer): void {
    for (const tag of answer.tags) {
      const found = this.byTag.get(tag);
      if (found instanceof Dependents) found.delete(answer);
      if (found === answer || (found instanceof Dependents && found.size === 0)) this.byTag.delete(tag);
    }
  }

  /** The answers that depend on a tag; a copy, so that they may be removed meanwhile. */
  answersWith(tag: Tag): readonly ReadyAnswer[] {
    const found = this.byTag.get(tag);
    if (!found) return [];
    return found instanceof Dependents ? [...found] : [found];
  }

  private enter(tag: Tag, answer: ReadyAnswer): Tag {
    const found = this.byTag.get(tag);
    if (!found) {
      const own = ownCopy(tag);
      this.byTag.set(own, answer);
      return own;
    }
    if (found instanceof Dependents) {
      found.add(answer);
      return found.tag;
    }
    const dependents = new Dependents(found.tags.find((known) => known === tag) ?? ownCopy(tag), found);
    this.byTag.set(tag, dependents.add(answer));
    return dependents.tag;
  }
}

/** A tag is a piece of an answer's text, and V8 lets a piece hold on to the whole. */
function ownCopy(tag: Tag): Tag {
  return Buffer.from(tag).toString();
}
