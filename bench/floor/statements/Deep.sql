SELECT json_build_object('data', json_build_object('articles', json_build_object('edges', (
  SELECT coalesce(json_agg(json_build_object('node', json_build_object(
    'slug', a.slug,
    'headline', a.headline,
    'people', json_build_object('edges', coalesce(people.edges, '[]'))))), '[]')
  FROM (
    SELECT * FROM article a
    WHERE a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
    ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC
    LIMIT 20
  ) a
  CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('node', json_build_object(
      'slug', p.slug,
      'name', p.name,
      'quotes', json_build_object('edges', coalesce(quotes.edges, '[]'))))) AS edges
    FROM (
      SELECT p.id, p.slug, p.name FROM person p
      WHERE p.id IN (SELECT m.person_id FROM mention m WHERE m.article_id = a.id)
      ORDER BY p.sort_name, p.id
      LIMIT 5
    ) p
    CROSS JOIN LATERAL (
      SELECT json_agg(json_build_object('node', json_build_object(
        'text', q.text,
        'article', json_build_object('slug', q.slug, 'headline', q.headline)))) AS edges
      FROM (
        SELECT q.text, q.article_id, b.slug, b.headline
        FROM quote q
        JOIN article b ON b.id = q.article_id
        WHERE q.speaker_person_id = p.id AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
          AND b.status = 'PUBLISHED' AND (b.embargoed_until IS NULL OR b.embargoed_until <= now())
        ORDER BY q.article_listed_at DESC, q.article_created_at DESC, q.article_id DESC, (-q.position) DESC, q.id DESC
        LIMIT 5
      ) q
    ) quotes
  ) people
))))::text
