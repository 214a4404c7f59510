// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** The same, written out. */
const references = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));/gi;
/** A & that begins no reference: a parser would take all up to the next semicolon for one. */
const bare = /&(?!(?:#\d{1,10}|#x[\da-f]{1,8}|[a-z_:][\w.:-]{0,40});)/gi;
/** What stands for such a &: a reference to nothing, so that the parser names the place. */
const nothing = '&bare-ampersand;';
/** Sections in which a & is a &. */
const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
] as const;
/** What follows the last blank or tag of a piece waits for the next one: a reference, or the mark of a section, may be cut in two. */
const longest = 48;
/** A text without blanks and tags for so long has no references to cut in two that anybody would miss. */
const mostWaiting = 65_536;

/**
 * The pieces of an XML text without control characters, written out or not, which XML forbids and old systems leave behind; and
 * without blanks before the XML declaration. Of a & that begins no reference, a reference to nothing is made.
 */
export async function* cleanXml(text: AsyncIterable<string>): AsyncGenerator<string> {
  const cleaning = new Cleaning();
  let rest = '';
  let isBegun = false;
  for await (const piece of text) {
    const all = rest + piece;
    const end = Math.max(...[' ', '\n', '>', ';'].map((sign) => all.lastIndexOf(sign))) + 1;
    const cut = end === 0 && all.length > mostWaiting ? all.length - longest : end;
    rest = all.slice(cut);
    const clean = cleaning.clean(all.slice(0, cut));
    const shown = isBegun ? clean : clean.replace(/^[\ufeff\s]+/, '');
    if (shown !== '') isBegun = true;
    yield shown;
  }
  yield cleaning.clean(rest);
}

class Cleaning {
  /** What ends the section that the text so far stands in. */
  private end: string | null = null;

  clean(text: string): string {
    const plain = text.replace(controls, '');
    if (this.end === null && !plain.includes('&') && !plain.includes('<!')) return plain;
    const parts: string[] = [];
    for (let at = 0; at < plain.length;) {
      const next = this.nextMark(plain, at);
      const part = plain.slice(at, next);
      parts.push(
        this.end === null ? part.replace(references, '').replace(bare, nothing) : part.replace(references, ''),
      );
      at = next;
      if (at < plain.length) at = this.pass(plain, at, parts);
    }
    return parts.join('');
  }

  private nextMark(text: string, from: number): number {
    const marks = this.end === null ? sections.map(([start]) => start) : [this.end];
    const places = marks.map((mark) => text.indexOf(mark, from)).filter((place) => place >= 0);
    return places.length > 0 ? Math.min(...places) : text.length;
  }

  /** Passes a mark over, and is in the section that it begins, or out of the one that it ends. */
  private pass(text: string, at: number, parts: string[]): number {
    const section = sections.find(([start]) => text.startsWith(start, at));
    const mark = this.end ?? section![0];
    this.end = this.end === null ? section![1] : null;
    parts.push(mark);
    return at + mark.length;
  }
}
