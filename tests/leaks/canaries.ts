import type { ClientBase } from 'pg';
import { z } from 'zod';
import { columnName } from '../../src/records/column';
import { tables } from '../../src/records/records';
import { knowingHidden } from './hidden';

/** Which rows of a table are hidden. A table with free text that is not named here fails the test. */
const inHiddenArticle = 'article_id IN (SELECT id FROM hidden_article)';
const hiddenRows: Readonly<Record<string, string>> = {
  article: 'id IN (SELECT id FROM hidden_article)',
  article_version: `${inHiddenArticle} OR id IN (SELECT id FROM old_version)`,
  image: inHiddenArticle,
  correction: `${inHiddenArticle} AND kind NOT IN ('RETRACTION', 'KILL')`,
  mention: inHiddenArticle,
  role: `${inHiddenArticle} OR person_id IN (SELECT id FROM hidden_person)`,
  quote: 'id IN (SELECT id FROM hidden_quote)',
  person: 'id IN (SELECT id FROM hidden_person)',
  organization: 'id IN (SELECT id FROM hidden_organization)',
  place: 'id IN (SELECT id FROM hidden_place)',
  subject: 'id IN (SELECT id FROM hidden_subject)',
  external_id: 'coalesce(person_id, organization_id, place_id) IN (SELECT id FROM hidden_record)',
  former_slug: 'record_id IN (SELECT id FROM hidden_record)',
  ...Object.fromEntries(
    ['imported_item', 'held_item', 'api_key', 'audit_entry', 'answered_call'].map((table) => [table, 'true']),
  ),
};

const entityForms = Object.fromEntries(
  ['person', 'organization', 'place'].flatMap((kind) => [
    [`${kind}.slug`, `'e-' || CANARY`],
    [`${kind}.name`, `left(name, 60) || ' ' || CANARY`],
  ]),
);

/** Values that must keep a form, or what stands in them, with the word CANARY in them. */
const forms: Readonly<Record<string, string>> = {
  'article.slug': `left(slug, 150) || '-' || CANARY`,
  'article.uri': `'urn:' || CANARY`,
  'article_version.headline': `headline || ' ' || CANARY`,
  'article_version.body': `body || E'\\n\\n' || CANARY`,
  ...entityForms,
  'subject.name': `name || ' ' || CANARY`,
  'external_id.value': 'value || CANARY',
  'former_slug.slug': `slug || '-' || CANARY`,
  'imported_item.brought': `jsonb_build_object('byline', CANARY)`,
  'answered_call.answer': 'to_jsonb(CANARY)',
};

/** An update for each column that src/records says is free text. What only editors see is hidden in every row. */
function plantTexts(): string {
  const columns = tables.flatMap(({ name: table, exported, texts = [] }) => [
    ...Object.entries(exported).flatMap(([key, column]) =>
      column.isText ? [{ table, column: columnName(key, column), ...column }] : [],
    ),
    ...texts.map((column) => ({ table, column, schema: z.string(), isForEditors: false })),
  ]);
  return columns
    .map(({ table, column, schema, isForEditors }) => {
      const where = isForEditors ? (column === 'reviewed_by' ? 'reviewed_at IS NOT NULL' : 'true') : hiddenRows[table];
      if (where === undefined) throw new Error(`Say in hiddenRows which rows of ${table} are hidden.`);
      const form = forms[`${table}.${column}`] ?? (schema instanceof z.ZodArray ? `"${column}" || CANARY` : 'CANARY');
      const value = form.replace('CANARY', `pg_temp.canary('${column} ' || t::text)`);
      return `UPDATE ${table} t SET "${column}" = ${value} WHERE ${where};`;
    })
    .join('\n');
}

/** Puts a word that stands nowhere else into every hidden value: where one comes up, something leaked, and it tells what. */
const plant = (): string => `
  CREATE FUNCTION pg_temp.canary(seed text) RETURNS text LANGUAGE sql
    AS $$ SELECT 'qz' || translate(substr(md5(seed), 1, 12), '0123456789abcdef', 'ghijklmnopqrstuv') $$;
  INSERT INTO answered_call (caller, key, action, input_hash, answer) VALUES ('desk', 'one', 'draftArticle', '\\x00', '{}');
  INSERT INTO imported_item (article_id, digest) SELECT id, sha256(id::text::bytea) FROM article ON CONFLICT DO NOTHING;
  INSERT INTO held_item (uri, status, digest) VALUES ('urn:held', 'WITHDRAWN', sha256('held'));

  ${plantTexts()}
  UPDATE article SET search_vector = NULL WHERE id IN (SELECT id FROM hidden_article);
  UPDATE article SET language = 'tr' WHERE id IN (SELECT id FROM hidden_article ORDER BY id LIMIT 2);

  INSERT INTO quote (article_id, version, text, kind, position)
    SELECT article_id, number, right(body, 14), 'DIRECT', 99 FROM article_version v
    JOIN article a ON (a.id, a.version) = (v.article_id, v.number) WHERE a.id IN (SELECT id FROM hidden_article);
  INSERT INTO quote_span (quote_id, version, index, article_id, start_offset, end_offset, text, prefix, suffix)
    SELECT q.id, q.version, 0, q.article_id, char_length(v.body) - 14, char_length(v.body), q.text, '', '' FROM quote q
    JOIN article_version v ON (v.article_id, v.number) = (q.article_id, q.version) WHERE q.position = 99;
`;

const unlock = `
  ALTER TABLE article_version DISABLE TRIGGER article_version_immutable;
  ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_immutable;
`;

const lock = `
  ALTER TABLE article_version ENABLE TRIGGER article_version_immutable;
  ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_immutable;
`;

/** Plants the words. The database keeps all its rules afterwards. */
export async function plantCanaries(client: ClientBase): Promise<void> {
  await knowingHidden(client, unlock, plant());
  await client.query(lock);
}

const canary = /qz[g-v]{12}/g;

/** The planted words in a text, also where they are wrapped in a cursor. */
export function canariesIn(text: string): readonly string[] {
  const wrapped = (text.match(/[\w-]{20,}/g) ?? []).map((piece) => Buffer.from(piece, 'base64url').toString('latin1'));
  return [...new Set([text, ...wrapped].flatMap((each) => each.match(canary) ?? []))];
}
