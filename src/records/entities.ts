import { z } from 'zod';
import { PlaceKind, ReviewStatus } from '../generated/prisma/enums';
import { code, day, flag, id, moment, named, number, oneOf, optional, reference, text, texts } from './column';
import { rowsOf, type Table } from './table';

const shared = {
  id,
  slug: text,
  name: text,
  aliases: texts,
  listed: flag,
  reviewStatus: oneOf(ReviewStatus),
  createdAt: moment,
};

const revision = 'Each database counts its own changes.';
const keys = { revision, sort_name: 'Generated.', name_keys: 'Generated.' };
const parent = { parent_id: 'A line of its own, "parent", once all records of the kind are there.' };

/** The kind of a record that answers for an old id or slug. */
const entityKind = { schema: z.enum(['person', 'organization', 'place']) };

export const subject = {
  name: 'subject',
  exported: { code: text, name: text, listed: flag },
  left: {
    id: 'Each database gives its own: articles name a subject by its code.',
    revision,
    sort_name: 'Generated.',
  },
} as const satisfies Table;

export const externalId = { name: 'external_id', exported: { scheme: code, value: text } } as const satisfies Table;

const externalIds = (owner: string) => rowsOf(externalId, 'scheme, value', { [owner]: 'id' });

export const organization = {
  name: 'organization',
  exported: { ...shared, kind: optional(text) },
  parts: { externalIds: externalIds('organization_id') },
  left: { ...keys, ...parent },
} as const satisfies Table;

export const place = {
  name: 'place',
  exported: {
    ...shared,
    kind: oneOf(PlaceKind),
    countryCode: optional(code),
    latitude: optional(number),
    longitude: optional(number),
  },
  parts: { externalIds: externalIds('place_id') },
  left: { ...keys, ...parent },
} as const satisfies Table;

export const person = {
  name: 'person',
  exported: { ...shared, description: optional(text) },
  parts: { externalIds: externalIds('person_id') },
  left: keys,
} as const satisfies Table;

export const role = {
  name: 'role',
  exported: {
    id,
    person: reference,
    title: text,
    organization: optional(reference),
    from: optional(named('from_date', day)),
    to: optional(named('to_date', day)),
    article: optional(reference),
  },
} as const satisfies Table;

export const mergedRecord = {
  name: 'merged_record',
  exported: { id, kind: entityKind, survivor: reference, at: moment },
} as const satisfies Table;

export const formerSlug = {
  name: 'former_slug',
  exported: { kind: entityKind, slug: text, record: reference },
} as const satisfies Table;
