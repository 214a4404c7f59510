import { createHash } from 'node:crypto';
import { languageIn } from '../articles/metadata';
import { wordsIn, type Words } from '../articles/words';
import { guessLanguage, undetermined } from '../text/guessLanguage';
import { nameForm } from '../text/nameForm';
import { lineIn } from '../writing/inputTexts';
import { UserErrors } from '../writing/userErrors';
import { isBlank, kept, keptNote, oneLine, withoutControls } from './givenTexts';
import { stateOf } from './checkState';
import type { GivenItem, ItemImage, ItemSubject, NamedEntity, NamedMention } from './item';
import { type ItemUri, scopedUri } from './itemUri';
import type { Sent } from './stateRule';

/** An item whose every value may be stored. */
export interface CheckedItem extends Words, Sent, ItemUri {
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly creditLine: string | null;
  readonly language: string;
  readonly genre: string | null;
  readonly urgency: number | null;
  readonly keywords: readonly string[];
  readonly source: NamedEntity | null;
  readonly located: NamedEntity | null;
  readonly subjects: readonly ItemSubject[];
  readonly mentions: readonly NamedMention[];
  readonly images: readonly Required<ItemImage>[];
  readonly note: string | null;
  /** SHA-256 of what the item says: equal where nothing changed. */
  readonly digest: Buffer;
  /** What an editor is told of how the item was read. */
  readonly warnings: readonly string[];
}

const lostCharacters = 'Some of its characters were lost on the way here: its text has U+FFFD in their place.';

/** What is told beside the items. */
export interface Beside {
  /** The uri where the item has none; made from its words where this is null. */
  readonly fallbackUri: string | null;
  /** Whose items they are, where they do not tell. */
  readonly provider?: string | null;
}

const most = { keywords: 100, subjects: 100, mentions: 500, images: 100 } as const;

/**
 * Looks through an item by the same rules as the mutations, and notes every mistake. What an item has too much of beside its
 * words (a broken language, an endless byline, a time that is none) doesn't keep it out: feeds are full of it; it is left out.
 * What a provider takes back counts whatever else is wrong with the item.
 */
export function checkItem(userErrors: UserErrors, given: GivenItem, beside: Beside): CheckedItem {
  const warnings = [...(given.warnings ?? [])];
  const state = stateOf(given, warnings);
  const words = wordsOrNone(userErrors, given);
  if (/\ufffd/.test(words.headline + words.body)) warnings.push(lostCharacters);
  const item = {
    ...uriOf(userErrors, given, words, beside),
    ...state,
    hasWords: words.body !== '',
    ...words,
    ...printedOf(given),
    language: languageOf(given.status === 'WITHDRAWN' ? new UserErrors() : userErrors, given.language, words),
    source: given.source ? entityOf(given.source) : null,
    located: given.located ? entityOf(given.located) : null,
    subjects: subjectsOf(given.subjects ?? []),
    mentions: mentionsOf(given.mentions ?? []),
    images: (given.images ?? []).slice(0, most.images).map(imageOf),
    note: keptNote(given.note),
  };
  const told = { ...item, formerUri: undefined, scope: undefined };
  return { ...item, warnings, digest: createHash('sha256').update(JSON.stringify(told)).digest() };
}

function printedOf(given: GivenItem) {
  const keywords = (given.keywords ?? []).flatMap((word) => kept(word, 200) ?? []);
  return {
    byline: kept(given.byline),
    dateline: kept(given.dateline),
    creditLine: kept(given.creditLine),
    genre: kept(given.genre),
    urgency: given.urgency ?? null,
    keywords: [...new Set(keywords)].slice(0, most.keywords),
  };
}

/** What a provider takes back may have no words; a draft whose words are wrong is refused like anything else. */
function wordsOrNone(userErrors: UserErrors, given: GivenItem): Words {
  const hasNone = isBlank(given.body) || isBlank(given.headline);
  const mayLackWords = given.status === 'WITHDRAWN' || (given.status === 'DRAFT' && hasNone);
  if (!mayLackWords) return wordsOf(userErrors, given);
  const some = new UserErrors();
  const words = wordsOf(some, given);
  return some.any ? noWords : words;
}

const noWords: Words = { headline: '', standfirst: null, body: '' };

function wordsOf(userErrors: UserErrors, { headline, standfirst, body, lookedFor }: GivenItem): Words {
  if (isBlank(body)) userErrors.add('INVALID', 'body', missing('text', lookedFor?.body));
  if (isBlank(headline)) userErrors.add('INVALID', 'headline', missing('headline', lookedFor?.headline));
  if (isBlank(body) || isBlank(headline)) return noWords;
  const given = {
    headline: oneLine(headline!),
    body: withoutControls(body!),
    standfirst: isBlank(standfirst) ? null : withoutControls(standfirst!),
  };
  return { standfirst: null, ...wordsIn(userErrors, given) } as Words;
}

function missing(what: string, place: string | undefined): string {
  return place === undefined ? `It has no ${what}.` : `It has no ${what}: give it ${place}.`;
}

/** An id of its own, or one that is made: the same for the same input. */
function uriOf(
  userErrors: UserErrors,
  { uri, provider }: GivenItem,
  { headline, body }: Words,
  { fallbackUri, provider: named }: Beside,
): ItemUri {
  if (!isBlank(uri)) return scopedUri(lineIn(userErrors, 'uri', uri!, 1500), provider ?? named);
  if (fallbackUri !== null) return { uri: fallbackUri, formerUri: null, scope: null };
  const digest = createHash('sha256').update(`${headline}\n\n${body}`).digest('hex');
  return { uri: `urn:sha256:${digest}`, formerUri: null, scope: null };
}

/** The language that an item tells; else the one that its words are in, as far as that is sure. */
function languageOf(userErrors: UserErrors, given: string | null | undefined, { body }: Words): string {
  const told = isBlank(given) ? undefined : languageIn(userErrors, given!.trim().replaceAll('_', '-'));
  return told ?? guessLanguage(body) ?? undetermined;
}

function entityOf<Entity extends NamedEntity>(entity: Entity): Entity | null {
  const name = kept(nameForm(entity.name));
  return name === null ? null : { ...entity, name };
}

function mentionsOf(given: readonly NamedMention[]): NamedMention[] {
  const found = new Map<string, NamedMention>();
  for (const one of given.slice(0, most.mentions)) {
    const mention = entityOf(one);
    if (mention) found.set(`${mention.kind} ${mention.rel} ${mention.name}`, mention);
  }
  return [...found.values()];
}

function subjectsOf(given: readonly ItemSubject[]): ItemSubject[] {
  const found = new Map<string, ItemSubject>();
  for (const { code, name } of given.slice(0, most.subjects)) {
    const [known, called] = [kept(code, 200), kept(name, 200)];
    if (known !== null && called !== null) found.set(known, { code: known, name: called });
  }
  return [...found.values()];
}

function imageOf({ caption, creditLine, photographer, takenOn }: ItemImage): Required<ItemImage> {
  return {
    caption: keptNote(caption),
    creditLine: kept(creditLine),
    photographer: kept(photographer),
    takenOn: takenOn && !Number.isNaN(Date.parse(`${takenOn}T00:00:00Z`)) ? takenOn : null,
  };
}
