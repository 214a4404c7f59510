import type { Found, GivenItem, Reader } from '../item';
import { elementsNamed, XmlProblem } from '../xmlElements';
import type { XmlElement } from '../xmlTree';
import { itemOfAtom, itemOfDeletedEntry, itemOfRss } from './feed';
import { itemOfNewsml } from './newsml';
import { itemOfNitf } from './nitf';

/** The elements that are items, and how each is read. */
const itemElements: Readonly<Record<string, (element: XmlElement) => GivenItem | string>> = {
  item: itemOfRss,
  entry: itemOfAtom,
  'deleted-entry': itemOfDeletedEntry,
  newsItem: itemOfNewsml,
  nitf: itemOfNitf,
};

const names = new Set(Object.keys(itemElements));

/** RSS, Atom, NewsML-G2 and NITF: what an item is, its element tells. */
export const readXml: Reader = async function* (text): AsyncGenerator<Found> {
  let number = 0;
  try {
    for await (const { element, line, root } of elementsNamed(text, names)) {
      number += 1;
      const at = `line ${line}`;
      const item = itemElements[element.name]!(element);
      yield typeof item === 'string'
        ? { at, problem: item }
        : { at, item: { ...item, language: item.language ?? root.attributes.lang ?? null } };
    }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    const after = number === 0 ? '' : ` What stands before it (${number} ${number === 1 ? 'item' : 'items'}) was read.`;
    yield { at: `line ${error.line}`, problem: `The XML can't be read on from here: ${error.message}${after}` };
    return;
  }
  if (number === 0)
    yield { at: 'line 1', problem: 'This XML holds no items: RSS, Atom, NewsML-G2 and NITF are understood.' };
};
