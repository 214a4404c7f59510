import { formatOf, readers } from '../../src/import/formats';
import type { Found, GivenItem } from '../../src/import/item';

async function* pieces(text: string): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += 7) yield text.slice(i, i + 7);
}

/** What is found in a text, read in pieces that cut words and tags in two. */
export async function found(text: string): Promise<Found[]> {
  const format = formatOf(text);
  if (typeof format !== 'string') throw new Error(format.problem);
  const all: Found[] = [];
  for await (const one of readers[format](pieces(text))) all.push(one);
  return all;
}

/** The items in a text. @throws what is no item */
export async function items(text: string): Promise<GivenItem[]> {
  return (await found(text)).map((one) => {
    if (!('item' in one)) throw new Error(JSON.stringify(one));
    return one.item;
  });
}
