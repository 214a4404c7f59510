import type { ClientBase } from 'pg';
import { knowingHidden } from './hidden';

/** Puts a word that stands nowhere else into every hidden value: where one comes up, something leaked, and it tells what. */
const plant = `
  CREATE FUNCTION pg_temp.canary(seed text) RETURNS text LANGUAGE sql
    AS $$ SELECT 'qz' || translate(substr(md5(seed), 1, 12), '0123456789abcdef', 'ghijklmnopqrstuv') $$;

  UPDATE article a SET slug = left(slug, 150) || '-' || pg_temp.canary('slug ' || id), uri = 'urn:' || pg_temp.canary('uri ' || id),
    byline = pg_temp.canary('byline ' || id), dateline = pg_temp.canary('dateline ' || id),
    credit_line = pg_temp.canary('credit ' || id), genre = pg_temp.canary('genre ' || id),
    keywords = keywords || pg_temp.canary('keyword ' || id) WHERE id IN (SELECT id FROM hidden_article);
  UPDATE article_version v SET headline = headline || ' ' || pg_temp.canary('headline ' || id),
    standfirst = pg_temp.canary('standfirst ' || id), body = body || E'\\n\\n' || pg_temp.canary('body ' || id)
    WHERE article_id IN (SELECT id FROM hidden_article) OR id IN (SELECT id FROM old_version);
  UPDATE article_version SET created_by = pg_temp.canary('created by ' || id), reason = pg_temp.canary('reason ' || id);
  UPDATE article SET search_vector = NULL WHERE id IN (SELECT id FROM hidden_article);
  UPDATE article SET language = 'tr' WHERE id IN (SELECT id FROM hidden_article ORDER BY id LIMIT 2);

  UPDATE image SET caption = pg_temp.canary('caption ' || id), credit_line = pg_temp.canary('image credit ' || id)
    WHERE article_id IN (SELECT id FROM hidden_article);
  UPDATE correction SET text = pg_temp.canary('correction ' || id)
    WHERE article_id IN (SELECT id FROM hidden_article) AND kind NOT IN ('RETRACTION', 'KILL');
  UPDATE role SET title = pg_temp.canary('title ' || id)
    WHERE article_id IN (SELECT id FROM hidden_article) OR person_id IN (SELECT id FROM hidden_person);
  UPDATE quote SET speaker_name = pg_temp.canary('speaker ' || id), speaker_title = pg_temp.canary('speaker title ' || id)
    WHERE id IN (SELECT id FROM hidden_quote);
  UPDATE quote SET reviewed_by = pg_temp.canary('reviewed by ' || id) WHERE reviewed_at IS NOT NULL;

  INSERT INTO quote (article_id, version, text, kind, position)
    SELECT article_id, number, pg_temp.canary('body ' || v.id), 'DIRECT', 99 FROM article_version v
    JOIN article a ON (a.id, a.version) = (v.article_id, v.number) WHERE a.id IN (SELECT id FROM hidden_article);
  INSERT INTO quote_span (quote_id, version, index, article_id, start_offset, end_offset, text, prefix, suffix)
    SELECT q.id, q.version, 0, q.article_id, char_length(v.body) - 14, char_length(v.body), q.text, '', '' FROM quote q
    JOIN article_version v ON (v.article_id, v.number) = (q.article_id, q.version) WHERE q.position = 99;

  UPDATE person SET slug = 'p-' || pg_temp.canary('slug ' || id), name = left(name, 60) || ' ' || pg_temp.canary('name ' || id),
    aliases = aliases || pg_temp.canary('alias ' || id), description = pg_temp.canary('description ' || id)
    WHERE id IN (SELECT id FROM hidden_person);
  UPDATE organization SET slug = 'o-' || pg_temp.canary('slug ' || id), name = left(name, 60) || ' ' || pg_temp.canary('name ' || id),
    aliases = aliases || pg_temp.canary('alias ' || id), kind = pg_temp.canary('kind ' || id)
    WHERE id IN (SELECT id FROM hidden_organization);
  UPDATE place SET slug = 'l-' || pg_temp.canary('slug ' || id), name = left(name, 60) || ' ' || pg_temp.canary('name ' || id),
    aliases = aliases || pg_temp.canary('alias ' || id) WHERE id IN (SELECT id FROM hidden_place);
  UPDATE subject SET code = pg_temp.canary('code ' || id), name = name || ' ' || pg_temp.canary('name ' || id)
    WHERE id IN (SELECT id FROM hidden_subject);
  UPDATE external_id SET value = value || pg_temp.canary(value)
    WHERE coalesce(person_id, organization_id, place_id) IN (SELECT id FROM hidden_record);
  UPDATE former_slug SET slug = slug || '-' || pg_temp.canary(slug) WHERE record_id IN (SELECT id FROM hidden_record);

  UPDATE api_key SET name = pg_temp.canary(name);
  UPDATE audit_entry SET actor = pg_temp.canary('actor ' || id);
  INSERT INTO answered_call (caller, key, action, input_hash, answer)
    VALUES ('desk', 'one', 'draftArticle', '\\x00', to_jsonb(pg_temp.canary('answer')));
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
  await knowingHidden(client, unlock, plant);
  await client.query(lock);
}

const canary = /qz[g-v]{12}/g;

/** The planted words in a text, also where they are wrapped in a cursor. */
export function canariesIn(text: string): readonly string[] {
  const wrapped = (text.match(/[\w-]{20,}/g) ?? []).map((piece) => Buffer.from(piece, 'base64url').toString('latin1'));
  return [...new Set([text, ...wrapped].flatMap((each) => each.match(canary) ?? []))];
}
