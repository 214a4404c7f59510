-- What a change touches. Each cached answer is kept under the tags that the answer depends on
-- (docs/decisions/ready-answers.md), so these tags and those that the reader writes into its statements are one
-- vocabulary:
--
--   person_<uuid>          the record itself and the rows that only it owns; of an article: everything that stands in it
--   person_<uuid>/links    which articles, quotes and mentions lead to it, their order, and whether readers may see it
--   people                 which people are listed, counted, found by name, or visible at all (articles, quotes, … alike)
--   people/names           the order by name of people who are there anyway
--   places/vanishing       whether a place that readers see may stop being seen (organizations alike)
--   articles/words         which articles hold which words (quotes alike)
--   person/slug/<sha256>   which record answers to a slug that was given away
--   merged/<uuid>          which record answers for an id
--   withdrawals            the notices of withdrawn articles
--   *                      everything

-- The tag of a kind's lists.
CREATE OR REPLACE FUNCTION list_tag(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE kind WHEN 'person' THEN 'people' ELSE kind || 's' END $$;

-- What depends on the articles that lead to a record. Only a row that goes can make a record vanish.
CREATE OR REPLACE FUNCTION link_tags(kind text, id uuid, goes boolean) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT tag FROM (VALUES (kind || '_' || id || '/links', true), (list_tag(kind), true), (list_tag(kind) || '/vanishing', goes))
    tags (tag, told) WHERE told AND id IS NOT NULL $$;

-- Whether readers may know of an article, or of its withdrawal: a draft changes nobody's lists. An article that is
-- gone takes its rows with it. A row that goes always counts: a transaction that deletes one does not wait for the
-- article.
CREATE OR REPLACE FUNCTION is_told(told uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT coalesce((SELECT status IN ('PUBLISHED', 'WITHDRAWN') FROM article WHERE id = told), true) $$;

-- What depends on whether an article is public, and on its place in lists.
CREATE OR REPLACE FUNCTION standing_tags(a article, goes boolean) RETURNS SETOF text LANGUAGE sql STABLE AS $$
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

-- The tags that the change of one row touches: touched(before, after), null before an INSERT and after a DELETE.
-- Every column is taken to decide about lists, except the columns named in these functions, which only change what
-- is shown of a row. A new row has nothing to be compared with, so its columns are not written as JSON.
CREATE OR REPLACE FUNCTION touched(o article, n article) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, coalesce(n.id, o.id) FROM (
    SELECT 'article_' || id AS tag FROM (VALUES (o.id), (n.id)) ids (id)
    UNION ALL SELECT tag FROM (VALUES (o, (o).status = 'PUBLISHED'), (n, false)) sides (a, goes), LATERAL standing_tags(a, goes) tag
      WHERE (a).id IS NOT NULL AND (o.status IN ('PUBLISHED', 'WITHDRAWN') OR n.status IN ('PUBLISHED', 'WITHDRAWN'))
        AND (o.id IS NULL OR n.id IS NULL
          OR to_jsonb(o) - '{version,headline,standfirst,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[]
            IS DISTINCT FROM to_jsonb(n) - '{version,headline,standfirst,revised_at,byline,dateline,credit_line,genre,urgency,keywords,scheduled_for,search_vector}'::text[])
    UNION ALL SELECT 'articles/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND n.status IN ('PUBLISHED', 'WITHDRAWN')
  ) tags $$;

CREATE OR REPLACE FUNCTION touched(o article_version, n article_version) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE OR REPLACE FUNCTION touched(o mention_span, n mention_span) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE OR REPLACE FUNCTION touched(o quote_span, n quote_span) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT 'article_' || id, id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE OR REPLACE FUNCTION touched(o correction, n correction) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['article_' || id, 'withdrawals']), id FROM (VALUES (o.article_id), (n.article_id)) ids (id) $$;

CREATE OR REPLACE FUNCTION touched(o article_subject, n article_subject) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag FROM link_tags('subject', (r).subject_id, goes) tag WHERE goes OR is_told((r).article_id)
  ) tags $$;

CREATE OR REPLACE FUNCTION touched(o image, n image) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).photographer_id), ('place', (r).located_id)) l (kind, id), LATERAL link_tags(kind, id, goes) tag
      WHERE (goes OR is_told((r).article_id))
        AND (o.article_id, o.photographer_id, o.located_id) IS DISTINCT FROM (n.article_id, n.photographer_id, n.located_id)
  ) tags $$;

CREATE OR REPLACE FUNCTION touched(o image_person, n image_person) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, i.article_id FROM (VALUES (o, true), (n, false)) sides (r, goes) LEFT JOIN image i ON i.id = (r).image_id, LATERAL (
    SELECT 'article_' || i.article_id AS tag UNION ALL SELECT link_tags('person', (r).person_id, goes)
  ) tags $$;

CREATE OR REPLACE FUNCTION touched(o mention, n mention) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).person_id), ('organization', (r).organization_id), ('place', (r).place_id)) l (kind, id),
        LATERAL link_tags(kind, id, goes) tag
      WHERE l.id IS NOT NULL AND (goes OR is_told((r).article_id))
        AND (o.id IS NULL OR n.id IS NULL OR to_jsonb(o) - '{version,revision}'::text[] IS DISTINCT FROM to_jsonb(n) - '{version,revision}'::text[])
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
        OR to_jsonb(o) - '{version,revision,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[]
          IS DISTINCT FROM to_jsonb(n) - '{version,revision,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[])
    UNION ALL SELECT (r).article_id, 'quotes/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND (goes OR is_told((r).article_id))
  ) tags WHERE (r).id IS NOT NULL $$;

CREATE OR REPLACE FUNCTION touched(o subject, n subject) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['subject_' || o.id, 'subject_' || n.id, 'subjects', CASE WHEN o.name <> n.name THEN 'subjects/names' END]), NULL::uuid $$;

CREATE OR REPLACE FUNCTION touched(o person, n person) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['person_' || o.id, 'person_' || n.id, 'people', CASE WHEN o.name <> n.name THEN 'people/names' END]), NULL::uuid $$;

CREATE OR REPLACE FUNCTION touched(o organization, n organization) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY['organization_' || o.id, 'organization_' || n.id, 'organizations',
    CASE WHEN o.name <> n.name THEN 'organizations/names' END,
    CASE WHEN o.id IS NOT NULL AND (o.id, o.parent_id, o.listed) IS DISTINCT FROM (n.id, n.parent_id, n.listed) THEN 'organizations/vanishing' END
  ]), NULL::uuid $$;

CREATE OR REPLACE FUNCTION touched(o place, n place) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY['place_' || o.id, 'place_' || n.id, 'places',
    CASE WHEN o.name <> n.name THEN 'places/names' END,
    CASE WHEN o.id IS NOT NULL AND (o.id, o.parent_id, o.listed) IS DISTINCT FROM (n.id, n.parent_id, n.listed) THEN 'places/vanishing' END
  ]), NULL::uuid $$;

-- A role that rests on an article is shown only with the article.
CREATE OR REPLACE FUNCTION touched(o role, n role) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['person_' || (r).person_id, 'people']), (r).article_id FROM (VALUES (o), (n)) sides (r) WHERE (r).id IS NOT NULL $$;

CREATE OR REPLACE FUNCTION touched(o external_id, n external_id) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT unnest(ARRAY[kind || '_' || id, list_tag(kind)]), NULL::uuid
  FROM (VALUES ('person', o.person_id), ('person', n.person_id), ('organization', o.organization_id),
    ('organization', n.organization_id), ('place', o.place_id), ('place', n.place_id)) l (kind, id) WHERE id IS NOT NULL $$;

CREATE OR REPLACE FUNCTION touched(o merged_record, n merged_record) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['merged/' || o.id, 'merged/' || n.id]), NULL::uuid $$;

CREATE OR REPLACE FUNCTION touched(o former_slug, n former_slug) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT (r).kind || '/slug/' || encode(sha256(convert_to((r).slug, 'UTF8')), 'hex'), NULL::uuid FROM (VALUES (o), (n)) sides (r) $$;

CREATE OR REPLACE FUNCTION touched(o search_language, n search_language) RETURNS SETOF touched LANGUAGE sql STABLE
  AS $$ SELECT unnest(ARRAY['articles/words', 'quotes/words']), NULL::uuid $$;
