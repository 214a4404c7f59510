-- One tsquery a language, made once, to rank and to cut snippets, and all of them together, for the index.
WITH words AS MATERIALIZED (
  SELECT l.language, l.config, websearch_to_tsquery(l.config, $1::text) AS query
  FROM (VALUES ('en', 'english'::regconfig), ('es', 'spanish'), ('fr', 'french')) l (language, config)
), wanted AS MATERIALIZED (
  SELECT string_agg(DISTINCT '(' || query::text || ')', ' | ')::tsquery AS query, bool_or(query::text LIKE '%!%') AS negates,
    name_key($1) AS name, E'%\n' || replace(replace(replace(name_key($1), '\', '\\'), '%', '\%'), '_', '\_') || E'\n%' AS exactly
  FROM words WHERE numnode(query) > 0
), way_back AS MATERIALIZED (
  SELECT periods FROM periods_back((SELECT max(listed_at) FROM article),
    (SELECT listed_at FROM article ORDER BY listed_at DESC OFFSET 1000 LIMIT 1),
    (SELECT min(listed_at) FROM article WHERE listed_at > '-infinity'))
), chosen_articles AS (
  -- The newest with all words in the headline and the newest with them anywhere, from one stretch of time after the other.
  SELECT DISTINCT ON (a.id) a.* FROM (
    (SELECT found.* FROM way_back CROSS JOIN LATERAL (
      SELECT a.id, a.search_vector, a.language FROM article a
      WHERE listing_periods(a.listed_at) && way_back.periods
        AND headline_words(a.search_vector, a.language) @@ (SELECT query FROM wanted)
        AND ((SELECT NOT negates FROM wanted) OR a.search_vector @@ (SELECT query FROM wanted))
        AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
      ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC
      LIMIT 200) found
    LIMIT 200)
    UNION ALL
    (SELECT found.* FROM way_back CROSS JOIN LATERAL (
      SELECT a.id, a.search_vector, a.language FROM article a
      WHERE listing_periods(a.listed_at) && way_back.periods AND a.search_vector @@ (SELECT query FROM wanted)
        AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
      ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC
      LIMIT 200) found
    LIMIT 200)
  ) a
), chosen_quotes AS (
  SELECT q.id, q.search_vector, a.language FROM way_back CROSS JOIN LATERAL (
    SELECT q.id, q.search_vector, q.article_id FROM quote q
    WHERE listing_periods(q.article_listed_at) && way_back.periods AND q.search_vector @@ (SELECT query FROM wanted)
      AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
    ORDER BY q.article_listed_at DESC, q.article_created_at DESC, q.article_id DESC, (-q.position) DESC, q.id DESC
    OFFSET 0) q
  CROSS JOIN LATERAL (
    SELECT a.language FROM article a
    WHERE a.id = q.article_id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
    LIMIT 1) a
  LIMIT 300
), matches AS (
  SELECT 'article' AS kind, a.id, ts_rank(a.search_vector, w.query, 32) AS rank
  FROM chosen_articles a JOIN words w ON w.language = a.language AND a.search_vector @@ w.query
  UNION ALL
  SELECT 'quote', q.id, ts_rank(q.search_vector, w.query, 32)
  FROM chosen_quotes q JOIN words w ON w.language = q.language AND q.search_vector @@ w.query
  UNION ALL
  (SELECT 'person', p.id, p.rank
  FROM (
    SELECT p.*, (CASE WHEN p.name_keys LIKE w.exactly THEN 1
      ELSE 0.49 * (word_similarity(w.name, p.name_keys) + similarity(w.name, p.sort_name)) END)::real AS rank
    FROM wanted w JOIN person p ON w.name <% p.name_keys OR p.name_keys LIKE w.exactly
    ORDER BY rank DESC, p.id DESC
    OFFSET 0) p
  WHERE p.listed
    OR EXISTS (SELECT 1 FROM mention m JOIN article a ON a.id = m.article_id
      WHERE m.person_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
    OR EXISTS (SELECT 1 FROM quote q JOIN article a ON a.id = q.article_id
      WHERE q.speaker_person_id = p.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
        AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
    OR EXISTS (SELECT 1 FROM image i JOIN article a ON a.id = i.article_id
      WHERE i.photographer_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
    OR EXISTS (SELECT 1 FROM image_person s JOIN image i ON i.id = s.image_id JOIN article a ON a.id = i.article_id
      WHERE s.person_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
  LIMIT 50)
  UNION ALL
  (SELECT 'organization', o.id, o.rank
  FROM (
    SELECT o.*, (CASE WHEN o.name_keys LIKE w.exactly THEN 1
      ELSE 0.49 * (word_similarity(w.name, o.name_keys) + similarity(w.name, o.sort_name)) END)::real AS rank
    FROM wanted w JOIN organization o ON w.name <% o.name_keys OR o.name_keys LIKE w.exactly
    ORDER BY rank DESC, o.id DESC
    OFFSET 0) o
  WHERE EXISTS (
    WITH RECURSIVE part AS (
      SELECT o.id, o.listed
      UNION SELECT c.id, c.listed FROM organization c JOIN part ON c.parent_id = part.id
    )
    SELECT 1 FROM part WHERE part.listed
      OR EXISTS (SELECT 1 FROM mention m JOIN article a ON a.id = m.article_id
        WHERE m.organization_id = part.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
      OR EXISTS (SELECT 1 FROM quote q JOIN article a ON a.id = q.article_id
        WHERE q.speaker_organization_id = part.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
          AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
      OR EXISTS (SELECT 1 FROM article a
        WHERE a.source_id = part.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())))
  LIMIT 50)
  UNION ALL
  (SELECT 'place', p.id, p.rank
  FROM (
    SELECT p.*, (CASE WHEN p.name_keys LIKE w.exactly THEN 1
      ELSE 0.49 * (word_similarity(w.name, p.name_keys) + similarity(w.name, p.sort_name)) END)::real AS rank
    FROM wanted w JOIN place p ON w.name <% p.name_keys OR p.name_keys LIKE w.exactly
    ORDER BY rank DESC, p.id DESC
    OFFSET 0) p
  WHERE EXISTS (
    WITH RECURSIVE part AS (
      SELECT p.id, p.listed
      UNION SELECT c.id, c.listed FROM place c JOIN part ON c.parent_id = part.id
    )
    SELECT 1 FROM part WHERE part.listed
      OR EXISTS (SELECT 1 FROM mention m JOIN article a ON a.id = m.article_id
        WHERE m.place_id = part.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
      OR EXISTS (SELECT 1 FROM article a
        WHERE a.located_id = part.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
      OR EXISTS (SELECT 1 FROM quote q JOIN article a ON a.id = q.article_id
        WHERE q.said_in_id = part.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
          AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
      OR EXISTS (SELECT 1 FROM image i JOIN article a ON a.id = i.article_id
        WHERE i.located_id = part.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())))
  LIMIT 50)
), best AS (
  SELECT * FROM matches ORDER BY rank DESC, kind DESC, id DESC LIMIT 10
), found AS (
  SELECT best.kind, best.id, best.rank,
    replace(replace(replace(replace(replace(cut.snippet, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), chr(2), '<mark>'), chr(3), '</mark>') AS snippet
  FROM best
  CROSS JOIN LATERAL (
    SELECT regexp_replace(ts_headline(w.config, concat_ws(E'\n', v.headline, v.standfirst, v.body), w.query,
      'MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … ",StartSel=' || chr(2) || ',StopSel=' || chr(3)), '\s+', ' ', 'g') AS snippet
    FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version
    JOIN words w ON w.language = a.language
    WHERE best.kind = 'article' AND a.id = best.id
    UNION ALL
    SELECT regexp_replace(ts_headline(w.config, q.text, w.query,
      'MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … ",StartSel=' || chr(2) || ',StopSel=' || chr(3)), '\s+', ' ', 'g')
    FROM quote q JOIN article a ON a.id = q.article_id
    JOIN words w ON w.language = a.language
    WHERE best.kind = 'quote' AND q.id = best.id
    UNION ALL
    SELECT chr(2) || (SELECT n FROM unnest(array[e.name] || e.aliases) n ORDER BY word_similarity(name_key($1), name_key(n)) DESC, n LIMIT 1) || chr(3)
    FROM (
      SELECT name, aliases FROM person WHERE best.kind = 'person' AND id = best.id
      UNION ALL SELECT name, aliases FROM organization WHERE best.kind = 'organization' AND id = best.id
      UNION ALL SELECT name, aliases FROM place WHERE best.kind = 'place' AND id = best.id
    ) e
  ) cut
)
SELECT json_build_object('data', json_build_object('search', json_build_object('edges', coalesce(json_agg(
  json_build_object('score', found.rank, 'snippet', found.snippet, 'node', known.node) ORDER BY found.rank DESC, found.kind DESC, found.id DESC), '[]'))))::text
FROM found
CROSS JOIN LATERAL (
  SELECT json_build_object('__typename', 'Article', 'id', 'article_' || a.id, 'slug', a.slug, 'headline', a.headline) AS node
  FROM article a
  WHERE found.kind = 'article' AND a.id = found.id
  UNION ALL
  SELECT json_build_object('__typename', 'Quote', 'id', 'quote_' || q.id, 'text', q.text, 'article', json_build_object('slug', a.slug))
  FROM quote q JOIN article a ON a.id = q.article_id
  WHERE found.kind = 'quote' AND q.id = found.id
  UNION ALL
  SELECT json_build_object('__typename', CASE found.kind WHEN 'person' THEN 'Person' WHEN 'organization' THEN 'Organization' ELSE 'Place' END,
    'id', found.kind || '_' || e.id, 'slug', e.slug, 'name', e.name)
  FROM (
    SELECT id, slug, name FROM person WHERE found.kind = 'person' AND id = found.id
    UNION ALL SELECT id, slug, name FROM organization WHERE found.kind = 'organization' AND id = found.id
    UNION ALL SELECT id, slug, name FROM place WHERE found.kind = 'place' AND id = found.id
  ) e
) known
