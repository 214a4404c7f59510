-- Every transaction that changes what readers are shown tells so when it commits, by NOTIFY: which tags its changes touch. Nodes
-- keep ready answers under the tags that they depend on (docs/decisions/ready-answers.md), so the tags here and those that the
-- reader writes into its statements are one vocabulary:
--
--   person_<uuid>          the record itself and the rows that only it owns; of an article: everything that stands in it
--   person_<uuid>/links    which articles, quotes and mentions lead to it, their order, and so whether readers may see it
--   people                 which people are listed, counted, found by name, or visible at all (articles, quotes, … the same)
--   people/names           the order by name of people who are there anyway
--   places/vanishing       whether a place that readers see may stop to be seen (organizations the same)
--   articles/words         which articles hold which words (quotes the same)
--   person/slug/<sha256>   which record answers to a slug that was given away
--   merged/<uuid>          which record answers for an id
--   withdrawals            the notices of withdrawn articles
--   *                      everything

CREATE TYPE touched AS (tag text, article_id uuid);

CREATE FUNCTION list_tag(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE kind WHEN 'person' THEN 'people' ELSE kind || 's' END $$;

-- What depends on the articles that lead to a record. Only what goes can make a record vanish.
CREATE FUNCTION link_tags(kind text, id uuid, goes boolean) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT tag FROM (VALUES (kind || '_' || id || '/links', true), (list_tag(kind), true), (list_tag(kind) || '/vanishing', goes))
    tags (tag, told) WHERE told AND id IS NOT NULL $$;

-- Whether readers may know of an article, or of its withdrawal: nobody else's lists change with a draft. An article that is gone
-- takes its rows with it. Rows that go are always told of: nothing makes those who delete them wait for the article.
CREATE FUNCTION is_told(told uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT status IN ('PUBLISHED', 'WITHDRAWN') FROM article WHERE id = told), true) $$;

-- What depends on whether an article is public, and on its place in lists.
CREATE FUNCTION standing_tags(a article, goes boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY['article_' || a.id, 'articles', 'quotes', 'withdrawals'])
  UNION ALL SELECT 'article_' || a.rewritten_from_id || '/links'
  UNION ALL SELECT 'article_' || a.translated_from_id || '/links'
  UNION ALL SELECT 'person_' || person_id FROM role WHERE article_id = a.id
  UNION ALL SELECT 'people' WHERE EXISTS (SELECT 1 FROM role WHERE article_id = a.id)
  UNION ALL SELECT tag FROM (
      SELECT 'organization' AS kind, a.source_id AS id
      UNION SELECT 'place', a.located_id
      UNION SELECT 'subject', subject_id FROM article_subject WHERE article_id = a.id
      UNION SELECT l.* FROM mention m, LATERAL (VALUES ('person', m.person_id), ('organization', m.organization_id), ('place', m.place_id)) l
        WHERE m.article_id = a.id
      UNION SELECT l.* FROM quote q, LATERAL (VALUES ('person', q.speaker_person_id), ('organization', q.speaker_organization_id),
        ('place', q.said_in_id)) l WHERE q.article_id = a.id
      UNION SELECT l.* FROM image i, LATERAL (VALUES ('person', i.photographer_id), ('place', i.located_id)) l WHERE i.article_id = a.id
      UNION SELECT 'person', s.person_id FROM image_person s JOIN image i ON i.id = s.image_id WHERE i.article_id = a.id
    ) links, LATERAL link_tags(kind, id, goes) tag
$$;

-- What the change of one row touches: touched(before, after), null before an INSERT and after a DELETE. Every column is taken to
-- decide about lists, except those named here, which only change what is shown of a row.

CREATE FUNCTION touched(o article, n article) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, coalesce(n.id, o.id) FROM (
    SELECT 'article_' || id AS tag FROM (VALUES (o.id), (n.id)) ids (id)
    UNION ALL SELECT tag FROM (VALUES (o, (o).status = 'PUBLISHED'), (n, false)) sides (a, goes), LATERAL standing_tags(a, goes) tag
      WHERE (a).id IS NOT NULL AND (o.status IN ('PUBLISHED', 'WITHDRAWN') OR n.status IN ('PUBLISHED', 'WITHDRAWN'))
        AND to_jsonb(o) - '{version,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[]
          IS DISTINCT FROM to_jsonb(n) - '{version,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[]
    UNION ALL SELECT 'articles/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND n.status IN ('PUBLISHED', 'WITHDRAWN')
  ) tags $$;

CREATE FUNCTION touched(o article_version, n article_version) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE FUNCTION touched(o mention_span, n mention_span) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE FUNCTION touched(o quote_span, n quote_span) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE FUNCTION touched(o correction, n correction) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['article_' || id, 'withdrawals']), id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE FUNCTION touched(o article_subject, n article_subject) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag FROM link_tags('subject', (r).subject_id, goes) tag WHERE goes OR is_told((r).article_id)
  ) tags $$;

CREATE FUNCTION touched(o image, n image) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).photographer_id), ('place', (r).located_id)) l (kind, id), LATERAL link_tags(kind, id, goes) tag
      WHERE (goes OR is_told((r).article_id))
        AND (o.article_id, o.photographer_id, o.located_id) IS DISTINCT FROM (n.article_id, n.photographer_id, n.located_id)
  ) tags $$;

CREATE FUNCTION touched(o image_person, n image_person) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, i.article_id FROM (VALUES (o, true), (n, false)) sides (r, goes) LEFT JOIN image i ON i.id = (r).image_id, LATERAL (
    SELECT 'article_' || i.article_id AS tag UNION ALL SELECT link_tags('person', (r).person_id, goes)
  ) tags $$;

CREATE FUNCTION touched(o mention, n mention) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).person_id), ('organization', (r).organization_id), ('place', (r).place_id)) l (kind, id),
        LATERAL link_tags(kind, id, goes) tag
      WHERE (goes OR is_told((r).article_id)) AND to_jsonb(o) - 'version' IS DISTINCT FROM to_jsonb(n) - 'version'
  ) tags $$;

CREATE FUNCTION touched(o quote, n quote) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag FROM (
        SELECT 'quotes' AS tag UNION ALL SELECT tag FROM (VALUES ('person', (r).speaker_person_id),
          ('organization', (r).speaker_organization_id), ('place', (r).said_in_id)) l (kind, id), LATERAL link_tags(kind, id, goes) tag
      ) tags
      WHERE (r).id IS NOT NULL AND (goes OR is_told((r).article_id))
        AND to_jsonb(o) - '{version,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[]
          IS DISTINCT FROM to_jsonb(n) - '{version,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[]
    UNION ALL SELECT (r).article_id, 'quotes/words' WHERE is_told((r).article_id) AND o.search_vector IS DISTINCT FROM n.search_vector
  ) tags $$;

CREATE FUNCTION touched(o subject, n subject) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['subject_' || o.id, 'subject_' || n.id, 'subjects', CASE WHEN o.name <> n.name THEN 'subjects/names' END]), NULL::uuid $$;

CREATE FUNCTION touched(o person, n person) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['person_' || o.id, 'person_' || n.id, 'people', CASE WHEN o.name <> n.name THEN 'people/names' END]), NULL::uuid $$;

CREATE FUNCTION touched(o organization, n organization) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY['organization_' || o.id, 'organization_' || n.id, 'organizations',
    CASE WHEN o.name <> n.name THEN 'organizations/names' END,
    CASE WHEN o.id IS NOT NULL AND (o.id, o.parent_id, o.listed) IS DISTINCT FROM (n.id, n.parent_id, n.listed) THEN 'organizations/vanishing' END
  ]), NULL::uuid $$;

CREATE FUNCTION touched(o place, n place) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY['place_' || o.id, 'place_' || n.id, 'places',
    CASE WHEN o.name <> n.name THEN 'places/names' END,
    CASE WHEN o.id IS NOT NULL AND (o.id, o.parent_id, o.listed) IS DISTINCT FROM (n.id, n.parent_id, n.listed) THEN 'places/vanishing' END
  ]), NULL::uuid $$;

-- A role that rests on an article is shown with it only.
CREATE FUNCTION touched(o role, n role) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['person_' || (r).person_id, 'people']), (r).article_id FROM (VALUES (o), (n)) sides (r) WHERE (r).id IS NOT NULL $$;

CREATE FUNCTION touched(o external_id, n external_id) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY[kind || '_' || id, list_tag(kind)]), NULL::uuid
  FROM (VALUES ('person', o.person_id), ('person', n.person_id), ('organization', o.organization_id),
    ('organization', n.organization_id), ('place', o.place_id), ('place', n.place_id)) l (kind, id) WHERE id IS NOT NULL $$;

CREATE FUNCTION touched(o merged_record, n merged_record) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['merged/' || o.id, 'merged/' || n.id]), NULL::uuid $$;

CREATE FUNCTION touched(o former_slug, n former_slug) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT (r).kind || '/slug/' || encode(sha256(convert_to((r).slug, 'UTF8')), 'hex'), NULL::uuid FROM (VALUES (o), (n)) sides (r) $$;

CREATE FUNCTION touched(o search_language, n search_language) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['articles/words', 'quotes/words']), NULL::uuid $$;

-- Telling ---------------------------------------------------------------------------------------------------------------

-- A message is: the transaction, the moment at which it holds ("-" for now, or milliseconds since 1970), and tags. What an
-- article under embargo touches, it touches again when the embargo ends. Payloads of NOTIFY end at 8000 bytes.
CREATE FUNCTION tell(changes touched[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('verbatim_changes', concat_ws(' ', pg_current_xact_id(), coalesce((extract(epoch FROM at) * 1000)::bigint::text, '-'),
      CASE WHEN count(*) > 2000 THEN '*' ELSE string_agg(tag, ' ') END))
    FROM (SELECT at, tag, CASE WHEN count(*) OVER () > 2000 THEN 0 ELSE sum(octet_length(tag) + 1) OVER (ORDER BY at, tag) / 7500 END AS part
      FROM (
        SELECT tag, NULL::timestamptz AS at FROM unnest(changes) WHERE tag IS NOT NULL
        UNION SELECT c.tag, a.embargoed_until FROM unnest(changes) c JOIN article a ON a.id = c.article_id AND a.embargoed_until > now()
          WHERE c.tag IS NOT NULL
      ) told) parts
    GROUP BY at, part;
END $$;

CREATE FUNCTION tell_all() RETURNS void LANGUAGE sql
  AS $$ SELECT pg_notify('verbatim_changes', pg_current_xact_id() || ' - *') $$;

CREATE FUNCTION tell_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_all();
  RETURN NULL;
END $$;

-- One trigger for each kind of statement, with the rows that it changed. Two things make that exact while others write too:
-- * An article's change looks for the rows that hang on it, and such a row for its article. Of two transactions that do both at
--   once, one must wait for the other, or neither would see what the other does: so whoever writes such a row holds the article
--   FOR SHARE (quotes, mentions and filings do so already to take its dates).
-- * That is no help to a transaction whose snapshot is older than its locks: above READ COMMITTED, everything is touched.
-- So it is where a statement changes more rows than anybody reads.
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
      CREATE FUNCTION tell_%1$s() RETURNS trigger LANGUAGE plpgsql AS $t$
      DECLARE
        changes touched[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          IF (SELECT count(*) FROM new_rows) > 5000 THEN PERFORM tell_all(); RETURN NULL; END IF;
          SELECT array_agg(DISTINCT t::touched) INTO changes FROM new_rows n, LATERAL touched(NULL::%1$s, ROW(n.*)::%1$s) t;
        ELSIF TG_OP = 'DELETE' THEN
          IF (SELECT count(*) FROM old_rows) > 5000 THEN PERFORM tell_all(); RETURN NULL; END IF;
          SELECT array_agg(DISTINCT t::touched) INTO changes FROM old_rows o, LATERAL touched(ROW(o.*)::%1$s, NULL::%1$s) t;
        ELSE
          IF (SELECT count(*) FROM new_rows) > 5000 THEN PERFORM tell_all(); RETURN NULL; END IF;
          SELECT array_agg(DISTINCT t::touched) INTO changes
            FROM (SELECT %2$s, ROW(o.*)::%1$s AS o FROM old_rows o) o
            FULL JOIN (SELECT %2$s, ROW(n.*)::%1$s AS n FROM new_rows n) n USING (%2$s),
            LATERAL touched(o, n) t
            WHERE o IS DISTINCT FROM n;
        END IF;
        IF changes IS NULL THEN RETURN NULL; END IF;
        IF current_setting('transaction_isolation') <> 'read committed' THEN PERFORM tell_all(); RETURN NULL; END IF;
        PERFORM tell(changes);
        RETURN NULL;
      END $t$;
      CREATE TRIGGER tell_insert AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE TRIGGER tell_update AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE TRIGGER tell_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE TRIGGER tell_truncate AFTER TRUNCATE ON %1$s FOR EACH STATEMENT EXECUTE FUNCTION tell_truncate();
    $f$, changed, keys);
  END LOOP;
END $do$;

CREATE FUNCTION hold_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM article WHERE id = NEW.article_id FOR SHARE;
  RETURN NULL;
END $$;
CREATE TRIGGER hold_article AFTER INSERT OR UPDATE ON image FOR EACH ROW EXECUTE FUNCTION hold_article();
CREATE TRIGGER hold_article AFTER INSERT OR UPDATE ON role FOR EACH ROW WHEN (NEW.article_id IS NOT NULL) EXECUTE FUNCTION hold_article();

CREATE FUNCTION hold_article_of_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM image i JOIN article a ON a.id = i.article_id WHERE i.id = NEW.image_id FOR SHARE;
  RETURN NULL;
END $$;
CREATE TRIGGER hold_article AFTER INSERT OR UPDATE ON image_person FOR EACH ROW EXECUTE FUNCTION hold_article_of_image();

-- What the embargoes that are still to end will touch, for a node that begins to listen: the next thousand.
CREATE INDEX article_embargo ON article (embargoed_until) WHERE embargoed_until IS NOT NULL;
CREATE FUNCTION coming_changes() RETURNS TABLE (at timestamptz, tag text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT a.embargoed_until, tag
  FROM (SELECT * FROM article WHERE embargoed_until > now() AND status = 'PUBLISHED' ORDER BY embargoed_until LIMIT 1000) a,
    LATERAL standing_tags(ROW(a.*)::article, false) tag
  WHERE tag IS NOT NULL $$;
