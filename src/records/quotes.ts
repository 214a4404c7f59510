import { AnchorState, MentionRel, QuoteKind, RecordMethod, ReviewStatus, SourceType } from '../generated/prisma/enums';
import { code, count, day, forEditors, id, moment, named, number, oneOf, optional, reference, text } from './column';
import { rowsOf, someRowsOf, type Table } from './table';

const review = {
  method: oneOf(RecordMethod),
  confidence: optional(number),
  reviewStatus: oneOf(ReviewStatus),
  reviewedAt: optional(moment),
  reviewedBy: optional(forEditors(text)),
};

/** Words of a version's body. The database refuses others, so they hold no canary but the body's. */
const span = {
  version: count,
  index: count,
  start: named('start_offset', count),
  end: named('end_offset', count),
  text: code,
};

const revision = 'Each database counts its own changes.';

/** What quotes, mentions and filings copy of their article. */
export const copiedDates = {
  article_listed_at: 'A trigger copies it from the article.',
  article_created_at: 'A trigger copies it from the article.',
};

export const mentionSpan = { name: 'mention_span', exported: span } as const satisfies Table;

export const mention = {
  name: 'mention',
  exported: {
    id,
    version: count,
    rel: oneOf(MentionRel),
    person: optional(reference),
    organization: optional(reference),
    place: optional(reference),
    position: count,
    ...review,
  },
  parts: { spans: rowsOf(mentionSpan, 'version, index', { mention_id: 'id', article_id: 'article_id' }) },
  left: { ...copiedDates, revision },
} as const satisfies Table;

export const quoteSpan = {
  name: 'quote_span',
  exported: { ...span, prefix: code, suffix: code },
} as const satisfies Table;

export const quote = {
  name: 'quote',
  exported: {
    id,
    version: count,
    // The words of its spans: the database refuses others.
    text: code,
    kind: oneOf(QuoteKind),
    position: count,
    cueText: optional(code),
    cueStart: optional(count),
    cueEnd: optional(count),
    speakerPerson: optional(reference),
    speakerOrganization: optional(reference),
    speakerName: optional(text),
    speakerTitle: optional(text),
    sourceType: oneOf(SourceType),
    saidOn: optional(day),
    saidIn: optional(reference),
    ...review,
    anchorState: oneOf(AnchorState),
    createdAt: moment,
  },
  parts: { spans: someRowsOf(quoteSpan, 'version, index', { quote_id: 'id', article_id: 'article_id' }) },
  left: { ...copiedDates, revision, search_vector: 'A trigger keeps it.' },
} as const satisfies Table;
