import type { SaxesTagNS } from 'saxes';

/** How many lines end in a text. */
export function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Where a tag begins that a text's end cuts in two; else that end. */
export function cutTag(text: string): number {
  const at = text.lastIndexOf('<');
  return at >= 0 && text.length - at < longestStart && !text.includes('>', at) ? at : text.length;
}

/** A tag of those that are looked for is known by so many characters. */
const longestStart = 100;

/** A tag that declares the namespaces which a document's own tag declared. */
export function tagWith(namespaces: Readonly<Record<string, string>>): string {
  const declared = Object.entries(namespaces).map(([prefix, uri]) => {
    const escaped = uri.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped}"`;
  });
  return `<goes-on${declared.join('')}>`;
}

/** Dublin Core, RSS 1.0 and its content module, Atom, its publishing protocol and tombstones, NewsML-G2, NITF, XHTML. */
const known =
  /purl\.org\/(?:dc\/|rss\/1\.0\/|atompub\/tombstones\/|atom\/app)|iptc\.org\/std\/|nitf|www\.w3\.org\/(?:1999\/xhtml|2005\/Atom|2007\/app)/;

/** "media:title" must not be taken for the title. */
export function nameOf({ name, prefix, local, uri }: SaxesTagNS): string {
  if (uri.includes('wordpress.org/export/')) return `wp:${local}`;
  return prefix === '' || known.test(uri) ? local : name;
}
