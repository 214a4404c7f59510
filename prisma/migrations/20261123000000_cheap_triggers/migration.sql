-- What is written in bulk pays for its triggers a thousand times a second: the same rules, with less work. Functions only, so no
-- table is locked, and nodes of the version before go on.

-- Not in SQL: the name of a regconfig depends on the search path, so PostgreSQL couldn't inline the function, and planned it anew
-- at every call, which took a third of a millisecond for each quote and each article.
CREATE OR REPLACE FUNCTION language_mark(language text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$ BEGIN RETURN array_to_tsvector(ARRAY['=' || search_config(language)::text]); END $$;

-- An UPDATE that finds no row costs its statement triggers all the same, and an import writes versions first.
CREATE OR REPLACE FUNCTION index_first_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM article WHERE id = NEW.article_id AND version = NEW.number) THEN
    UPDATE article SET search_vector = NULL WHERE id = NEW.article_id AND version = NEW.number;
  END IF;
  RETURN NULL;
END $$;

-- Without the row as JSON, in which a quote's words for the search are written out, and in two statements instead of three.
CREATE OR REPLACE FUNCTION check_quote_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  quote_of uuid;
  q record;
  spans record;
BEGIN
  IF TG_TABLE_NAME = 'quote' THEN
    quote_of = NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    quote_of = OLD.quote_id;
  ELSE
    quote_of = NEW.quote_id;
  END IF;
  SELECT text, version INTO q FROM quote WHERE id = quote_of;
  IF NOT FOUND THEN
    RETURN NULL; -- the whole quote went
  END IF;
  SELECT string_agg(text, ' ' ORDER BY index) AS text, coalesce(bool_or(start_offset < previous_end), false) AS overlap INTO spans
    FROM (SELECT index, text, start_offset, lag(end_offset) OVER (ORDER BY index) AS previous_end
      FROM quote_span WHERE quote_id = quote_of AND version = q.version) s;
  IF q.text IS DISTINCT FROM spans.text OR spans.overlap THEN
    RAISE EXCEPTION 'A quote must be the words of its spans, in the order of the text and without overlap.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_verbatim';
  END IF;
  RETURN NULL;
END $$;

-- Telling: what is new has nothing to be held against, so its columns needn't be written out as JSON to see what changed.

CREATE OR REPLACE FUNCTION touched(o article, n article) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, coalesce(n.id, o.id) FROM (
    SELECT 'article_' || id AS tag FROM (VALUES (o.id), (n.id)) ids (id)
    UNION ALL SELECT tag FROM (VALUES (o, (o).status = 'PUBLISHED'), (n, false)) sides (a, goes), LATERAL standing_tags(a, goes) tag
      WHERE (a).id IS NOT NULL AND (o.status IN ('PUBLISHED', 'WITHDRAWN') OR n.status IN ('PUBLISHED', 'WITHDRAWN'))
        AND (o.id IS NULL OR n.id IS NULL
          OR to_jsonb(o) - '{version,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[]
            IS DISTINCT FROM to_jsonb(n) - '{version,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[])
    UNION ALL SELECT 'articles/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND n.status IN ('PUBLISHED', 'WITHDRAWN')
  ) tags $$;

CREATE OR REPLACE FUNCTION touched(o mention, n mention) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).person_id), ('organization', (r).organization_id), ('place', (r).place_id)) l (kind, id),
        LATERAL link_tags(kind, id, goes) tag
      WHERE l.id IS NOT NULL AND (goes OR is_told((r).article_id))
        AND (o.id IS NULL OR n.id IS NULL OR to_jsonb(o) - 'version' IS DISTINCT FROM to_jsonb(n) - 'version')
  ) tags WHERE (r).id IS NOT NULL $$;

CREATE OR REPLACE FUNCTION touched(o quote, n quote) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag FROM (
        SELECT 'quotes' AS tag UNION ALL SELECT tag FROM (VALUES ('person', (r).speaker_person_id),
          ('organization', (r).speaker_organization_id), ('place', (r).said_in_id)) l (kind, id), LATERAL link_tags(kind, id, goes) tag
          WHERE l.id IS NOT NULL
      ) tags
      WHERE (goes OR is_told((r).article_id)) AND (o.id IS NULL OR n.id IS NULL
        OR to_jsonb(o) - '{version,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[]
          IS DISTINCT FROM to_jsonb(n) - '{version,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[])
    UNION ALL SELECT (r).article_id, 'quotes/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND (goes OR is_told((r).article_id))
  ) tags WHERE (r).id IS NOT NULL $$;

-- The rows are counted once: none, and there is nothing to tell; more than a message could name tags of, and everything is told
-- without looking at them (the rows that hang on an article have a tag of their own each). Tags are made distinct by hashing
-- two columns, not by sorting rows.
DO $do$
DECLARE
  changed regclass;
  keys text;
BEGIN
  FOREACH changed IN ARRAY ARRAY['article', 'article_version', 'article_subject', 'image', 'image_person', 'correction', 'mention',
    'mention_span', 'quote', 'quote_span', 'subject', 'person', 'role', 'organization', 'place', 'external_id', 'merged_record',
    'former_slug', 'search_language']::regclass[]
  LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO keys
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = changed AND i.indisprimary;
    EXECUTE format($f$
      CREATE OR REPLACE FUNCTION tell_%1$s() RETURNS trigger LANGUAGE plpgsql AS $t$
      DECLARE
        changes touched[];
        many bigint;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          SELECT count(*) INTO many FROM old_rows;
        ELSE
          SELECT count(*) INTO many FROM new_rows;
        END IF;
        IF many = 0 THEN RETURN NULL; END IF;
        IF many > 2000 OR current_setting('transaction_isolation') <> 'read committed' THEN PERFORM tell_all(); RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id FROM new_rows n, LATERAL touched(NULL::%1$s, ROW(n.*)::%1$s) t) told;
        ELSIF TG_OP = 'DELETE' THEN
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id FROM old_rows o, LATERAL touched(ROW(o.*)::%1$s, NULL::%1$s) t) told;
        ELSE
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id
            FROM (SELECT %2$s, ROW(o.*)::%1$s AS o FROM old_rows o) o
            FULL JOIN (SELECT %2$s, ROW(n.*)::%1$s AS n FROM new_rows n) n USING (%2$s),
            LATERAL touched(o, n) t
            WHERE o IS DISTINCT FROM n) told;
        END IF;
        IF changes IS NULL THEN RETURN NULL; END IF;
        PERFORM tell(changes);
        RETURN NULL;
      END $t$;
    $f$, changed, keys);
  END LOOP;
END $do$;
