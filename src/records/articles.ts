import { z } from 'zod';
import { ArticleStatus, CorrectionKind } from '../generated/prisma/enums';
import {
  code,
  count,
  day,
  digest,
  flag,
  forEditors,
  id,
  json,
  moment,
  oneOf,
  optional,
  reference,
  text,
  texts,
} from './column';
import { copiedDates, mention, quote } from './quotes';
import { rowOrNone, rowsOf, someRowsOf, type Table, valuesOf } from './table';

const ofArticle = { article_id: 'id' };

export const articleVersion = {
  name: 'article_version',
  exported: {
    number: count,
    headline: text,
    standfirst: optional(text),
    body: text,
    createdAt: moment,
    createdBy: optional(forEditors(text)),
    reason: optional(forEditors(text)),
  },
  left: { id: 'Each database gives its own: its article and number name a version.', word_count: 'Generated.' },
} as const satisfies Table;

export const imagePerson = { name: 'image_person', exported: { person: reference } } as const satisfies Table;

export const image = {
  name: 'image',
  exported: {
    id,
    index: count,
    caption: optional(text),
    creditLine: optional(text),
    photographer: optional(reference),
    takenOn: optional(day),
    located: optional(reference),
  },
  parts: { people: valuesOf(imagePerson, { image_id: 'id' }) },
} as const satisfies Table;

export const correction = {
  name: 'correction',
  exported: { id, kind: oneOf(CorrectionKind), text, version: count, createdAt: moment },
} as const satisfies Table;

export const articleSubject = {
  name: 'article_subject',
  exported: {
    // By its code: each database gives subjects ids of its own.
    subject: {
      ...reference,
      ...code,
      read: (column: string) => `(select s.code from subject s where s.id = ${column})`,
    },
  },
  left: copiedDates,
} as const satisfies Table;

export const importedItem = {
  name: 'imported_item',
  exported: {
    digest,
    versionAt: optional(moment),
    versionNumber: optional(count),
    brought: optional(json),
    note: optional(forEditors(text)),
    extracted: flag,
  },
  left: { at: 'When this database took it in.' },
  isSilent: 'No answer shows it.',
} as const satisfies Table;

/** What a provider killed or withheld. */
export const heldItem = {
  name: 'held_item',
  exported: {
    uri: text,
    status: { schema: z.enum([ArticleStatus.DRAFT, ArticleStatus.WITHDRAWN]) },
    versionAt: optional(moment),
    versionNumber: optional(count),
    digest,
    note: optional(forEditors(text)),
    at: moment,
  },
  isSilent: 'No answer shows it.',
} as const satisfies Table;

export const article = {
  name: 'article',
  exported: {
    id,
    slug: text,
    uri: optional(text),
    status: oneOf(ArticleStatus),
    version: count,
    scheduledFor: optional(moment),
    embargoedUntil: optional(moment),
    publishedAt: optional(moment),
    revisedAt: optional(moment),
    createdAt: moment,
    publicSince: optional(moment),
    statusSetAt: optional(moment),
    byline: optional(text),
    dateline: optional(text),
    creditLine: optional(text),
    language: code,
    genre: optional(text),
    urgency: optional(count),
    keywords: texts,
    located: optional(reference),
    source: optional(reference),
  },
  parts: {
    subjects: valuesOf(articleSubject, ofArticle),
    versions: someRowsOf(articleVersion, 'number', ofArticle),
    images: rowsOf(image, 'index', ofArticle),
    corrections: rowsOf(correction, 'created_at, id', ofArticle),
    mentions: rowsOf(mention, 'position, id', ofArticle),
    quotes: rowsOf(quote, 'position, id', ofArticle),
    imported: rowOrNone(importedItem, ofArticle),
  },
  left: {
    rewritten_from_id: 'A line of its own, "origin", once all articles are there.',
    translated_from_id: 'A line of its own, "origin", once all articles are there.',
    listed_at: 'Generated.',
    headline: 'A trigger copies it from the current version.',
    standfirst: 'A trigger copies it from the current version.',
    search_vector: 'A trigger keeps it.',
  },
} as const satisfies Table;
