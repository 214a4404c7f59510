import { Tokenizer } from 'htmlparser2';
import type { XmlElement } from './xmlTree';

/** Elements that begin and end paragraphs, of HTML, NITF and NewsML. */
const blocks = new Set(
  `address article bq blockquote block body body.content body.end caption center dd details div dl dt fieldset fn form h1 h2 h3 h4 h5
  h6 hl1 hl2 hr html li main nitf-table note ol p pre section summary table tbody tfoot thead tr ul abstract byline dateline tagline
  hedline`.split(/\s+/),
);
/** What is not the article's words: furniture of pages, pictures, programs, forms. */
const skipped = new Set(
  `aside audio button canvas embed figure footer form frame frameset head header iframe img input map media menu nav noscript object
  script select source story.date style svg template textarea title track video rp`.split(/\s+/),
);
/** Elements that have no end. */
const empty = new Set('area base br col embed frame hr img input link meta param source track wbr'.split(' '));
/** Elements that hold a name or a part of an address: where one follows another at once, a blank belongs between them. */
const apart = new Set(
  'byttl city country sublocation state region location person org org.name name name.given name.family'.split(' '),
);
const cells = new Set(['td', 'th']);

/** Gathers words into paragraphs as a walk over XML or HTML meets them. Every step takes constant time, however deep the walk is. */
class Paragraphs {
  private readonly done: string[] = [];
  private pieces: string[] = [];
  private breaks = 0;
  private endsInBlank = true;
  private afterApart = false;
  private skipping: { readonly name: string; depth: number } | null = null;
  private pre = 0;

  open(name: string): void {
    if (this.skipping) {
      if (name === this.skipping.name) this.skipping.depth += 1;
    } else if (skipped.has(name)) {
      if (!empty.has(name)) this.skipping = { name, depth: 1 };
    } else if (name === 'br') this.breakLine();
    else {
      if (blocks.has(name)) this.endParagraph();
      if (cells.has(name) || (this.afterApart && apart.has(name))) this.blank();
      if (name === 'pre') this.pre += 1;
      this.afterApart = false;
    }
  }

  close(name: string): void {
    if (this.skipping) {
      if (name === this.skipping.name && (this.skipping.depth -= 1) === 0) this.skipping = null;
      return;
    }
    if (empty.has(name)) return;
    if (blocks.has(name)) this.endParagraph();
    if (cells.has(name)) this.blank();
    if (name === 'pre' && this.pre > 0) this.pre -= 1;
    this.afterApart = apart.has(name);
  }

  text(words: string): void {
    if (this.skipping || words === '') return;
    const collapsed = this.pre > 0 ? words : words.replace(/[ \t\n\r\f]+/g, ' ');
    const shown = this.endsInBlank && this.pre === 0 ? collapsed.replace(/^ /, '') : collapsed;
    if (shown === '') return;
    if (this.breaks > 0 && this.pieces.length > 0) this.pieces.push('\n');
    this.breaks = 0;
    this.pieces.push(shown);
    this.endsInBlank = /\s$/.test(shown.slice(-1));
    this.afterApart = false;
  }

  /** All paragraphs, with a blank line between two. */
  end(): string {
    this.skipping = null;
    this.endParagraph();
    return this.done.join('\n\n');
  }

  /** One break is a line's end; a second one after it ends the paragraph. */
  private breakLine(): void {
    if (this.breaks > 0) this.endParagraph();
    else if (this.pieces.length > 0) this.breaks = 1;
    this.endsInBlank = true;
  }

  private blank(): void {
    if (!this.endsInBlank) this.pieces.push(' ');
    this.endsInBlank = true;
  }

  private endParagraph(): void {
    const paragraph = this.pieces.join('').replace(/ +\n/g, '\n').trim();
    if (paragraph !== '') this.done.push(paragraph);
    this.pieces = [];
    this.breaks = 0;
    this.endsInBlank = true;
    this.afterApart = false;
  }
}

/** The words that an XML element holds, as paragraphs. */
export function elementText(element: XmlElement): string {
  const only = element.children[0];
  if (element.children.length === 1 && typeof only === 'string') return only.replace(/[ \t\n\r\f]+/g, ' ').trim();
  const paragraphs = new Paragraphs();
  walk(element, paragraphs);
  return paragraphs.end();
}

function walk({ children }: XmlElement, paragraphs: Paragraphs): void {
  for (const child of children) {
    if (typeof child === 'string') paragraphs.text(child);
    else {
      const name = child.name.toLowerCase();
      paragraphs.open(name);
      walk(child, paragraphs);
      paragraphs.close(name);
    }
  }
}

/** What HTML looks like where it stands in a text: a tag, or a character that is written out. */
const markup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i;
const tag = /<\/?(?:p|br|div|a|strong|em|b|i|span|ul|ol|li|h[1-6]|blockquote|img|table)(?:\s[^<>]*)?\/?>/i;

/** The words of a text that may be marked up as HTML, or marked up and then written out once more. */
export function htmlText(html: string): string {
  const words = readHtml(html);
  // Some senders escape their markup twice: what comes out once is tags to read.
  return !tag.test(html) && tag.test(words) ? readHtml(words) : words;
}

/** Whether a text has tags or written-out characters in it. */
export function isMarkedUp(text: string): boolean {
  return markup.test(text);
}

function readHtml(given: string): string {
  // Sections of XML that a sender left in the text would hide it as comments.
  const html = given.replace(/<!\[CDATA\[|\]\]>/g, '');
  const paragraphs = new Paragraphs();
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onopentagname: (start, end) => paragraphs.open(html.slice(start, end).toLowerCase()),
      onclosetag: (start, end) => paragraphs.close(html.slice(start, end).trim().toLowerCase()),
      ontext: (start, end) => paragraphs.text(html.slice(start, end)),
      ontextentity: (codePoint) => paragraphs.text(String.fromCodePoint(codePoint)),
      ...{ onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing },
      ...{ oncdata: nothing, oncomment: nothing, ondeclaration: nothing, onend: nothing, onopentagend: nothing },
      ...{ onprocessinginstruction: nothing, onselfclosingtag: nothing },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return paragraphs.end();
}
