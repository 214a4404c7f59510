import { SaxesParser, type SaxesTagNS } from 'saxes';
import { namedCharacters } from './namedCharacters';
import { type Around, Ended, type FoundElement, XmlProblem } from './xmlFound';
import { cutTag, linesIn, nameOf, tagWith } from './xmlNames';
import type { XmlElement } from './xmlTree';

/** Elements nested deeper than this are an attack, not an article. */
const deepest = 200;
/** What one item may hold at the most, in UTF-16 units of text and elements together. */
const largestItem = 20_000_000;
/** What a parser that goes on behind a fault takes over. */
interface Before {
  readonly root: Root;
  readonly line: number;
}

type Root = Around & { readonly feed: Record<string, string>; readonly namespaces: Readonly<Record<string, string>> };

/** Gathers elements while a parser reads, and finds the place behind a fault where the next one begins. */
export class Gathering {
  /** The line in which the element in hand began. */
  line = 0;
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: XmlElement[] = [];
  private readonly start: RegExp;
  private depth = 0;
  private size = 0;
  private root: Root | null;
  private feedName: string | null = null;
  private done: FoundElement[] = [];
  /** What was written since the last element ended, and where it begins and the element in hand opened, as the parser counts. */
  private raw = '';
  private rawStart = 0;
  private openedAt = 0;
  private lineAt = 0;
  private lineBefore: number;
  private readonly goesOn: boolean;
  /** Behind a fault: whether an element is being read, and the beginning of a tag that the last part cut in two. */
  private isFeeding = false;
  private cut = '';

  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly onRoot: (name: string) => void,
    before: Before | null,
  ) {
    const { parser } = this;
    this.root = before?.root ?? null;
    this.goesOn = before !== null;
    this.lineBefore = before ? before.line - 1 : 0;
    this.start = new RegExp(`<(?:[\\w.-]+:)?(?:${[...names].join('|')})[\\s/>]`, 'g');
    Object.assign(parser.ENTITIES, namedCharacters);
    parser.on('error', (error) => this.fault(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('doctype', (doctype) => {
      if (/<!ENTITY/i.test(doctype))
        throw this.problem(
          'The document declares entities of its own, which are not expanded: write out what they stand for.',
        );
    });
    parser.on('opentag', (tag) => this.enter(tag));
    parser.on('closetag', () => this.leave());
    parser.on('text', (words) => this.hold(words));
    parser.on('cdata', (words) => this.hold(words));
    if (before) {
      const tag = tagWith(before.root.namespaces);
      parser.write(tag);
      this.rawStart = tag.length;
    }
  }

  /** Parses a part. @returns what is wrong with the element in hand; @throws XmlProblem where it is not with one */
  write(part: string): XmlProblem | null {
    const text = this.goesOn && !this.isFeeding ? this.fromNextStart(part) : part;
    if (this.open.length === 0 && !this.isFeeding) {
      this.rawStart += this.raw.length;
      this.raw = '';
    }
    this.raw += text;
    try {
      this.parser.write(text);
    } catch (error) {
      if (error instanceof XmlProblem && (this.open.length > 0 || this.isFeeding) && !error.isFinal) return error;
      throw error;
    }
    return null;
  }

  /** A parser for what follows the element in hand, or the one that ended, and that text. */
  next(): { readonly text: string; readonly gathering: Gathering } {
    const from = Math.max(this.openedAt - this.rawStart, 1); // always on, never back
    const line = this.line + linesIn(this.raw.slice(this.lineAt - this.rawStart, from));
    return { text: this.raw.slice(from), gathering: new Gathering(this.names, () => {}, { root: this.root!, line }) };
  }

  /** Behind a fault, what stands between elements is passed over, as its tags may have lost their other halves. */
  private fromNextStart(part: string): string {
    const text = this.cut + part;
    this.start.lastIndex = 0;
    const found = this.start.exec(text)?.index;
    const at = found ?? cutTag(text);
    this.lineBefore += linesIn(text.slice(0, at));
    this.isFeeding = found !== undefined;
    this.cut = this.isFeeding ? '' : text.slice(at);
    return this.isFeeding ? text.slice(at) : '';
  }

  close(): void {
    if (this.goesOn && this.open.length === 0) return;
    this.parser.close();
  }

  taken(): FoundElement[] {
    const { done } = this;
    this.done = [];
    return done;
  }

  private currentLine(): number {
    return this.lineBefore + this.parser.line;
  }

  private enter(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > deepest) throw this.problem(`Elements are nested more than ${deepest} deep.`, true);
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((one) => [one.local, one.value]));
    const name = nameOf(tag);
    if (!this.root) {
      this.root = { name, attributes, feed: {}, namespaces: { ...tag.ns } };
      this.onRoot(name);
    }
    const element: XmlElement = { name, attributes, children: [] };
    const parent = this.open.at(-1);
    if (!parent && !this.names.has(name)) {
      this.noteFeed(name, attributes);
      return;
    }
    if (!parent) {
      this.size = 0;
      this.line = this.currentLine();
      this.openedAt = this.parser.position;
      this.lineAt = this.openedAt;
    }
    this.grow(100);
    parent?.children.push(element);
    this.open.push(element);
  }

  /** Of a feed, what stands below its root or its channel. */
  private noteFeed(name: string, { href, rel }: Readonly<Partial<Record<string, string>>>): void {
    const isOfFeed = this.depth === 2 || (this.depth === 3 && this.root!.name !== 'feed');
    this.feedName = isOfFeed && /^(?:title|link|language|id)$/.test(name) ? name : null;
    const { feed } = this.root!;
    const isLink = name === 'link' && isOfFeed && [undefined, 'alternate'].includes(rel);
    if (isLink && href && !('link' in feed)) feed.link = href;
  }

  private leave(): void {
    this.depth -= 1;
    this.feedName = null;
    const element = this.open.pop();
    if (element && this.open.length === 0) {
      const { name, attributes, feed } = this.root!;
      const root = { name, attributes, feed: { ...feed } };
      this.done.push({ element, line: this.line, root });
      this.openedAt = this.parser.position;
      if (this.goesOn) throw new Ended(this.currentLine(), 'The element ended.');
    }
  }

  private hold(words: string): void {
    const parent = this.open.at(-1);
    if (!parent) {
      if (this.feedName && words.trim() !== '') this.root!.feed[this.feedName] ??= words.trim().slice(0, 1000);
      return;
    }
    this.grow(words.length);
    parent.children.push(words);
  }

  private grow(by: number): void {
    this.size += by;
    if (this.size > largestItem) throw this.problem(`The item that begins in line ${this.line} is too large.`);
  }

  private fault(message: string): void {
    // Feeds use prefixes that they forgot to declare; nothing of what is read here hangs on those.
    if (message.includes('unbound namespace prefix')) return;
    throw this.problem(message);
  }

  private problem(message: string, isFinal = false): XmlProblem {
    return new XmlProblem(this.currentLine(), message, isFinal);
  }
}
