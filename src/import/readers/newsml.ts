import type { EntityName } from '../../entities/kind';
import { catalogueIdOf } from '../catalogueIds';
import { subjectOf } from '../subjectCodes';
import { htmlText, isMarkedUp } from '../paragraphs';
import type { GivenItem, NamedMention } from '../item';
import {
  attributeAt,
  childAt,
  childrenNamed,
  descendant,
  firstOf,
  lineAt,
  lineOf,
  textOf,
  type XmlElement,
} from '../xmlTree';
import { itemOfNitf, paragraphsIn, urgencyIn } from './nitf';
import { beginningOf } from './feed';
import { stateIn } from './senderState';

/** A NewsML-G2 news item as an item; as text, why it is none. Its words stand in it as NITF, XHTML or plain text. */
export function itemOfNewsml(news: XmlElement): GivenItem | string {
  const meta = childAt(news, 'itemMeta');
  const nature = codeOf(childAt(meta, 'itemClass'));
  if (nature !== null && !/(^|[:/])(text|composite)$/i.test(nature)) {
    return `It is of the class ${nature}, which has no text to import.`;
  }
  const about = childAt(news, 'contentMeta');
  const printed = contentOf(childAt(news, 'contentSet'));
  const beginning = printed.body ? beginningOf(printed.body) : null;
  return {
    ...stateOf(news, meta),
    ...printedOf(about, printed),
    headline: firstOf(headlineOf(about), printed.headline, lineAt(meta, 'title'), lineAt(about, 'slugline'), beginning),
    language: firstOf(attributeAt(about, 'tag', 'language'), news.attributes.lang),
    genre: lineAt(about, 'genre', 'name'),
    urgency: urgencyIn(lineAt(about, 'urgency')),
    keywords: childrenNamed(about, 'keyword').flatMap((one) => lineOf(one) ?? []),
    source: sourceOf(meta, about),
    located: locatedOf(childAt(about, 'located')),
    subjects: childrenNamed(about, 'subject').flatMap(topicOf),
    mentions: childrenNamed(about, 'subject').flatMap(mentionOf),
    lookedFor: {
      headline: 'as contentMeta/headline',
      body: 'in contentSet, as inlineXML (XHTML or NITF) or inlineData',
    },
  };
}

function stateOf(news: XmlElement, meta: XmlElement | undefined) {
  const created = lineAt(meta, 'versionCreated');
  const given = childAt(meta, 'pubStatus');
  const state = stateIn(given ? (codeOf(given) ?? given.attributes.literal ?? '') : null);
  const embargoed = childAt(meta, 'embargoed');
  return {
    uri: news.attributes.guid ?? null,
    provider: providerOf(meta),
    versionNumber: news.attributes.version ?? null,
    ...state,
    publishedAt: firstOf(lineAt(meta, 'firstCreated'), created),
    embargoedUntil: embargoed ? (lineOf(embargoed) ?? '') : (state.embargoedUntil ?? null),
    versionAt: created,
    note: lineAt(meta, 'edNote'),
  };
}

/** What is printed with the text: its own markup tells it too, where the item does not. */
function printedOf(about: XmlElement | undefined, printed: Content) {
  return {
    standfirst: firstOf(descriptionOf(about), printed.standfirst),
    body: printed.body,
    byline: firstOf(lineAt(about, 'by'), printed.byline, lineAt(about, 'creator', 'name')),
    dateline: firstOf(lineAt(about, 'dateline'), printed.dateline),
    creditLine: lineAt(about, 'creditline'),
    images: printed.images ?? [],
  };
}

type Content = Partial<GivenItem> & Pick<GivenItem, 'body'>;

function contentOf(set: XmlElement | undefined): Content {
  const nitf = descendant(set, 'nitf');
  if (nitf) return itemOfNitf(nitf);
  const inline = childrenNamed(set, 'inlineXML')[0];
  const xhtml = descendant(inline, 'body') ?? inline;
  const body = paragraphsIn(xhtml);
  if (body !== null) return { body };
  const all = childrenNamed(set, 'inlineData').map((data) => ({ data, words: textOf(data) }));
  const marked = all.find(({ data, words }) => /html/i.test(data.attributes.contenttype ?? '') || isMarkedUp(words));
  if (marked) return { body: htmlText(marked.words) };
  return { body: all[0]?.words ?? null };
}

function codeOf(element: XmlElement | undefined): string | null {
  return element?.attributes.qcode ?? element?.attributes.uri ?? null;
}

/** Of several headlines the main one: one without a role, or with that role; short ones are for small screens. */
function headlineOf(about: XmlElement | undefined): string | null {
  const all = childrenNamed(about, 'headline');
  const main =
    all.find(({ attributes }) => /(?:^|[:/])main$/i.test(attributes.role ?? '')) ??
    all.find(({ attributes }) => !attributes.role);
  return lineOf(main ?? all[0]);
}

/** Of several descriptions one of the text: captions are of a picture. */
function descriptionOf(about: XmlElement | undefined): string | null {
  const all = childrenNamed(about, 'description').filter(({ attributes }) => !/caption/i.test(attributes.role ?? ''));
  return lineOf(all.find(({ attributes }) => /summary|main/i.test(attributes.role ?? '')) ?? all[0]);
}

function nameOf(element: XmlElement): string | null {
  return lineAt(element, 'name');
}

/** Whose ids the item's guid is one of. */
function providerOf(meta: XmlElement | undefined): string | null {
  const provider = childAt(meta, 'provider');
  return provider ? firstOf(codeOf(provider), provider.attributes.literal, nameOf(provider)) : null;
}

function sourceOf(meta: XmlElement | undefined, about: XmlElement | undefined): GivenItem['source'] {
  const name = [childAt(about, 'infoSource'), childAt(meta, 'provider')].flatMap((one) =>
    one ? (nameOf(one) ?? []) : [],
  )[0];
  return name === undefined ? null : { kind: 'organization', name };
}

function locatedOf(located: XmlElement | undefined): GivenItem['located'] {
  const name = located ? nameOf(located) : null;
  return name === null ? null : { kind: 'place', name, placeKind: null };
}

const kinds: Readonly<Record<string, EntityName>> = {
  person: 'person',
  organisation: 'organization',
  geoArea: 'place',
};

function kindOf({ attributes }: XmlElement): EntityName | undefined {
  return kinds[attributes.type?.replace(/^.*[:/]/, '') ?? ''];
}

function topicOf(subject: XmlElement): { code: string; name: string }[] {
  if (kindOf(subject)) return [];
  const { uri, qcode, literal } = subject.attributes;
  return subjectOf({ uri: uri ?? null, code: qcode ?? null, name: nameOf(subject) ?? literal ?? null });
}

function mentionOf(subject: XmlElement): NamedMention[] {
  const kind = kindOf(subject);
  const name = nameOf(subject);
  if (!kind || name === null) return [];
  const externalIds = catalogueIdOf({ uri: subject.attributes.uri });
  return [{ kind, name, rel: 'ABOUT', externalIds, ...(kind === 'place' && { placeKind: null }) }];
}
