import { createHash } from 'node:crypto';
import { languageIn } from '../articles/metadata';
import { wordsIn, type Words } from '../articles/words';
import { lineIn, proseIn } from '../writing/inputTexts';
import { Mistakes } from '../writing/userErrors';
import type { GivenItem, ItemImage, ItemSubject, NamedEntity, NamedMention } from './item';

/** An item whose every value may be stored. */
export interface CheckedItem extends Words {
  readonly uri: string;
  readonly status: GivenItem['status'];
  /** Whether it has words; one that its provider canceled may have none. */
  readonly hasWords: boolean;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly creditLine: string | null;
  readonly language: string;
  readonly genre: string | null;
  readonly urgency: number | null;
  readonly keywords: readonly string[];
  readonly publishedAt: Date | null;
  readonly embargoedUntil: Date | null;
  readonly versionAt: Date | null;
  readonly source: NamedEntity | null;
  readonly located: NamedEntity | null;
  readonly subjects: readonly ItemSubject[];
  readonly mentions: readonly NamedMention[];
  readonly images: readonly Required<ItemImage>[];
  readonly note: string | null;
  /** SHA-256 of all that is above: equal where nothing changed. */
  readonly digest: Buffer;
}

/** How far a clock elsewhere may be ahead of ours, in milliseconds. */
const clockPatience = 24 * 3600 * 1000;
const most = { keywords: 100, subjects: 100, mentions: 500, images: 100 } as const;

/**
 * Looks through an item by the same rules as the mutations, and notes every mistake. What an item has too much of beside its
 * words (a broken language, an endless byline) doesn't keep it out: feeds are full of it; it is left out.
 * @param fallbackUri the uri where the item has none; made from the item where this is null
 */
export function checkItem(mistakes: Mistakes, given: GivenItem, fallbackUri: string | null): CheckedItem {
  const canceled = given.status === 'WITHDRAWN';
  const hasWords = !isBlank(given.body) && !isBlank(given.headline);
  const words = canceled && !hasWords ? { headline: '', standfirst: null, body: '' } : wordsOf(mistakes, given);
  const item = {
    uri: uriOf(mistakes, given, words, fallbackUri),
    status: given.status,
    hasWords,
    ...words,
    byline: kept(given.byline),
    dateline: kept(given.dateline),
    creditLine: kept(given.creditLine),
    language: languageOf(mistakes, given.language),
    genre: kept(given.genre),
    urgency: given.urgency ?? null,
    keywords: [...new Set((given.keywords ?? []).flatMap((word) => kept(word, 200) ?? []))].slice(0, most.keywords),
    publishedAt: momentIn(mistakes, 'publishedAt', given.publishedAt, true),
    embargoedUntil: momentIn(mistakes, 'embargoedUntil', given.embargoedUntil, false),
    versionAt: momentIn(mistakes, 'versionAt', given.versionAt, false),
    source: given.source ? entityOf(given.source) : null,
    located: given.located ? entityOf(given.located) : null,
    subjects: subjectsOf(given.subjects ?? []),
    mentions: mentionsOf(given.mentions ?? []),
    images: (given.images ?? []).slice(0, most.images).map(imageOf),
    note: keptNote(given.note),
  };
  return { ...item, digest: createHash('sha256').update(JSON.stringify(item)).digest() };
}

function wordsOf(mistakes: Mistakes, { headline, standfirst, body, lookedFor }: GivenItem): Words {
  if (isBlank(body)) mistakes.add('INVALID', 'body', missing('text', lookedFor?.body));
  if (isBlank(headline)) mistakes.add('INVALID', 'headline', missing('headline', lookedFor?.headline));
  if (isBlank(body) || isBlank(headline)) return { headline: '', standfirst: null, body: '' };
  const given = {
    headline: oneLine(headline!),
    body: withoutControls(body!),
    standfirst: isBlank(standfirst) ? null : withoutControls(standfirst!),
  };
  return { standfirst: null, ...wordsIn(mistakes, given) } as Words;
}

function missing(what: string, place: string | undefined): string {
  return place === undefined ? `It has no ${what}.` : `It has no ${what}: give it ${place}.`;
}

/** An id of its own, or one that is made: the same for the same input. */
function uriOf(mistakes: Mistakes, { uri }: GivenItem, { headline, body }: Words, fallback: string | null): string {
  if (!isBlank(uri)) return lineIn(mistakes, 'uri', uri!, 2000);
  if (fallback !== null) return fallback;
  return `urn:sha256:${createHash('sha256').update(`${headline}\n\n${body}`).digest('hex')}`;
}

function languageOf(mistakes: Mistakes, given: string | null | undefined): string {
  return isBlank(given) ? 'en' : (languageIn(mistakes, given!.trim().replaceAll('_', '-')) ?? 'en');
}

function momentIn(mistakes: Mistakes, field: string, given: string | null | undefined, isPast: boolean): Date | null {
  if (isBlank(given)) return null;
  const moment = new Date(given!);
  const year = moment.getUTCFullYear();
  if (Number.isNaN(year) || year < 1000 || year > 9999) {
    mistakes.add('INVALID', field, `${field} is no moment: give it as 2025-11-03T14:05:00Z.`);
    return null;
  }
  if (isPast && moment.getTime() > Date.now() + clockPatience)
    mistakes.add('INVALID', field, `${field} is still to come: withhold the item until then.`);
  return moment;
}

function entityOf<Entity extends NamedEntity>(entity: Entity): Entity | null {
  const name = kept(entity.name);
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

function isBlank(text: string | null | undefined): boolean {
  return text == null || text.trim() === '';
}

/** A line as it is stored; null where it can't be. */
function kept(given: string | null | undefined, longest?: number): string | null {
  return isBlank(given) ? null : valid((mistakes) => lineIn(mistakes, 'text', oneLine(given!), longest));
}

function keptNote(given: string | null | undefined): string | null {
  return isBlank(given) ? null : valid((mistakes) => proseIn(mistakes, 'text', withoutControls(given!)));
}

function valid(look: (mistakes: Mistakes) => string): string | null {
  const mistakes = new Mistakes();
  const text = look(mistakes);
  return mistakes.any ? null : text;
}

/** Headlines are often broken over lines by their markup. */
function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Wires and old systems leave control characters behind, which are nobody's words. */
function withoutControls(text: string): string {
  return text.toWellFormed().replace(controls, '');
}
