import { SaxesParser, type SaxesTagNS } from 'saxes';
import { namedCharacters } from './namedCharacters';
import type { XmlElement } from './xmlTree';

/** Elements nested deeper than this are an attack, not an article. */
const deepest = 200;
/** What one item may hold at the most, in UTF-16 units of text and elements together. */
const largestItem = 20_000_000;

/** An XML text that can't be read on; what was read before it stands. */
export class XmlProblem extends Error {
  override readonly name = 'XmlProblem';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The outermost elements with one of the names, each as soon as it ends, so that only one at a time is in memory. Entities are
 * those of XML and of HTML; what a document declares itself is neither expanded nor fetched: such a document is refused.
 * @returns each element with the line that it begins in, and the root that it stands in (its name and attributes, no content)
 * @throws XmlProblem at the first place that is not well-formed XML
 */
export async function* elementsNamed(
  text: AsyncIterable<string>,
  names: ReadonlySet<string>,
): AsyncGenerator<{ readonly element: XmlElement; readonly line: number; readonly root: XmlElement }> {
  const gathering = new Gathering(names);
  for await (const piece of text) {
    gathering.write(piece);
    yield* gathering.taken();
  }
  gathering.close();
  yield* gathering.taken();
}

class Gathering {
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly open: XmlElement[] = [];
  private depth = 0;
  private size = 0;
  private line = 0;
  private root: XmlElement | null = null;
  private done: { element: XmlElement; line: number; root: XmlElement }[] = [];

  constructor(private readonly names: ReadonlySet<string>) {
    const { parser } = this;
    Object.assign(parser.ENTITIES, namedCharacters);
    parser.on('error', (error) => {
      // Feeds use prefixes that they forgot to declare; nothing of what is read here hangs on those.
      if (error.message.includes('unbound namespace prefix')) return;
      throw this.problem(error.message.replace(/^\d+:\d+: /, ''));
    });
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
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  close(): void {
    this.parser.close();
  }

  taken() {
    const { done } = this;
    this.done = [];
    return done;
  }

  private enter(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > deepest) throw this.problem(`Elements are nested more than ${deepest} deep.`);
    const attributes = Object.fromEntries(Object.values(tag.attributes).map((one) => [one.local, one.value]));
    const name = nameOf(tag);
    const element: XmlElement = { name, attributes, children: [] };
    this.root ??= { ...element, children: [] };
    const parent = this.open.at(-1);
    if (!parent && !this.names.has(name)) return;
    if (!parent) {
      this.size = 0;
      this.line = this.parser.line;
    }
    this.grow(100);
    parent?.children.push(element);
    this.open.push(element);
  }

  private leave(): void {
    this.depth -= 1;
    const element = this.open.pop();
    if (element && this.open.length === 0) this.done.push({ element, line: this.line, root: this.root! });
  }

  private hold(words: string): void {
    const parent = this.open.at(-1);
    if (!parent) return;
    this.grow(words.length);
    parent.children.push(words);
  }

  private grow(by: number): void {
    this.size += by;
    if (this.size > largestItem) throw this.problem(`The item that begins in line ${this.line} is too large.`);
  }

  private problem(message: string): XmlProblem {
    return new XmlProblem(this.parser.line, message);
  }
}

/** Dublin Core, RSS 1.0 and its content module, Atom, its publishing protocol and tombstones, NewsML-G2, NITF, XHTML. */
const known =
  /purl\.org\/(?:dc\/|rss\/1\.0\/|atompub\/tombstones\/|atom\/app)|iptc\.org\/std\/|nitf|www\.w3\.org\/(?:1999\/xhtml|2005\/Atom|2007\/app)/;

/** "media:title" must not be taken for the title. */
function nameOf({ name, prefix, local, uri }: SaxesTagNS): string {
  if (uri.includes('wordpress.org/export/')) return `wp:${local}`;
  return prefix === '' || known.test(uri) ? local : name;
}
