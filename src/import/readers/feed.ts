import { elementText, htmlText, isMarkedUp } from '../paragraphs';
import type { GivenItem } from '../item';
import { childAt, childrenNamed, lineAt, lineOf, textOf, type XmlElement } from '../xmlTree';

/** An RSS item (0.9x, 1.0, 2.0) as an item. Its uri is its guid, or its link. */
export function itemOfRss(item: XmlElement): GivenItem | string {
  const type = lineAt(item, 'wp:post_type');
  if (type !== null && !['post', 'page'].includes(type))
    return `It is of WordPress's type ${type}, which is no article.`;
  const content = childAt(item, 'encoded') ?? childAt(item, 'description');
  const summary = childAt(item, 'encoded') ? childAt(item, 'description') : undefined;
  return {
    uri: lineAt(item, 'guid') ?? linkOf(item),
    ...wordPressState(item),
    headline: titleOf(item) ?? (content ? beginningOf(textIn(content)) : null),
    standfirst: content && summary ? textIn(summary) : null,
    body: content ? textIn(content) : null,
    byline: lineAt(item, 'creator') ?? lineAt(item, 'author'),
    language: lineAt(item, 'language'),
    publishedAt: lineAt(item, 'pubDate') ?? lineAt(item, 'date'),
    versionAt: universal(lineAt(item, 'wp:post_modified_gmt')) ?? lineAt(item, 'updated'),
    keywords: childrenNamed(item, 'category').flatMap((category) => keywordOf(lineOf(category))),
    lookedFor: { headline: 'as title', body: 'as content:encoded or description' },
  };
}

/** An Atom entry (RFC 4287) as an item. */
export function itemOfAtom(entry: XmlElement): GivenItem {
  const content = childAt(entry, 'content');
  const summary = childAt(entry, 'summary');
  return {
    uri: lineAt(entry, 'id') ?? linkOf(entry),
    // RFC 5023: what stands under control is for publishers, and anything but "no" is a draft.
    status: (lineAt(entry, 'control', 'draft') ?? 'no').toLowerCase() === 'no' ? 'PUBLISHED' : 'DRAFT',
    headline: titleOf(entry) ?? (content ? beginningOf(textIn(content)) : null),
    standfirst: content && summary ? textIn(summary) : null,
    body: content || summary ? textIn((content ?? summary)!) : null,
    byline: lineAt(entry, 'author', 'name'),
    language: entry.attributes.lang ?? null,
    publishedAt: lineAt(entry, 'published') ?? lineAt(entry, 'updated'),
    versionAt: lineAt(entry, 'updated'),
    keywords: childrenNamed(entry, 'category').flatMap(({ attributes }) =>
      keywordOf(attributes.label ?? attributes.term),
    ),
    lookedFor: { headline: 'as title', body: 'as content or summary' },
  };
}

/** An entry that was deleted (RFC 6721), as an item that takes it back. */
export function itemOfDeletedEntry({ attributes, ...entry }: XmlElement): GivenItem {
  const [uri, versionAt] = [attributes.ref ?? null, attributes.when ?? null];
  const note = lineAt({ ...entry, attributes }, 'comment');
  return { uri, status: 'WITHDRAWN', headline: null, body: null, versionAt, note };
}

/** The states of WordPress: whatever is not published, or behind a password, is hidden; what is to come is under embargo. */
function wordPressState(item: XmlElement): Pick<GivenItem, 'status' | 'embargoedUntil' | 'warnings'> {
  const status = lineAt(item, 'wp:status');
  if (status === null) return { status: 'PUBLISHED' };
  if (lineAt(item, 'wp:post_password') !== null)
    return { status: 'DRAFT', warnings: ['It is behind a password: it is kept as a draft.'] };
  if (status === 'future')
    return { status: 'PUBLISHED', embargoedUntil: universal(lineAt(item, 'wp:post_date_gmt')) ?? '' };
  return { status: status === 'publish' ? 'PUBLISHED' : 'DRAFT' };
}

/** A moment in WordPress's own form, which is of no zone, and in the columns that end in gmt of GMT. */
function universal(given: string | null): string | null {
  return given === null || given.startsWith('0000') ? null : `${given}Z`;
}

function linkOf(item: XmlElement): string | null {
  const links = childrenNamed(item, 'link');
  const link = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');
  return link ? (link.attributes.href ?? lineOf(link)) : null;
}

/** Titles are plain, or marked up and escaped once more; nobody says which. */
function titleOf(item: XmlElement): string | null {
  const title = childAt(item, 'title');
  const words = title ? textIn(title).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? null : words;
}

/** Keywords are escaped once too often as titles are. */
function keywordOf(given: string | null | undefined): string[] {
  return given ? [isMarkedUp(given) ? htmlText(given) : given] : [];
}

/** What stands for a title that was left out, as RSS allows: the first words. */
export function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 80) return line;
  return `${line.slice(0, Math.max(line.lastIndexOf(' ', 79), 40)).toWellFormed()} …`;
}

function textIn(element: XmlElement): string {
  if (element.children.some((child) => typeof child !== 'string')) return elementText(element);
  const words = textOf(element);
  return element.attributes.type !== 'text' && isMarkedUp(words) ? htmlText(words) : words;
}
