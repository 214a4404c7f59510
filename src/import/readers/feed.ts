import { htmlText } from '../htmlText';
import type { GivenItem } from '../item';
import { childAt, childrenNamed, innerHtml, lineAt, lineOf, textOf, type XmlElement } from '../xmlTree';

/** An RSS item (0.9x, 1.0, 2.0) as an item. Its uri is its guid, or its link. */
export function itemOfRss(item: XmlElement): GivenItem {
  const content = childAt(item, 'encoded') ?? childAt(item, 'description');
  const summary = childAt(item, 'encoded') ? childAt(item, 'description') : undefined;
  return {
    uri: lineAt(item, 'guid') ?? linkOf(item),
    status: 'PUBLISHED',
    headline: titleOf(item) ?? (content ? beginningOf(textIn(content)) : null),
    standfirst: content && summary ? textIn(summary) : null,
    body: content ? textIn(content) : null,
    byline: lineAt(item, 'creator') ?? lineAt(item, 'author'),
    language: lineAt(item, 'language'),
    publishedAt: lineAt(item, 'pubDate') ?? lineAt(item, 'date'),
    keywords: childrenNamed(item, 'category').flatMap((category) => lineOf(category) ?? []),
    lookedFor: { headline: 'as title', body: 'as content:encoded or description' },
  };
}

/** An Atom entry (RFC 4287) as an item. */
export function itemOfAtom(entry: XmlElement): GivenItem {
  const content = childAt(entry, 'content');
  const summary = childAt(entry, 'summary');
  return {
    uri: lineAt(entry, 'id') ?? linkOf(entry),
    status: 'PUBLISHED',
    headline: titleOf(entry) ?? (content ? beginningOf(textIn(content)) : null),
    standfirst: content && summary ? textIn(summary) : null,
    body: content || summary ? textIn((content ?? summary)!) : null,
    byline: lineAt(entry, 'author', 'name'),
    language: entry.attributes.lang ?? null,
    publishedAt: lineAt(entry, 'published') ?? lineAt(entry, 'updated'),
    versionAt: lineAt(entry, 'updated'),
    keywords: childrenNamed(entry, 'category').flatMap(({ attributes }) => attributes.label ?? attributes.term ?? []),
    lookedFor: { headline: 'as title', body: 'as content or summary' },
  };
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

/** What stands for a title that was left out, as RSS allows: the first words. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 80) return line;
  return `${line.slice(0, Math.max(line.lastIndexOf(' ', 79), 40)).toWellFormed()} …`;
}

function textIn(element: XmlElement): string {
  const isMarkedUp = element.children.some((child) => typeof child !== 'string');
  if (isMarkedUp) return htmlText(innerHtml(element));
  const words = textOf(element);
  return element.attributes.type !== 'text' && /<[a-z/!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(words)
    ? htmlText(words)
    : words;
}
