import type { ArticleFilter, EntityFilter, QuoteFilter, Ref } from './arguments';
import type { Context } from './context';
import { globalId } from './ids';
import { namedIds } from './refs';
import { moment } from './load';
import type { ArticleRow, EntityRow, MentionRow, QuoteRow } from './rows';

/** All of these must hold; those that were not asked for are null. */
type Conditions<T> = readonly (((row: T) => boolean) | null)[];

function all<T>(conditions: Conditions<T>): (row: T) => boolean {
  return (row) => conditions.every((holds) => holds === null || holds(row));
}

/** `make(value)` where a value was given. */
function given<V, T>(
  value: V | null | undefined,
  make: (value: V) => (row: T) => boolean,
): ((row: T) => boolean) | null {
  return value === null || value === undefined ? null : make(value);
}

const owner = { Person: 'person_id', Organization: 'organization_id', Place: 'place_id' } as const;

export async function articleFilter(
  context: Context,
  filter: ArticleFilter | null | undefined,
): Promise<(row: ArticleRow) => boolean> {
  if (!filter) return () => true;
  const mentions = (type: EntityRow['type']) => (refs: readonly Ref[]) => {
    const named = namedIds(context.tables, type, refs);
    return (row: ArticleRow) =>
      context.tables.mention.some(
        (mention: MentionRow) =>
          mention.article_id === row.id && mention.review_status !== 'REJECTED' && named.has(mention[owner[type]]),
      );
  };
  const words =
    filter.words === null || filter.words === undefined ? null : await context.words.inArticles(filter.words);
  return all<ArticleRow>([
    given(filter.status, (status) => (row) => status.includes(row.status)),
    given(filter.person, mentions('Person')),
    given(filter.organization, mentions('Organization')),
    given(filter.place, mentions('Place')),
    given(filter.provider, (refs) => {
      const named = namedIds(context.tables, 'Organization', refs);
      return (row) => named.has(row.source_id);
    }),
    given(filter.subject, (refs) => {
      const named = namedIds(context.tables, 'Subject', refs);
      return (row) =>
        context.tables.article_subject.some((filing) => filing.article_id === row.id && named.has(filing.subject_id));
    }),
    given(filter.language, (language) => (row) => row.language.toLowerCase() === language.toLowerCase()),
    given(filter.publishedFrom, (from) => (row) => row.published_at !== null && moment(row.published_at) >= from),
    given(filter.publishedBefore, (before) => (row) => row.published_at !== null && moment(row.published_at) < before),
    given(words, (matching) => (row) => matching.has(row.id)),
  ]);
}

export async function quoteFilter(
  context: Context,
  filter: QuoteFilter | null | undefined,
): Promise<(row: QuoteRow) => boolean> {
  if (!filter) return () => true;
  const words = filter.words === null || filter.words === undefined ? null : await context.words.inQuotes(filter.words);
  const publishedAt = (row: QuoteRow): number | null => {
    const printed = context.tables.article.find((article) => article.id === row.article_id)?.published_at ?? null;
    return printed === null ? null : moment(printed);
  };
  return all<QuoteRow>([
    given(filter.speaker, (refs) => {
      const people = namedIds(context.tables, 'Person', refs);
      const organizations = namedIds(context.tables, 'Organization', refs);
      return (row) => people.has(row.speaker_person_id) || organizations.has(row.speaker_organization_id);
    }),
    given(filter.article, (refs) => {
      const named = namedIds(context.tables, 'Article', refs);
      return (row) => named.has(row.article_id);
    }),
    given(filter.place, (refs) => {
      const named = namedIds(context.tables, 'Place', refs);
      return (row) => named.has(row.said_in_id);
    }),
    given(filter.kind, (kind) => (row) => kind.includes(row.kind)),
    given(filter.reviewStatus, (status) => (row) => status.includes(row.review_status)),
    given(filter.saidFrom, (from) => (row) => row.said_on !== null && row.said_on >= from),
    given(filter.saidBefore, (before) => (row) => row.said_on !== null && row.said_on < before),
    given(filter.publishedFrom, (from) => (row) => (publishedAt(row) ?? -Infinity) >= from),
    given(filter.publishedBefore, (before) => (row) => (publishedAt(row) ?? Infinity) < before),
    given(words, (matching) => (row) => matching.has(row.id)),
  ]);
}

export async function entityFilter(
  context: Context,
  type: EntityRow['type'],
  filter: EntityFilter | null | undefined,
): Promise<(row: EntityRow) => boolean> {
  if (!filter) return () => true;
  const { name, nameStartsWith, alias } = filter;
  const resembling = name === null || name === undefined ? null : await context.learned.order(type, name);
  return all<EntityRow>([
    given(resembling, (ids) => (row) => ids.includes(globalId(row.type, row.id))),
    nameStartsWith === null || nameStartsWith === undefined ? null : await context.names.beginning(nameStartsWith),
    alias === null || alias === undefined ? null : await context.names.alias(alias),
    given(
      filter.externalId,
      ({ scheme, value }) =>
        (row) =>
          context.tables.external_id.some(
            (id) => id.scheme === scheme && id.value === value && id[owner[row.type]] === row.id,
          ),
    ),
    given(filter.placeKind, (kind) => (row) => row.type === 'Place' && kind.includes(row.kind)),
    given(filter.reviewStatus, (status) => (row) => status.includes(row.review_status)),
  ]);
}
