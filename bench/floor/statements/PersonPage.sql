SELECT json_build_object('data', json_build_object('person', (
  SELECT json_build_object(
    'id', 'person_' || p.id,
    'slug', p.slug,
    'name', p.name,
    'aliases', to_json(p.aliases),
    'description', p.description,
    'quotes', json_build_object(
      'edges', coalesce(quotes.edges, '[]'),
      'pageInfo', json_build_object('hasNextPage', quotes.found > 20)))
  FROM person p
  CROSS JOIN LATERAL (
    SELECT count(*) AS found, json_agg(json_build_object('node', json_build_object(
      'id', 'quote_' || q.id,
      'text', q.text,
      'kind', q.kind,
      'speakerTitle', q.speaker_title,
      'saidOn', q.said_on,
      'article', json_build_object(
        'id', 'article_' || q.article_id,
        'slug', q.slug,
        'headline', q.headline,
        'publishedAt', to_char(q.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))) FILTER (WHERE q.n <= 20) AS edges
    FROM (
      SELECT *, row_number() OVER () AS n
      FROM (
        SELECT q.id, q.text, q.kind, q.speaker_title, q.said_on, q.article_id, a.slug, a.headline, a.published_at
        FROM quote q
        JOIN article a ON a.id = q.article_id
        WHERE q.speaker_person_id = p.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
          AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
        ORDER BY q.article_listed_at DESC, q.article_created_at DESC, q.article_id DESC, (-q.position) DESC, q.id DESC
        LIMIT 21
      ) q
    ) q
  ) quotes
  WHERE p.slug = $1 AND (
    p.listed
    OR quotes.found > 0
    OR EXISTS (SELECT 1 FROM mention m JOIN article a ON a.id = m.article_id
      WHERE m.person_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
    OR EXISTS (SELECT 1 FROM image i JOIN article a ON a.id = i.article_id
      WHERE i.photographer_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now()))
    OR EXISTS (SELECT 1 FROM image_person s JOIN image i ON i.id = s.image_id JOIN article a ON a.id = i.article_id
      WHERE s.person_id = p.id AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())))
)))::text
