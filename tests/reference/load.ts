import { types as pgTypes, type Pool } from 'pg';
import { type CorrectionRow, isWithdrawal, type Tables } from './rows';

const types: Readonly<Record<keyof Tables, string>> = {
  article: 'Article',
  article_version: 'ArticleVersion',
  article_subject: 'ArticleSubject',
  image: 'Image',
  image_person: 'ImagePerson',
  correction: 'Correction',
  subject: 'Subject',
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  role: 'Role',
  external_id: 'ExternalId',
  mention: 'Mention',
  mention_span: 'MentionSpan',
  quote: 'Quote',
  quote_span: 'QuoteSpan',
  merged_record: 'MergedRecord',
  former_slug: 'FormerSlug',
  audit_entry: 'AuditEntry',
  api_key: 'ApiKey',
};

/** The numbers by which PostgreSQL knows the types date and timestamptz. */
const asPrinted: readonly number[] = [1082, 1184];

const printed = (value: string): string => value;

const parsers = pgTypes as { getTypeParser(oid: number): unknown };

function parserOf(oid: number): (value: string) => unknown {
  return parsers.getTypeParser(oid) as (value: string) => unknown;
}

/** The GraphQL type of a row: one table holds both kinds of notes to readers. */
function typeOf(type: string, row: object): string {
  return type === 'Correction' && isWithdrawal(row as CorrectionRow) ? 'Withdrawal' : type;
}

/** Reads all rows of all tables, and the database's clock. The pool's sessions must be in UTC. */
export async function loadTables(pool: Pool): Promise<{ tables: Tables; now: string }> {
  // A JavaScript Date knows no days without a time zone: keep what PostgreSQL prints.
  const asText = {
    getTypeParser: (oid: number) => (asPrinted.includes(oid) ? printed : parserOf(oid)),
  };
  const tables: Record<string, readonly object[]> = {};
  for (const [table, type] of Object.entries(types)) {
    const { rows } = await pool.query<object>({ text: `SELECT * FROM "${table}"`, types: asText });
    tables[table] = rows.map((row) => ({ ...row, type: typeOf(type, row) }));
  }
  const clock = await pool.query<{ now: string }>({ text: 'SELECT now()', types: asText });
  return { tables: tables as unknown as Tables, now: clock.rows[0]?.now ?? '' };
}

/** "2025-03-13 12:34:56.7+00" as milliseconds since 1970. */
export function moment(printed: string): number {
  const parsed = Date.parse(printed.replace(' ', 'T').replace(/\+00$/, 'Z'));
  if (Number.isNaN(parsed)) throw new Error(`Not a moment in UTC: ${printed}`);
  return parsed;
}
