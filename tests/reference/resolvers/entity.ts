import type { ArticleFilter, EntityFilter, ListArguments, Paging, QuoteFilter } from '../arguments';
import type { Context } from '../context';
import { globalId } from '../ids';
import { articles, entities, mentions, quotes } from '../lists';
import { externalIdOrder, latestRole } from '../orders';
import type { EntityRow, ExternalIdRow, OrganizationRow, PersonRow, PlaceRow, RoleRow, SubjectRow } from '../rows';
import type { Resolvers } from './resolvers';
import { find } from './values';

const owner = { Person: 'person_id', Organization: 'organization_id', Place: 'place_id' } as const;

function mentionsOf(context: Context, row: EntityRow) {
  return context.tables.mention.filter(
    (mention) => mention[owner[row.type]] === row.id && mention.review_status !== 'REJECTED',
  );
}

const entity: Resolvers<EntityRow> = {
  id: (row) => globalId(row.type, row.id),
  revision: (row) => row.revision,
  slug: (row) => row.slug,
  name: (row) => row.name,
  aliases: (row) => row.aliases,
  reviewStatus: (row) => row.review_status,
  externalIds: (row, _, context) =>
    context.tables.external_id.filter((id) => id[owner[row.type]] === row.id).sort(externalIdOrder),
  articles: (row, args: ListArguments<ArticleFilter>, context) =>
    articles(context, (article) => mentionsOf(context, row).some((mention) => mention.article_id === article.id), args),
  mentions: (row, args: Paging, context) =>
    mentions(context, (mention) => mention[owner[row.type]] === row.id, context.orders.mentions, args),
};

export const person: Resolvers<PersonRow> = {
  ...entity,
  description: (row) => row.description,
  roles: (row, _, context) =>
    context.tables.role.filter((role) => role.person_id === row.id && context.sight.role(role)).sort(latestRole),
  quotes: (row, args: ListArguments<QuoteFilter>, context) =>
    quotes(context, (quote) => quote.speaker_person_id === row.id, args),
};

export const organization: Resolvers<OrganizationRow> = {
  ...entity,
  organizationKind: (row) => row.kind,
  parts: (row, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Organization', (part) => part.parent_id === row.id, args),
  parent: (row, _, context) =>
    find(context.tables.organization, row.parent_id, (parent) => context.sight.organization(parent)),
  people: (row, args: ListArguments<EntityFilter>, context) => {
    const roles = context.tables.role.filter((role) => role.organization_id === row.id && context.sight.role(role));
    return entities(context, 'Person', (one) => roles.some((role) => role.person_id === one.id), args);
  },
  quotes: (row, args: ListArguments<QuoteFilter>, context) =>
    quotes(context, (quote) => quote.speaker_organization_id === row.id, args),
  providedArticles: (row, args: ListArguments<ArticleFilter>, context) =>
    articles(context, (article) => article.source_id === row.id, args),
};

export const place: Resolvers<PlaceRow> = {
  ...entity,
  placeKind: (row) => row.kind,
  within: (row, _, context) => find(context.tables.place, row.parent_id, (parent) => context.sight.place(parent)),
  children: (row, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Place', (child) => child.parent_id === row.id, args),
  countryCode: (row) => row.country_code,
  latitude: (row) => row.latitude,
  longitude: (row) => row.longitude,
  quotesSaidHere: (row, args: ListArguments<QuoteFilter>, context) =>
    quotes(context, (quote) => quote.said_in_id === row.id, args),
};

export const role: Resolvers<RoleRow> = {
  title: (row) => row.title,
  organization: (row, _, context) =>
    find(context.tables.organization, row.organization_id, (body) => context.sight.organization(body)),
  from: (row) => row.from_date,
  to: (row) => row.to_date,
};

export const externalId: Resolvers<ExternalIdRow> = {
  scheme: (row) => row.scheme,
  value: (row) => row.value,
};

export const subject: Resolvers<SubjectRow> = {
  id: (row) => globalId('Subject', row.id),
  revision: (row) => row.revision,
  code: (row) => row.code,
  name: (row) => row.name,
  articles: (row, args: ListArguments<ArticleFilter>, context) =>
    articles(
      context,
      (article) =>
        context.tables.article_subject.some(
          (filing) => filing.article_id === article.id && filing.subject_id === row.id,
        ),
      args,
    ),
};
