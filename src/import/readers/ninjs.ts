import type { EntityName } from '../../entities/kind';
import { catalogueIdOf, countryIn } from '../catalogueIds';
import { subjectOf } from '../subjectCodes';
import { htmlText, isMarkedUp } from '../paragraphs';
import type { GivenItem, ItemImage, NamedMention } from '../item';
import {
  type NinjsConcept,
  type NinjsItem,
  ninjsItem,
  type NinjsPart,
  type NinjsText,
  takenBack,
  withSmallKeys,
} from './ninjsSchema';

const statuses = { usable: 'PUBLISHED', withheld: 'DRAFT', canceled: 'WITHDRAWN' } as const;

/** What is no article. */
const withoutText = ['audio', 'video', 'picture', 'graphic', 'planning', 'event'];

/**
 * A ninjs item (IPTC's News in JSON, 1.0 to 3.1) as an item; or, as text, what is wrong with it.
 * @param value what JSON.parse gave
 */
export function itemOfNinjs(value: unknown): GivenItem | string {
  const small = withSmallKeys(value);
  const parsed = ninjsItem.safeParse(small);
  if (!parsed.success) {
    const taken = takenBackIn(small);
    if (taken) return taken;
    const told = parsed.error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.join('.') || 'The item'} ${message}`);
    return `This is no ninjs item: ${told.join('; ')}.`;
  }
  const item = parsed.data;
  const extra = unknownTexts(item);
  if (extra !== null) return `This is no ninjs item: ${extra}.`;
  if (item.type && withoutText.includes(item.type))
    return `It is of the type ${item.type}, which has no text to import.`;
  return itemOf(item);
}

/** What is known of an item that is canceled or withheld, and otherwise no ninjs: it is to be taken back all the same. */
function takenBackIn(value: unknown): GivenItem | null {
  const item = takenBack.safeParse(value).data;
  if (!item) return null;
  const warnings = ['It is no ninjs item otherwise; what it takes back is taken back.'];
  const [versionAt, note] = [item.versioncreated ?? null, item.ednote ?? null];
  return { uri: item.uri, status: statuses[item.pubstatus], headline: null, body: null, versionAt, note, warnings };
}

function itemOf(item: NinjsItem): GivenItem {
  return {
    uri: item.uri,
    status: statuses[item.pubstatus ?? 'usable'],
    headline: headlineOf(item),
    standfirst: plain(descriptionsOf(item)[0]),
    body: plain(bodyOf(item)),
    byline: bylineOf(item),
    language: item.language ?? null,
    genre: [...item.genre, ...item.genres].find(({ name }) => name)?.name ?? null,
    urgency: item.urgency ?? null,
    ...timesOf(item),
    provider: item.provider ?? null,
    source: sourceOf(item),
    located: item.located ? { kind: 'place', name: item.located, placeKind: null } : null,
    subjects: [...item.subject, ...item.subjects].flatMap(subjectOf),
    mentions: [
      ...mentionsOf('person', [...item.person, ...item.people]),
      ...mentionsOf('organization', [...item.organisation, ...item.organisations]),
      ...mentionsOf('place', [...item.place, ...item.places]),
    ],
    images: item.associations.filter(({ type }) => type === 'picture' || type === 'graphic').map(imageOf),
    note: item.ednote ?? null,
    lookedFor: { headline: 'as headline (or headlines, or title)', body: 'as body_text (or body_xhtml, or bodies)' },
  };
}

function timesOf({ firstcreated, versioncreated, version, embargoed, embargoeduntil }: NinjsItem) {
  return {
    publishedAt: firstcreated ?? versioncreated ?? null,
    embargoedUntil: embargoed ?? embargoeduntil ?? null,
    versionAt: versioncreated ?? null,
    versionNumber: version ?? null,
  };
}

function sourceOf({ infosource, infosources }: NinjsItem): GivenItem['source'] {
  const source = [...infosource, ...infosources].find(({ name }) => name);
  return source ? { kind: 'organization', name: source.name!, externalIds: catalogueIdOf(source) } : null;
}

function bylineOf({ byline, by }: NinjsPart): string | null {
  return byline ?? by ?? null;
}

/** Fields whose names begin so hold texts, whatever follows: body_text, headline_main. */
function named(item: NinjsPart, beginning: string): NinjsText[] {
  return Object.entries(item).flatMap(([key, value]) =>
    key.startsWith(`${beginning}_`) && typeof value === 'string'
      ? { role: key.slice(beginning.length + 1), value }
      : [],
  );
}

function unknownTexts(item: NinjsItem): string | null {
  for (const [key, value] of Object.entries(item)) {
    if (!/^(body|description|headline)_/.test(key)) continue;
    if (!/^(body|description|headline)_[a-z0-9_]/.test(key)) return `${key} is not named as ninjs names such fields`;
    if (typeof value !== 'string') return `${key} must be a text`;
  }
  return null;
}

function headlineOf(item: NinjsPart): string | null {
  const several = [...item.headlines, ...named(item, 'headline')];
  const main = several.find(({ role }) => role === 'main') ?? several[0];
  return item.headline ?? plain(main) ?? item.title ?? null;
}

function descriptionsOf(item: NinjsPart): NinjsText[] {
  return [...item.descriptions, ...named(item, 'description')];
}

/** Roles that the whole text has; a marked-up form of it is the one with paragraphs. */
const wholeRoles = /^(?:main|text|plain|richtext|x?html5?|richhtml5?|complete|body|content)$/;

function bodyOf(item: NinjsItem): NinjsText | undefined {
  const all = [...item.bodies, ...named(item, 'body')].filter(({ value }) => value.trim() !== '');
  const whole = all.filter(({ role }) => role === undefined || wholeRoles.test(role.toLowerCase()));
  const wanted = whole.length > 0 ? whole : all;
  return wanted.find(isHtml) ?? wanted[0];
}

function isHtml({ role, value, contenttype }: NinjsText): boolean {
  return /html/i.test(contenttype ?? '') || /html/i.test(role ?? '') || isMarkedUp(value);
}

function plain(given: NinjsText | undefined): string | null {
  if (!given || given.value.trim() === '') return null;
  return isHtml(given) ? htmlText(given.value) : given.value;
}

function mentionsOf(kind: EntityName, concepts: readonly NinjsConcept[]): NamedMention[] {
  return concepts.flatMap((concept) => {
    const { name, rel } = concept;
    if (name === undefined) return [];
    const one = { kind, name, rel: relOf(rel), externalIds: catalogueIdOf(concept) };
    return kind === 'place' ? { ...one, placeKind: countryIn(concept) } : one;
  });
}

function relOf(rel: string | undefined): NamedMention['rel'] {
  if (rel === 'about') return 'ABOUT';
  return rel === 'depicts' ? 'DEPICTS' : 'MENTIONS';
}

function imageOf(item: NinjsPart): ItemImage {
  const caption = descriptionsOf(item).find(({ role }) => role === undefined || /caption|text|main/.test(role));
  return {
    caption: plain(caption ?? descriptionsOf(item)[0]) ?? headlineOf(item),
    creditLine: item.byline ?? item.by ?? null,
  };
}
