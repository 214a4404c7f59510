import { CursorBook } from '../reference/cursors';

const separator = '\u001f';
const perList = 400;

/** The tag in the server's cursors for what the reference calls an order. */
function tagsOf(order: string): RegExp {
  if (order.startsWith('Search')) return /^Search\./;
  const [type, name = ''] = order.split(' ');
  const tag = name === 'in' ? 'POSITION' : name === '' ? 'LATEST' : name;
  return new RegExp(`^${type}\\.${tag}$`);
}

/** The cursors that were seen in answers, whoever was answered: a reader may well have one of a record that is hidden. */
export class Shelf extends CursorBook {
  private readonly byTag = new Map<string, Set<string>>();

  /** Keeps the cursors in the text of an answer. */
  collect(answer: string): void {
    for (const [, cursor] of answer.matchAll(/"([\w-]{20,})"/g)) {
      const [tag, place] = Buffer.from(cursor!, 'base64url').toString('utf8').split(separator);
      if (place === undefined || !/^[A-Za-z]+(\.[A-Za-z]+)+$/.test(tag!)) continue; // other long words, such as tags of answers
      const kept = this.byTag.get(tag!) ?? new Set();
      if (kept.size < perList) this.byTag.set(tag!, kept.add(cursor!));
    }
  }

  override of(order: string): readonly string[] {
    const tags = tagsOf(order);
    return [...this.byTag].filter(([tag]) => tags.test(tag)).flatMap(([, cursors]) => [...cursors]);
  }

  override lists(): readonly string[] {
    return [...this.byTag.keys()].map((tag) => tag.replace('.', ' '));
  }
}
