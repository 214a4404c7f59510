WITH page AS MATERIALIZED (
  SELECT a.id, a.slug, a.headline, a.standfirst, a.published_at, row_number() OVER () AS n
  FROM (
    SELECT * FROM article a
    WHERE a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
    ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC
    LIMIT 21
  ) a
)
SELECT json_build_object('data', json_build_object('articles', json_build_object(
  'edges', (
    SELECT coalesce(json_agg(json_build_object('node', json_build_object(
      'id', 'article_' || a.id,
      'slug', a.slug,
      'headline', a.headline,
      'standfirst', a.standfirst,
      'publishedAt', to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'quotes', json_build_object('edges', coalesce(quotes.edges, '[]')))) ORDER BY a.n), '[]')
    FROM page a
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('node', json_build_object(
        'id', 'quote_' || q.id,
        'text', q.text,
        'speakerName', q.speaker_name,
        'speaker', CASE
          WHEN p.id IS NOT NULL THEN json_build_object('__typename', 'Person', 'slug', p.slug, 'name', p.name)
          WHEN o.id IS NOT NULL THEN json_build_object('__typename', 'Organization', 'slug', o.slug, 'name', o.name)
          END))) AS edges
      FROM (
        SELECT * FROM quote q
        WHERE q.article_id = a.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
        ORDER BY (-q.position) DESC, q.id DESC
        LIMIT 3
      ) q
      LEFT JOIN person p ON p.id = q.speaker_person_id
      LEFT JOIN organization o ON o.id = q.speaker_organization_id
    ) quotes
    WHERE a.n <= 20
  ),
  'pageInfo', json_build_object('hasNextPage', EXISTS (SELECT 1 FROM page WHERE n = 21))
)))::text
