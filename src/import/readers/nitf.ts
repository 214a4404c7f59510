import { htmlText } from '../htmlText';
import type { GivenItem } from '../item';
import {
  attributeAt,
  childAt,
  childrenNamed,
  descendant,
  firstOf,
  innerHtml,
  lineAt,
  lineOf,
  type XmlElement,
} from '../xmlTree';

/** A NITF document as an item. Its uri is the doc-id's. */
export function itemOfNitf(nitf: XmlElement): GivenItem {
  const content = childAt(nitf, 'body', 'body.content');
  const dateline = lineAt(nitf, 'body', 'body.head', 'dateline');
  return {
    ...documentOf(nitf, childAt(nitf, 'head', 'docdata')),
    ...headOf(nitf, childAt(nitf, 'body', 'body.head')),
    dateline,
    body: withDateline(dateline, paragraphsIn(content)),
    lookedFor: { headline: 'as hedline/hl1 (or title)', body: 'in body/body.content' },
    images: childrenNamed(content, 'media').map((media) => ({
      caption: lineOf(descendant(media, 'media-caption')),
      creditLine: lineOf(descendant(media, 'media-producer')),
    })),
  };
}

function documentOf(nitf: XmlElement, data: XmlElement | undefined) {
  const released = firstOf(attributeAt(data, 'norm', 'date.release'), attributeAt(data, 'norm', 'date.issue'));
  return {
    uri: firstOf(attributeAt(data, 'id-string', 'doc-id'), nitf.attributes.uno),
    status: statuses[nitf.attributes['change.status'] ?? ''] ?? ('PUBLISHED' as const),
    language: firstOf(nitf.attributes.lang, descendant(nitf, 'lang')?.attributes.iso),
    urgency: urgencyIn(attributeAt(data, 'ed-urg', 'urgency')),
    publishedAt: basicMoment(released),
    keywords: childrenNamed(childAt(data, 'key-list'), 'keyword').flatMap(({ attributes }) => attributes.key ?? []),
    note: attributeAt(data, 'info', 'ed-msg'),
  };
}

function headOf(nitf: XmlElement, head: XmlElement | undefined) {
  const source = firstOf(lineAt(head, 'distributor', 'org'), lineAt(head, 'distributor'));
  return {
    headline: firstOf(lineAt(head, 'hedline', 'hl1'), lineAt(nitf, 'head', 'title')),
    standfirst: paragraphsIn(childAt(head, 'abstract')),
    byline: lineAt(head, 'byline'),
    source: source === null ? null : ({ kind: 'organization', name: source } as const),
  };
}

const statuses: Readonly<Record<string, 'DRAFT' | 'WITHDRAWN'>> = {
  withheld: 'DRAFT',
  canceled: 'WITHDRAWN',
  kill: 'WITHDRAWN',
};

/** The words of an element that holds paragraphs; null where it has none. */
export function paragraphsIn(element: XmlElement | undefined): string | null {
  const words = element ? htmlText(innerHtml(element)).trim() : '';
  return words === '' ? null : words;
}

/** The dateline is a part of the text, where it is not printed there already. */
function withDateline(dateline: string | null, body: string | null): string | null {
  if (dateline === null || body === null || body.startsWith(dateline)) return body;
  return `${dateline} – ${body}`;
}

/** An urgency from 1 to 9; null for anything else. */
export function urgencyIn(given: string | null): number | null {
  return given !== null && /^[1-9]$/.test(given) ? Number(given) : null;
}

/** ISO 8601's basic form, "20251103T140500Z", as the extended one. */
function basicMoment(given: string | null): string | null {
  const basic = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(given ?? '');
  if (!basic) return given;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = basic;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
