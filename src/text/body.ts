/** A paragraph ends where one blank line or more follows. */
const paragraphBreak = /\n(?:[^\S\n]*\n)+/;

/**
 * A text as paragraphs: Unicode NFC, `\n` line ends, no blanks at the ends of lines, empty paragraphs left out. The words
 * stay as they are, mistakes included.
 */
export function paragraphsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .replace(/\f|\u2029/g, '\n\n')
    .replace(/\t|\v/g, ' ')
    .split(paragraphBreak)
    .map((paragraph) => paragraph.replace(/[^\S\n]+$/gm, '').trim())
    .filter((paragraph) => paragraph !== '');
}

/**
 * A body as articles keep it: paragraphs joined by one blank line. Giving it the result again changes nothing, so
 * offsets that were counted once stay right.
 */
export function normalizeBody(text: string): string {
  return paragraphsOf(text).join('\n\n');
}
