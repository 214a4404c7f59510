import { elementText } from '../paragraphs';
import type { GivenItem } from '../item';
import { type SenderState, stateIn, stricterOf } from './senderState';
import { attributeAt, childAt, childrenNamed, descendant, firstOf, lineAt, lineOf, type XmlElement } from '../xmlTree';

/** A NITF document as an item. Its uri is the doc-id's. */
export function itemOfNitf(nitf: XmlElement): GivenItem {
  const content = childAt(nitf, 'body', 'body.content');
  const dateline = lineAt(nitf, 'body', 'body.head', 'dateline')?.replace(/[\s,]*[-–—]+$/, '') ?? null;
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
  const released = attributeAt(data, 'norm', 'date.release');
  const issued = attributeAt(data, 'norm', 'date.issue');
  const state = stricterOf(
    stateIn(data?.attributes['management-status']),
    changeStatuses[nitf.attributes['change.status']?.toLowerCase() ?? ''] ?? stateIn(null),
  );
  return {
    uri: firstOf(attributeAt(data, 'id-string', 'doc-id'), nitf.attributes.uno),
    provider: attributeAt(data, 'regsrc', 'doc-id'),
    ...state,
    embargoedUntil: state.embargoedUntil === undefined ? null : (released ?? ''),
    language: firstOf(nitf.attributes.lang, descendant(nitf, 'lang')?.attributes.iso),
    urgency: urgencyIn(attributeAt(data, 'ed-urg', 'urgency')),
    publishedAt: released ?? issued,
    versionAt: issued,
    versionNumber: attributeAt(data, 'version', 'du-key'),
    keywords: childrenNamed(childAt(data, 'key-list'), 'keyword').flatMap(({ attributes }) => attributes.key ?? []),
    note: attributeAt(data, 'info', 'ed-msg'),
  };
}

function headOf(nitf: XmlElement, head: XmlElement | undefined) {
  const source = firstOf(lineAt(head, 'distributor', 'org'), lineAt(head, 'distributor'));
  const subheads = childrenNamed(childAt(head, 'hedline'), 'hl2').flatMap((one) => lineOf(one) ?? []);
  const bylines = childrenNamed(head, 'byline').flatMap((one) => lineOf(one) ?? []);
  return {
    headline: firstOf(lineAt(head, 'hedline', 'hl1'), lineAt(nitf, 'head', 'title')),
    standfirst: paragraphsIn(childAt(head, 'abstract')) ?? (subheads.length > 0 ? subheads.join('\n\n') : null),
    byline: bylines.length > 0 ? [...new Set(bylines)].join(', ') : null,
    source: source === null ? null : ({ kind: 'organization', name: source } as const),
  };
}

/** What some senders say in an attribute that tells what happened to the document: most of its words bear on no state. */
const changeStatuses: Readonly<Record<string, SenderState>> = Object.fromEntries(
  ['withheld', 'canceled', 'cancelled', 'kill', 'killed', 'embargoed'].map((word) => [word, stateIn(word)]),
);

/** The words of an element that holds paragraphs; null where it has none. */
export function paragraphsIn(element: XmlElement | undefined): string | null {
  const words = element ? elementText(element) : '';
  return words === '' ? null : words;
}

/** The dateline is a part of the text, where it is not printed there already, in whatever letters. */
function withDateline(dateline: string | null, body: string | null): string | null {
  if (dateline === null || dateline === '' || body === null) return body;
  const [city, start] = [dateline.split(/[,(]/)[0]!.trim().toLowerCase(), body.slice(0, 200).toLowerCase()];
  const isPrinted =
    start.startsWith(city) && /^[^\n]{0,80}?(?:\s[-–—]{1,2}\s|[-–—]{2}|:\s)/.test(body.slice(city.length));
  return isPrinted || body.startsWith(dateline) ? body : `${dateline} – ${body}`;
}

/** An urgency from 1 to 9; null for anything else. */
export function urgencyIn(given: string | null): number | null {
  return given !== null && /^[1-9]$/.test(given) ? Number(given) : null;
}
