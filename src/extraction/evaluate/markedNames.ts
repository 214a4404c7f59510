import { readFileSync } from 'node:fs';
import { type Words } from '../names/documentWords';

/** A name that annotators marked, in words. */
export interface MarkedName {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** A document of words with their tags in BIO ("B-PER", "I-PER", "O"). */
export interface MarkedDocument extends Words {
  readonly tags: readonly string[];
}

/** The names that BIO tags mark. */
export function spansOf(tags: readonly string[]): MarkedName[] {
  const spans: { first: number; last: number; kind: string }[] = [];
  tags.forEach((tag, i) => {
    const latest = spans.at(-1);
    if (tag.startsWith('I-') && latest?.last === i && latest.kind === tag.slice(2)) latest.last = i + 1;
    else if (tag !== 'O') spans.push({ first: i, last: i + 1, kind: tag.slice(2) });
  });
  return spans;
}

/**
 * Reads CoNLL 2003: a word and its tag a line, a blank line after each sentence. The file has no marks between documents; a document
 * begins with the headline, which stands right before a dateline ("LONDON 1996-08-30").
 */
export function readConll(file: string): MarkedDocument[] {
  const sentences = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .trim()
        .split('\n')
        .map((line) => line.split(' ')),
    )
    .filter(([row]) => row !== undefined && row.length > 1);
  const documents: { words: string[]; sentenceStarts: number[]; tags: string[] }[] = [];
  sentences.forEach((rows, i) => {
    if (documents.length === 0 || isDateline(sentences[i + 1]))
      documents.push({ words: [], sentenceStarts: [], tags: [] });
    const document = documents.at(-1)!;
    document.sentenceStarts.push(document.words.length);
    for (const [word, tag] of rows) {
      document.words.push(word!);
      document.tags.push(tag!);
    }
  });
  return documents;
}

function isDateline(rows: readonly string[][] | undefined): boolean {
  return rows !== undefined && rows.length < 8 && /^\d{4}-\d\d-\d\d$/.test(rows.at(-1)![0]!);
}
