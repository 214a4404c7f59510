import { z } from 'zod';
import * as articles from './articles';
import { id, optional, reference } from './column';
import * as entities from './entities';
import { mention, mentionSpan, quote, quoteSpan } from './quotes';
import { schemaOf, type Table } from './table';
import { unexported } from './unexported';

/** What an organization or a place is a part of. */
const parent = {
  name: `(select 'organization' as kind, id, parent_id from organization where parent_id is not null
    union all select 'place', id, parent_id from place where parent_id is not null)`,
  exported: { kind: { schema: z.enum(['organization', 'place']) }, id, parent: reference },
} as const satisfies Table;

/** What an article was made from. */
const origin = {
  name: `(select id as article_id, rewritten_from_id, translated_from_id from article
    where rewritten_from_id is not null or translated_from_id is not null)`,
  exported: { article: reference, rewrittenFrom: optional(reference), translatedFrom: optional(reference) },
} as const satisfies Table;

interface RecordKindOf<One extends Table> {
  readonly table: One;
  /** What a value in a line must be. */
  readonly schema: ReturnType<typeof schemaOf<One>>;
  /** What the lines are sorted by: one text of a row `r` that no other row has. */
  readonly order: string;
  /** How many are read at once: articles are large. */
  readonly pageSize: number;
}

const record = <One extends Table>(table: One, order = 'r.id::text', pageSize = 1000): RecordKindOf<One> => ({
  table,
  schema: schemaOf(table),
  order,
  pageSize,
});

/** The kinds of records, in the order in which an export holds them: each finds what it refers to. */
export const records = {
  subject: record(entities.subject, 'r.code'),
  organization: record(entities.organization),
  place: record(entities.place),
  person: record(entities.person),
  parent: record(parent),
  article: record(articles.article, 'r.id::text', 100),
  origin: record(origin, 'r.article_id::text'),
  role: record(entities.role),
  held: record(articles.heldItem, 'r.uri'),
  merged: record(entities.mergedRecord),
  formerSlug: record(entities.formerSlug, `r.kind || ' ' || r.slug`),
} as const;

export type RecordKind = keyof typeof records;

/** The record of a kind, as an export holds it. */
export type RecordOf<Kind extends RecordKind> = z.infer<(typeof records)[Kind]['schema']>;

/** Every table of the database. */
export const tables: readonly Table[] = [
  ...Object.values<Table>(articles),
  ...[mention, mentionSpan, quote, quoteSpan],
  ...Object.values<Table>(entities),
  ...Object.values<Table>(unexported),
];
