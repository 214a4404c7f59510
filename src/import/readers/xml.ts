import { hostOf } from '../itemUri';
import type { Found, GivenItem, Reader } from '../item';
import { elementsNamed } from '../xmlElements';
import { type Around, XmlProblem } from '../xmlFound';
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
  let root = '';
  try {
    for await (const found of elementsNamed(text, names, (name) => (root = name))) {
      number += 1;
      const at = `line ${found.line}`;
      if ('problem' in found) yield { at, problem: `This item can't be read: ${found.problem}` };
      else yield foundIn(at, found);
    }
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    const after = number === 0 ? '' : ` What stands before it (${number} ${number === 1 ? 'item' : 'items'}) was read.`;
    yield { at: `line ${error.line}`, problem: `The XML can't be read on from here: ${error.message}${after}` };
    return;
  }
  if (number === 0) yield { at: 'line 1', problem: withoutItems(root) };
};

function foundIn(at: string, { element, root }: { readonly element: XmlElement; readonly root: Around }): Found {
  const item = itemElements[element.name]!(element);
  if (typeof item === 'string') return { at, problem: item };
  const { title, link, language, id } = root.feed;
  const isFeed = element.name === 'item' || element.name === 'entry' || element.name === 'deleted-entry';
  const source = isFeed && title ? ({ kind: 'organization', name: title } as const) : null;
  const told = item.language ?? language ?? root.attributes.lang ?? null;
  const provider = item.provider ?? (isFeed ? (id ?? hostOf(link)) : null);
  return { at, item: { ...item, language: told, source: item.source ?? source, provider } };
}

/** What other documents of the same standards hold. */
const others: Readonly<Record<string, string>> = {
  packageItem: 'a NewsML-G2 package, which names items and holds none: import the items themselves',
  conceptItem: 'a NewsML-G2 concept, which tells of a person, a place or a topic, and is no article',
  knowledgeItem: 'a NewsML-G2 knowledge item, which holds a vocabulary, and no article',
  planningItem: 'a NewsML-G2 planning item, which tells what is to come, and is no article',
  catalogItem: 'a NewsML-G2 catalogue, which names vocabularies, and holds no article',
  rss: 'a feed without items',
  feed: 'a feed without entries',
  newsMessage: 'a NewsML-G2 message without news items',
};

function withoutItems(root: string): string {
  const other = others[root];
  if (other) return `It is ${other}.`;
  return 'This XML holds no items: RSS, Atom, NewsML-G2 and NITF are understood.';
}
