import type { ClientBase } from 'pg';

/**
 * The rules of visibility once more, as plain SQL of the test's own: what readers see, as temporary tables `seen_…`, and by
 * subtraction `hidden_…`. Up the chain of parents, where the server looks down it.
 */
const find = `
  CREATE TEMP TABLE seen_article ON COMMIT DROP AS
    SELECT * FROM article WHERE status = 'PUBLISHED' AND coalesce(embargoed_until <= now(), true);
  CREATE TEMP TABLE seen_quote ON COMMIT DROP AS SELECT * FROM quote WHERE article_id IN (SELECT id FROM seen_article)
    AND review_status IN ('UNREVIEWED', 'VERIFIED') AND anchor_state NOT IN ('ALTERED', 'ORPHANED');
  CREATE TEMP TABLE seen_image ON COMMIT DROP AS SELECT * FROM image WHERE article_id IN (SELECT id FROM seen_article);
  CREATE TEMP TABLE seen_mention ON COMMIT DROP AS SELECT * FROM mention WHERE article_id IN (SELECT id FROM seen_article);

  CREATE TEMP TABLE hidden_article ON COMMIT DROP AS SELECT id FROM article EXCEPT SELECT id FROM seen_article;
  CREATE TEMP TABLE hidden_quote ON COMMIT DROP AS SELECT id FROM quote EXCEPT SELECT id FROM seen_quote;
  CREATE TEMP TABLE hidden_person ON COMMIT DROP AS SELECT id FROM person WHERE NOT listed AND id NOT IN (
    SELECT id FROM (
      SELECT person_id FROM seen_mention UNION SELECT speaker_person_id FROM seen_quote
      UNION SELECT photographer_id FROM seen_image
      UNION SELECT person_id FROM image_person WHERE image_id IN (SELECT id FROM seen_image)) AS proof (id)
    WHERE id IS NOT NULL);
  CREATE TEMP TABLE hidden_organization ON COMMIT DROP AS
    WITH RECURSIVE seen (id) AS (
      (SELECT id FROM organization WHERE listed UNION SELECT organization_id FROM seen_mention
        UNION SELECT speaker_organization_id FROM seen_quote UNION SELECT source_id FROM seen_article)
      UNION SELECT o.parent_id FROM organization o JOIN seen ON seen.id = o.id)
    SELECT id FROM organization EXCEPT SELECT id FROM seen;
  CREATE TEMP TABLE hidden_place ON COMMIT DROP AS
    WITH RECURSIVE seen (id) AS (
      (SELECT id FROM place WHERE listed UNION SELECT place_id FROM seen_mention UNION SELECT said_in_id FROM seen_quote
        UNION SELECT located_id FROM seen_article UNION SELECT located_id FROM seen_image)
      UNION SELECT p.parent_id FROM place p JOIN seen ON seen.id = p.id)
    SELECT id FROM place EXCEPT SELECT id FROM seen;
  CREATE TEMP TABLE hidden_subject ON COMMIT DROP AS SELECT id FROM subject WHERE NOT listed
    AND id NOT IN (SELECT subject_id FROM article_subject WHERE article_id IN (SELECT id FROM seen_article));
  CREATE TEMP TABLE hidden_record ON COMMIT DROP AS
    SELECT 'person' AS kind, id FROM hidden_person UNION ALL SELECT 'organization', id FROM hidden_organization
    UNION ALL SELECT 'place', id FROM hidden_place;
  CREATE TEMP TABLE old_version ON COMMIT DROP AS
    SELECT v.id, v.article_id, v.number FROM article_version v JOIN article a ON a.id = v.article_id AND a.version <> v.number;
`;

/**
 * Takes out all that readers do not see. An older version stays where a visible row names it, without the words that are not
 * that row's; columns that only editors see are emptied.
 */
const remove = `
  DELETE FROM article WHERE id IN (SELECT id FROM hidden_article);
  DELETE FROM quote WHERE id IN (SELECT id FROM hidden_quote);
  DELETE FROM quote_span s USING quote q WHERE q.id = s.quote_id AND q.version <> s.version;
  DELETE FROM mention_span s USING mention m WHERE m.id = s.mention_id AND m.version <> s.version;

  UPDATE role SET organization_id = NULL WHERE organization_id IN (SELECT id FROM hidden_organization);
  UPDATE organization SET parent_id = NULL WHERE id IN (SELECT id FROM hidden_organization);
  UPDATE place SET parent_id = NULL WHERE id IN (SELECT id FROM hidden_place);
  DELETE FROM person WHERE id IN (SELECT id FROM hidden_person);
  DELETE FROM organization WHERE id IN (SELECT id FROM hidden_organization);
  DELETE FROM place WHERE id IN (SELECT id FROM hidden_place);
  DELETE FROM subject WHERE id IN (SELECT id FROM hidden_subject);
  DELETE FROM merged_record WHERE survivor_id IN (SELECT id FROM hidden_record);
  DELETE FROM former_slug WHERE record_id IN (SELECT id FROM hidden_record);

  DELETE FROM article_version v USING old_version o WHERE o.id = v.id
    AND (v.article_id, v.number) NOT IN (SELECT article_id, version FROM quote UNION SELECT article_id, version FROM mention
      UNION SELECT article_id, version FROM correction);
  UPDATE article_version v SET headline = 'gone', standfirst = NULL,
      body = CASE WHEN (v.article_id, v.number) IN (SELECT article_id, version FROM quote)
        THEN regexp_replace(body, E'\\n\\nqz[g-v]{12}$', '') ELSE 'gone' END
    FROM old_version o WHERE o.id = v.id;
  UPDATE article_version SET created_by = NULL, reason = NULL;
  UPDATE quote SET reviewed_by = NULL WHERE reviewed_by IS NOT NULL;
  UPDATE mention SET reviewed_by = NULL WHERE reviewed_by IS NOT NULL;
  DELETE FROM imported_item;
  DELETE FROM held_item;

  DELETE FROM search_language WHERE config NOT IN (SELECT search_config(language)::text FROM article);
  DELETE FROM api_key;
  DELETE FROM audit_entry;
  DELETE FROM answered_call;
`;

/** What the database refuses for its own good, and what stands in the way of taking out by hand. */
const unlock = `
  ALTER TABLE article_version DISABLE TRIGGER article_version_immutable;
  ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_immutable;
  ALTER TABLE role DROP CONSTRAINT role_title_key;
`;

/** Does work in a transaction in which the tables `hidden_…` are there. `before` changes tables. */
export async function knowingHidden(client: ClientBase, before: string, work: string): Promise<void> {
  await client.query(`BEGIN; ${before}; ${find}; ${work}; COMMIT; ANALYZE`);
}

/** A record that readers may not see, with the other words that it can be asked for by. */
export interface Hidden {
  readonly kind: string;
  readonly id: string;
  readonly slug: string | null;
  readonly uri: string | null;
}

const list = `
  SELECT 'article' AS kind, id, slug, uri FROM article WHERE id IN (SELECT id FROM hidden_article)
  UNION ALL SELECT 'version', id, NULL, NULL FROM article_version WHERE id IN (SELECT id FROM old_version)
    OR article_id IN (SELECT id FROM hidden_article)
  UNION ALL SELECT 'image', id, NULL, NULL FROM image WHERE article_id IN (SELECT id FROM hidden_article)
  UNION ALL SELECT 'mention', id, NULL, NULL FROM mention WHERE article_id IN (SELECT id FROM hidden_article)
  UNION ALL SELECT 'quote', id, NULL, NULL FROM hidden_quote
  UNION ALL SELECT 'subject', id, code, NULL FROM subject WHERE id IN (SELECT id FROM hidden_subject)
  UNION ALL SELECT 'person', id, slug, NULL FROM person WHERE id IN (SELECT id FROM hidden_person)
  UNION ALL SELECT 'organization', id, slug, NULL FROM organization WHERE id IN (SELECT id FROM hidden_organization)
  UNION ALL SELECT 'place', id, slug, NULL FROM place WHERE id IN (SELECT id FROM hidden_place)
  UNION ALL SELECT kind, id, NULL, NULL FROM merged_record WHERE survivor_id IN (SELECT id FROM hidden_record)
  UNION ALL SELECT kind, record_id, slug, NULL FROM former_slug WHERE record_id IN (SELECT id FROM hidden_record)
  UNION ALL SELECT 'key', id, NULL, NULL FROM api_key UNION ALL SELECT 'entry', id, NULL, NULL FROM audit_entry
`;

/** All that readers may not see. */
export async function listHidden(client: ClientBase): Promise<readonly Hidden[]> {
  await client.query(`BEGIN; ${find}`);
  const { rows } = await client.query<Hidden>(list);
  await client.query('ROLLBACK');
  return rows;
}

/** Deletes, physically, every row and value that readers may not see. */
export async function deleteHidden(client: ClientBase): Promise<void> {
  await knowingHidden(client, unlock, remove);
}
