/** Lines of typewriters, mails and PDFs are no wider. */
const widest = 100;
/** Shorter lines end paragraphs, or are lines of their own. */
const full = 50;

/**
 * Whether a text's lines are broken by their width: it has blank lines between paragraphs, and most lines that another
 * follows are full. A line break is a blank then, elsewhere it ends a paragraph.
 */
export function isWrapped(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim().length);
  const filled = lines.filter((length) => length > 0);
  const inner = lines.filter((length, index) => length > 0 && (lines[index + 1] ?? 0) > 0);
  if (inner.length === 0) return false;
  const wide = inner.filter((length) => length >= full);
  const narrow = filled.filter((length) => length <= widest);
  return wide.length >= inner.length * 0.6 && narrow.length >= filled.length * 0.95;
}
