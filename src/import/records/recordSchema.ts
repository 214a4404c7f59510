import { z } from 'zod';
import {
  AnchorState,
  ArticleStatus,
  CorrectionKind,
  MentionRel,
  PlaceKind,
  QuoteKind,
  QuoteMethod,
  ReviewStatus,
  SourceType,
} from '../../generated/prisma/enums';

/**
 * The records that `verbatim export` writes, one a line under its kind: {"person": {…}}. What is empty is left out. Whether
 * words stand where they are said to, and the like, the database checks.
 */

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });
const [text, count] = [z.string(), z.number().int().min(0)];
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const kindOfEntity = z.enum(['person', 'organization', 'place']);

const shared = {
  id,
  slug: text,
  name: text,
  aliases: z.array(text),
  listed: z.boolean(),
  reviewStatus: z.enum(ReviewStatus),
  createdAt: moment,
  externalIds: z.array(z.strictObject({ scheme: text, value: text })).default([]),
};

const review = {
  method: z.enum(QuoteMethod),
  confidence: z.number().optional(),
  reviewStatus: z.enum(ReviewStatus),
  reviewedAt: moment.optional(),
  reviewedBy: text.optional(),
};

const span = z.strictObject({ version: count, index: count, start: count, end: count, text });
const version = z.strictObject({
  number: count,
  headline: text,
  standfirst: text.optional(),
  body: text,
  createdAt: moment,
  createdBy: text.optional(),
  reason: text.optional(),
});

const image = z.strictObject({
  id,
  index: count,
  caption: text.optional(),
  creditLine: text.optional(),
  photographer: id.optional(),
  takenOn: z.iso.date().optional(),
  located: id.optional(),
  people: z.array(id).default([]),
});

const mention = z.strictObject({
  id,
  version: count,
  rel: z.enum(MentionRel),
  person: id.optional(),
  organization: id.optional(),
  place: id.optional(),
  position: count,
  ...review,
  spans: z.array(span).default([]),
});

const quote = z.strictObject({
  id,
  version: count,
  text,
  kind: z.enum(QuoteKind),
  position: count,
  cueText: text.optional(),
  cueStart: count.optional(),
  cueEnd: count.optional(),
  speakerPerson: id.optional(),
  speakerOrganization: id.optional(),
  speakerName: text.optional(),
  speakerTitle: text.optional(),
  sourceType: z.enum(SourceType),
  saidAt: z.iso.date().optional(),
  saidIn: id.optional(),
  ...review,
  anchorState: z.enum(AnchorState),
  createdAt: moment,
  spans: z.array(span.extend({ prefix: text, suffix: text })),
});

const article = z.strictObject({
  id,
  slug: text,
  uri: text.optional(),
  status: z.enum(ArticleStatus),
  version: count,
  scheduledFor: moment.optional(),
  embargoedUntil: moment.optional(),
  publishedAt: moment.optional(),
  revisedAt: moment.optional(),
  createdAt: moment,
  publicSince: moment.optional(),
  statusSetAt: moment.optional(),
  byline: text.optional(),
  dateline: text.optional(),
  creditLine: text.optional(),
  language: text,
  genre: text.optional(),
  urgency: count.optional(),
  keywords: z.array(text),
  located: id.optional(),
  source: id.optional(),
  subjects: z.array(text).default([]),
  versions: z.array(version).min(1),
  images: z.array(image).default([]),
  corrections: z
    .array(z.strictObject({ id, kind: z.enum(CorrectionKind), text, version: count, createdAt: moment }))
    .default([]),
  mentions: z.array(mention).default([]),
  quotes: z.array(quote).default([]),
  imported: z
    .strictObject({
      digest,
      versionAt: moment.optional(),
      versionNumber: count.optional(),
      /** JSON as text, so that what is null in it is kept. */
      brought: text.optional(),
      note: text.optional(),
      extracted: z.boolean(),
    })
    .optional(),
});

/** The kinds of records, in the order in which they come. */
export const recordSchemas = {
  subject: z.strictObject({ code: text, name: text, listed: z.boolean() }),
  organization: z.strictObject({ ...shared, kind: text.optional() }),
  place: z.strictObject({
    ...shared,
    kind: z.enum(PlaceKind),
    countryCode: text.optional(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
  }),
  person: z.strictObject({ ...shared, description: text.optional() }),
  parent: z.strictObject({ kind: z.enum(['organization', 'place']), id, parent: id }),
  article,
  origin: z.strictObject({ article: id, rewrittenFrom: id.optional(), translatedFrom: id.optional() }),
  role: z.strictObject({
    id,
    person: id,
    title: text,
    organization: id.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    article: id.optional(),
  }),
  held: z.strictObject({
    uri: text,
    status: z.enum(['DRAFT', 'WITHDRAWN']),
    versionAt: moment.optional(),
    versionNumber: count.optional(),
    digest,
    note: text.optional(),
    at: moment,
  }),
  merged: z.strictObject({ id, kind: kindOfEntity, survivor: id, at: moment }),
  formerSlug: z.strictObject({ kind: kindOfEntity, slug: text, record: id }),
} as const;

/** The kinds, the record of a kind, and a line of an export. */
export type RecordKind = keyof typeof recordSchemas;
export type RecordOf<Kind extends RecordKind> = z.infer<(typeof recordSchemas)[Kind]>;

export type ExportedRecord = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly record: RecordOf<Kind> };
}[RecordKind];

/** The record in a line's value; as text, what is wrong with it; null where the value is no such line. */
export function recordIn(value: unknown): ExportedRecord | string | null {
  if (typeof value !== 'object' || value === null) return null;
  const [kind, ...more] = Object.keys(value);
  if (kind === undefined || more.length > 0 || !(kind in recordSchemas)) return null;
  const parsed = recordSchemas[kind as RecordKind].safeParse((value as Record<string, unknown>)[kind]);
  if (parsed.success) return { kind, record: parsed.data } as ExportedRecord;
  const told = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');
  return `This is no ${kind} as verbatim export writes it: ${told}.`;
}
