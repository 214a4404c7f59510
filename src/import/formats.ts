import type { Reader } from './item';
import { readJson, readJsonLines } from './readers/json';
import { readPlainText } from './readers/plainText';
import { readReuters } from './readers/reuters';
import { readXml } from './readers/xml';

/** The formats by the names that the command line knows them by. RSS, Atom, NewsML-G2 and NITF tell themselves apart. */
export const readers = {
  text: readPlainText,
  ninjs: readJson,
  jsonl: readJsonLines,
  xml: readXml,
  reuters: readReuters,
} as const satisfies Readonly<Record<string, Reader>>;

export type FormatName = keyof typeof readers;

/** How much of a text is looked at to know its format, in UTF-16 units. */
export const enoughToKnow = 65_536;

/**
 * The format of a text by how it begins.
 * @returns the reader's name; or, as a sentence, why it is none
 */
export function formatOf(beginning: string): FormatName | { readonly problem: string } {
  const start = beginning.replace(/^\ufeff/, '').trimStart();
  if (start === '') return { problem: 'It is empty.' };
  if (/^(?:<!DOCTYPE lewis\b[^>]*>\s*)?<REUTERS\b/i.test(start)) return 'reuters';
  if (/^(?:<!DOCTYPE )?<?html\b/i.test(start)) {
    return {
      problem:
        'It is a web page, which mixes the article with everything around it: take the text out of it, or the feed.',
    };
  }
  if (/^<(?:\?xml|!--|!DOCTYPE|[a-z][\w.:-]*[\s>/])/i.test(start)) return 'xml';
  if (/^[[{]/.test(start)) return hasItemsOnLines(start) ? 'jsonl' : 'ninjs';
  return 'text';
}

/** Whether a JSON text has an object on each line. One line alone is a document as well. */
function hasItemsOnLines(start: string): boolean {
  if (!start.startsWith('{')) return false;
  const lines = start.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 1 &&
    lines.slice(0, 3).filter((line) => line.trimStart().startsWith('{')).length > 1 &&
    !/^\{\s*$/.test(lines[0]!)
  );
}
