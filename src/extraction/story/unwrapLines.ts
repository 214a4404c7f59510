/** Lines shorter than this may be a paragraph's last, whatever the width. */
const widest = 100;

/**
 * Undoes hard line breaks. Where a text has blank lines and its other lines are all about as wide as a typewriter's, a break
 * inside a paragraph is a blank; where it has no blank lines, each line is a paragraph.
 */
export function unwrapLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const inner = lines.filter((line, index) => line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '');
  if (inner.length === 0) return text;
  const wide = inner.filter((line) => line.length >= 50 && line.length <= widest);
  const wrapped = filled.every((line) => line.length <= widest) && wide.length >= inner.length * 0.6;
  if (wrapped) return text.replace(/\r\n?/g, '\n').replace(/(?<=\S)[^\S\n]*\n(?=\S)/g, ' ');
  return filled.length === lines.length ? lines.join('\n\n') : text;
}
