/** A line of a text: what to print, and where it starts in the text, in UTF-16 units. */
export interface Line {
  readonly text: string;
  readonly start: number;
}

/** A text in lines of at most so many UTF-16 units, broken at blanks; a longer word has a line of its own. */
export function wrapped(text: string, width: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let end = 0;
  for (const word of text.matchAll(/[^ \n]+|\n/g)) {
    const next = word.index + word[0].length;
    if (word[0] === '\n' || (next - start > width && end > start)) {
      lines.push({ text: text.slice(start, end), start });
      start = word[0] === '\n' ? next : word.index;
    }
    end = next;
  }
  lines.push({ text: text.slice(start, end), start });
  return lines;
}
