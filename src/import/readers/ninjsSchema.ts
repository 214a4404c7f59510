import { z } from 'zod';

/**
 * What is taken of a ninjs item, from 1.0 to 3.1. The versions differ in capitals (versioncreated, versionCreated), in one or
 * several (headline, headlines), and in names that are made up by the sender (body_*): keys are small letters here, and what the
 * versions call differently stands side by side. What is not named is let pass, as later versions will add to it.
 */

const text = z.string('must be a text');
const texts = z.array(
  z.looseObject({ value: text, role: text.optional(), contenttype: text.optional() }, 'must be objects with a value'),
  'must be a list',
);
const concept = z.looseObject(
  { name: text.optional(), rel: text.optional(), uri: text.optional(), scheme: text.optional(), code: text.optional() },
  'must be objects with a name',
);
const concepts = z.array(concept, 'must be a list').default([]);
const statuses = ['usable', 'withheld', 'canceled'] as const;

const part = z.looseObject({
  uri: text.optional(),
  type: text.optional(),
  byline: text.optional(),
  by: text.optional(),
  headline: text.optional(),
  title: text.optional(),
  headlines: texts.default([]),
  descriptions: texts.default([]),
});

/** An item whose keys are in small letters. */
export const ninjsItem = part.extend({
  uri: z.string('must be given: it is how the item is known again').min(1, 'must not be empty'),
  type: z
    .enum(
      ['text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'planning', 'event'],
      'is none of the types of ninjs',
    )
    .optional(),
  mimetype: text.optional(),
  representationtype: text.optional(),
  profile: text.optional(),
  version: text.optional(),
  firstcreated: text.optional(),
  versioncreated: text.optional(),
  contentcreated: text.optional(),
  embargoed: text.optional(),
  embargoeduntil: text.optional(),
  pubstatus: z.enum(statuses, `must be one of ${statuses.join(', ')}`).optional(),
  urgency: z.number('must be a number').int().min(1).max(9).optional(),
  copyrightholder: text.optional(),
  usageterms: text.optional(),
  ednote: text.optional(),
  language: text.optional(),
  slugline: text.optional(),
  /** Not in the standard, and written by Superdesk. */
  provider: text.optional().catch(undefined),
  located: text.optional(),
  bodies: texts.default([]),
  person: concepts,
  people: concepts,
  organisation: concepts,
  organisations: concepts,
  place: concepts,
  places: concepts,
  subject: concepts,
  subjects: concepts,
  genre: concepts,
  genres: concepts,
  infosource: concepts,
  infosources: concepts,
  associations: z
    .union([z.array(part), z.record(z.string(), part).transform((named) => Object.values(named))], 'must hold items')
    .default([]),
});

/** What it takes to take an item back. */
export const takenBack = z.looseObject({
  uri: z.string().min(1),
  pubstatus: z.enum(['withheld', 'canceled']),
  versioncreated: text.optional().catch(undefined),
  ednote: text.optional().catch(undefined),
});

export type NinjsItem = z.infer<typeof ninjsItem>;
export type NinjsPart = z.infer<typeof part>;
export type NinjsConcept = z.infer<typeof concept>;
export type NinjsText = z.infer<typeof texts>[number];

/** A JSON value with all its keys in small letters. */
export function withSmallKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSmallKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toLowerCase(), withSmallKeys(member)]));
}
