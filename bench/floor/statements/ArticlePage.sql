SELECT json_build_object('data', json_build_object('article', (
  SELECT json_build_object(
    'id', 'article_' || a.id,
    'slug', a.slug,
    'headline', v.headline,
    'standfirst', v.standfirst,
    'byline', a.byline,
    'dateline', a.dateline,
    'publishedAt', to_char(a.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'body', v.body,
    'quotes', json_build_object('edges', coalesce(quotes.edges, '[]')),
    'people', json_build_object('edges', coalesce(people.edges, '[]')),
    'places', json_build_object('edges', coalesce(places.edges, '[]')))
  FROM article a
  JOIN article_version v ON v.article_id = a.id AND v.number = a.version
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object(
      'id', 'quote_' || q.id,
      'text', q.text,
      'kind', q.kind,
      'position', q.position,
      'speakerName', q.speaker_name,
      'speakerTitle', q.speaker_title,
      'spans', (SELECT json_agg(json_build_object('start', s.start_offset, 'end', s.end_offset) ORDER BY s.index)
        FROM quote_span s WHERE s.quote_id = q.id AND s.version = q.version),
      'speaker', CASE
        WHEN p.id IS NOT NULL
          THEN json_build_object('__typename', 'Person', 'id', 'person_' || p.id, 'slug', p.slug, 'name', p.name)
        WHEN o.id IS NOT NULL
          THEN json_build_object('__typename', 'Organization', 'id', 'organization_' || o.id, 'slug', o.slug, 'name', o.name)
        END))) AS edges
    FROM (
      SELECT * FROM quote q
      WHERE q.article_id = a.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
      ORDER BY (-q.position) DESC, q.id DESC
      LIMIT 100
    ) q
    LEFT JOIN person p ON p.id = q.speaker_person_id
    LEFT JOIN organization o ON o.id = q.speaker_organization_id
  ) quotes
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object(
      'id', 'person_' || p.id, 'slug', p.slug, 'name', p.name, 'description', p.description))) AS edges
    FROM (
      SELECT p.* FROM person p
      WHERE p.id IN (SELECT m.person_id FROM mention m WHERE m.article_id = a.id)
      ORDER BY p.sort_name, p.id
      LIMIT 100
    ) p
  ) people
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object(
      'id', 'place_' || p.id, 'slug', p.slug, 'name', p.name, 'placeKind', p.kind, 'countryCode', p.country_code))) AS edges
    FROM (
      SELECT p.* FROM place p
      WHERE p.id IN (SELECT m.place_id FROM mention m WHERE m.article_id = a.id)
      ORDER BY p.sort_name, p.id
      LIMIT 100
    ) p
  ) places
  WHERE a.slug = $1 AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
)))::text
