/** A sign of a text that remembers which sign of the first text it is. */
export interface Sign {
  readonly text: string;
  /** Its place in the first text, in code points; -1 for one that came later. */
  readonly origin: number;
  /** Whether it came to be by copying, while the other stayed. */
  readonly copied: boolean;
}

/** A text on its way through edits, paragraph by paragraph. Blank lines between paragraphs are nobody's. */
export type TaggedText = Sign[][];

const paragraphBreak: readonly Sign[] = fresh('\n\n');

export function tagged(body: string): TaggedText {
  let origin = 0;
  return body.split('\n\n').map((paragraph) => {
    const signs = Array.from(paragraph, (text) => ({ text, origin: origin++, copied: false }));
    origin += 2;
    return signs;
  });
}

/** Signs that were never in the first text. */
export function fresh(words: string): Sign[] {
  return Array.from(words, (text) => ({ text, origin: -1, copied: false }));
}

export function copyOf(signs: readonly Sign[]): Sign[] {
  return signs.map((sign) => ({ ...sign, copied: true }));
}

export function signsOf(text: TaggedText): Sign[] {
  return text.flatMap((paragraph, i) => (i === 0 ? paragraph : [...paragraphBreak, ...paragraph]));
}

export function wordsOf(signs: readonly Sign[]): string {
  return signs.map((sign) => sign.text).join('');
}

/** The text as bodies are kept: no blanks twice or at the ends, no empty paragraphs. */
export function tidied(text: TaggedText): TaggedText {
  return text
    .map((paragraph) => {
      const single = paragraph.filter((sign, i) => sign.text !== ' ' || (i > 0 && paragraph[i - 1]!.text !== ' '));
      return single.at(-1)?.text === ' ' ? single.slice(0, -1) : single;
    })
    .filter((paragraph) => paragraph.length > 0);
}
