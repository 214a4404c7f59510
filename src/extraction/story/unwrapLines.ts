import { isWrapped } from '../text/wrappedLines';

/** Undoes hard line breaks. Where a text has no blank lines at all, each line is a paragraph. */
export function unwrapLines(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  if (isWrapped(plain)) return plain.replace(/(?<=\S)[^\S\n]*\n(?=[^\S\n]*\S)/g, ' ');
  return /\n[^\S\n]*\n/.test(plain.trim()) ? plain : plain.replace(/\n/g, '\n\n');
}
