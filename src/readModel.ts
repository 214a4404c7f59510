import { article, articleVersion } from './articles/read';
import { articleDiff, articleDiffParts } from './articles/readDiff';
import { isInForce, withdrawal } from './articles/readWithdrawal';
import { correction, image, paragraph } from './articles/readParts';
import { auditEntry } from './audit/read';
import { apiKey } from './apiKeys/read';
import { userErrorReadings } from './writing/readUserError';
import { entityOrder } from './entities/names';
import { externalIdFields } from './entities/read';
import { extractionParts } from './linking/read';
import { importResult } from './import/read';
import { mention } from './articles/mentions/read';
import { organization } from './entities/organizations/read';
import { person, role } from './entities/people/read';
import { place } from './entities/places/read';
import { quote, quoteSpan, textSpan } from './articles/quotes/read';
import { connection } from './reading/connection';
import type { Model, TypeReading } from './reading/model';
import { byId, refKeys, type RefKeys } from './reading/refs';
import { bindAnyId, lookup, lookupById, node, nodes } from './reading/roots';
import { sql } from './reading/sql';
import { search } from './search/read';
import { subject } from './entities/subjects/read';

/** A withdrawal by the id of its article. */
const ofArticle: RefKeys[string] = (value, where) => ({ ...refKeys.article.id(value, where), column: 'article_id' });

/** The root fields. `viewer` and introspection need no data: reading/plan.ts answers them. */
const query: TypeReading = {
  fields: {
    node,
    nodes,
    article: lookup('Article', refKeys.article),
    articles: connection('Article', 'NEWEST'),
    person: lookup('Person', refKeys.person),
    people: connection('Person', entityOrder),
    organization: lookup('Organization', refKeys.organization),
    organizations: connection('Organization', entityOrder),
    place: lookup('Place', refKeys.place),
    places: connection('Place', entityOrder),
    subject: lookup('Subject', refKeys.subject),
    subjects: connection('Subject', 'NAME'),
    quote: lookupById('Quote', { id: byId('quote') }),
    quotes: connection('Quote', 'NEWEST'),
    search,
    withdrawal: lookup('Withdrawal', { ...refKeys.article, id: ofArticle }, isInForce),
    articleDiff,
    auditEntries: connection('AuditEntry', 'LATEST', (to, _from, { args, compiler, name }) => ({
      on:
        args.record == null
          ? sql`true`
          : sql`${to.col('record_id')} = ${bindAnyId(args.record, compiler, `${name}: record`)}`,
    })),
    apiKeys: connection('ApiKey', 'LATEST'),
  },
};

/** How every type of schema.graphql is read, by its name there. */
export const readModel: Model = {
  Query: query,
  Article: article,
  ArticleVersion: articleVersion,
  Paragraph: paragraph,
  Image: image,
  Correction: correction,
  Subject: subject,
  Person: person,
  Role: role,
  ExternalId: { table: 'external_id', fields: externalIdFields },
  Organization: organization,
  Place: place,
  Mention: mention,
  Quote: quote,
  QuoteSpan: quoteSpan,
  TextSpan: textSpan,
  Withdrawal: withdrawal,
  ArticleDiff: articleDiffParts.diff,
  TextChange: articleDiffParts.change,
  QuoteChange: articleDiffParts.quote,
  AuditEntry: auditEntry,
  ApiKey: apiKey,
  Extraction: extractionParts.extraction,
  FoundEntity: extractionParts.entity,
  FoundQuote: extractionParts.quote,
  ImportResult: importResult,
  ...userErrorReadings,
};
