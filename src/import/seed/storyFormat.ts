import { canonicalLanguage } from '../../text/languageTag';
import { z } from 'zod';
import { ArticleStatus, MentionRel, PlaceKind, QuoteKind, SourceType } from '../../generated/prisma/enums';
import { StoryError } from './storyError';

/**
 * The records of a story: a JSON file beside the text that they are taken from. Nothing counts characters by hand: words
 * are given as they stand in the text, and the loader finds them. Records name each other by slug; a slug that is left out
 * is made from the name or headline.
 */

const printed = z
  .string()
  .refine((text) => text !== '' && text === text.trim(), 'Give some text, without blanks at its ends.')
  .transform((text) => text.normalize('NFC'));
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is made of a-z, 0-9 and single hyphens.');
const day = z.iso.date('Give a day as 2025-03-13.');
const moment = z.iso.datetime({ offset: true, error: 'Give a moment as 2025-11-03T14:05:00Z.' });
const count = z.number().int().min(1, 'Count from 1.');

/** Words that stand once in the body; or the `nth` of several places, from 1. */
const onePlace = z.union([printed, z.strictObject({ words: printed, nth: count })], {
  error: 'Give the words as a string, or {"words": "…", "nth": 2} where they stand several times.',
});

/** Words wherever they stand in the text; or only some places in the body, from 1. */
const places = z.union([printed, z.strictObject({ words: printed, nth: z.array(count).min(1) })], {
  error: 'Give the words as a string, or {"words": "…", "nth": [1, 3]} for some of their places in the body.',
});

/** A person or an organization or a place, by slug. */
const entity = { person: slug.optional(), organization: slug.optional(), place: slug.optional() };
const given = (...slugs: readonly (string | undefined)[]): number => slugs.filter((one) => one !== undefined).length;

const person = z.strictObject({
  name: printed,
  slug: slug.optional(),
  /** Other names, as printed. */
  aliases: z.array(printed).default([]),
  description: printed.optional(),
  roles: z
    .array(z.strictObject({ title: printed, organization: slug.optional(), from: day.optional(), to: day.optional() }))
    .default([]),
});

const organization = z.strictObject({
  name: printed,
  slug: slug.optional(),
  aliases: z.array(printed).default([]),
  kind: printed.optional(),
  parent: slug.optional(),
});

const place = z.strictObject({
  name: printed,
  slug: slug.optional(),
  aliases: z.array(printed).default([]),
  kind: z.enum(PlaceKind),
  parent: slug.optional(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Give two capital letters, ISO 3166-1.')
    .optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});

/** The nth image has the nth caption of the text. Whom it shows is also mentioned, as DEPICTS. */
const image = z.strictObject({
  creditLine: printed.optional(),
  photographer: slug.optional(),
  takenOn: day.optional(),
  located: slug.optional(),
  people: z.array(slug).default([]),
});

const mention = z
  .strictObject({ ...entity, rel: z.enum(MentionRel), words: z.array(places).min(1) })
  .refine((one) => given(one.person, one.organization, one.place) === 1, 'Give one person, organization or place.');

const quote = z.strictObject({
  kind: z.enum(QuoteKind),
  /** The words said, without quotation marks: several where the article breaks them. */
  spans: z.array(onePlace).min(1),
  /** The words that say that it was said. */
  cue: onePlace.optional(),
  speaker: z
    .strictObject({ person: entity.person, organization: entity.organization })
    .refine((one) => given(one.person, one.organization) === 1, 'Give one person or organization.')
    .optional(),
  /** As written there. */
  speakerName: printed.optional(),
  speakerTitle: printed.optional(),
  /** By the speaker's record, unless given. */
  sourceType: z.enum(SourceType).optional(),
  saidIn: slug.optional(),
  saidOn: day.optional(),
});

const article = z.strictObject({
  slug: slug.optional(),
  uri: printed.optional(),
  status: z.enum(ArticleStatus),
  publishedAt: moment.optional(),
  embargoedUntil: moment.optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'Give a language by BCP 47, such as en-US.')
    .transform((tag) => canonicalLanguage(tag) ?? tag),
  source: slug.optional(),
  creditLine: printed.optional(),
  byline: printed.optional(),
  /** As printed at the start of the body. */
  dateline: printed.optional(),
  located: slug.optional(),
  genre: printed.optional(),
  urgency: z.number().int().min(1).max(9).optional(),
  keywords: z.array(printed).default([]),
});

const blockKind = z.enum(['source', 'headline', 'standfirst', 'caption', 'body']);

const story = z.strictObject({
  /** The text file, beside this one. */
  text: z.string().regex(/^[\w.-]+$/, 'Name a file in the same folder.'),
  /** What each paragraph of the text file is, in order. The body comes last and takes all that follow. */
  blocks: z
    .array(blockKind)
    .refine((kinds) => kinds.at(-1) === 'body' && kinds.indexOf('body') === kinds.length - 1, 'End with one "body".')
    .refine((kinds) => kinds.filter((kind) => kind === 'headline').length === 1, 'Give one "headline".'),
  article,
  people: z.array(person).default([]),
  organizations: z.array(organization).default([]),
  places: z.array(place).default([]),
  images: z.array(image).default([]),
  mentions: z.array(mention).default([]),
  quotes: z.array(quote).default([]),
});

/** A story's records as written in its file. */
export type StoryRecords = z.output<typeof story>;
export type BlockKind = z.output<typeof blockKind>;
export type OnePlace = z.output<typeof onePlace>;
export type MentionRecord = z.output<typeof mention>;
export type QuoteRecord = z.output<typeof quote>;

/**
 * Reads the records of a story from what its JSON file holds.
 * @throws StoryError naming every mistake and where it is.
 */
export function parseStory(value: unknown): StoryRecords {
  const parsed = story.safeParse(value);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`);
  throw new StoryError(mistakes.join('\n'));
}

function pathOf(keys: readonly PropertyKey[]): string {
  if (keys.length === 0) return 'the file';
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );
}
