-- One row for each rule: how many rows there are to break it, and how many do. None may.
SELECT 'quote spans are verbatim' AS rule, count(*) AS rows,
    count(*) FILTER (WHERE substring(v.body FROM s.start_offset + 1 FOR s.end_offset - s.start_offset) IS DISTINCT FROM s.text) AS broken
  FROM quote_span s LEFT JOIN article_version v ON v.article_id = s.article_id AND v.number = s.version
UNION ALL SELECT 'mention spans are verbatim', count(*),
    count(*) FILTER (WHERE substring(v.body FROM s.start_offset + 1 FOR s.end_offset - s.start_offset) IS DISTINCT FROM s.text)
  FROM mention_span s LEFT JOIN article_version v ON v.article_id = s.article_id AND v.number = s.version
UNION ALL SELECT 'cues are verbatim', count(*),
    count(*) FILTER (WHERE substring(v.body FROM q.cue_start + 1 FOR q.cue_end - q.cue_start) IS DISTINCT FROM q.cue_text)
  FROM quote q LEFT JOIN article_version v ON v.article_id = q.article_id AND v.number = q.version WHERE q.cue_text IS NOT NULL
UNION ALL SELECT 'a quote is the words of its spans', count(*), count(*) FILTER (WHERE q.text IS DISTINCT FROM s.words)
  FROM quote q LEFT JOIN (SELECT quote_id, version, string_agg(text, ' ' ORDER BY index) AS words FROM quote_span GROUP BY quote_id, version) s
    ON s.quote_id = q.id AND s.version = q.version
UNION ALL SELECT 'spans of a quote do not overlap', count(*), count(*) FILTER (WHERE start_offset < previous_end)
  FROM (SELECT start_offset, lag(end_offset) OVER (PARTITION BY quote_id, version ORDER BY index) AS previous_end FROM quote_span) s
UNION ALL SELECT 'quotes carry their article''s dates', count(*),
    count(*) FILTER (WHERE (q.article_listed_at, q.article_created_at) IS DISTINCT FROM (a.listed_at, a.created_at))
  FROM quote q LEFT JOIN article a ON a.id = q.article_id
UNION ALL SELECT 'mentions carry their article''s dates', count(*),
    count(*) FILTER (WHERE (m.article_listed_at, m.article_created_at) IS DISTINCT FROM (a.listed_at, a.created_at))
  FROM mention m LEFT JOIN article a ON a.id = m.article_id
UNION ALL SELECT 'filings carry their article''s dates', count(*),
    count(*) FILTER (WHERE (s.article_listed_at, s.article_created_at) IS DISTINCT FROM (a.listed_at, a.created_at))
  FROM article_subject s LEFT JOIN article a ON a.id = s.article_id
UNION ALL SELECT 'articles have a current version and words to search', count(*),
    count(*) FILTER (WHERE v.id IS NULL OR a.search_vector IS NULL)
  FROM article a LEFT JOIN article_version v ON v.article_id = a.id AND v.number = a.version
UNION ALL SELECT 'articles show the headline and standfirst of their current version', count(*),
    count(*) FILTER (WHERE (a.headline, a.standfirst) IS DISTINCT FROM (v.headline, v.standfirst))
  FROM article a LEFT JOIN article_version v ON v.article_id = a.id AND v.number = a.version
UNION ALL SELECT 'quotes have words to search', count(*), count(*) FILTER (WHERE search_vector IS NULL) FROM quote
UNION ALL SELECT 'one article in 50: the words are those that the trigger takes', count(*),
    count(*) FILTER (WHERE a.search_vector IS DISTINCT FROM version_words(a.language, v))
  FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version WHERE hashtext(a.slug) % 50 = 0
UNION ALL SELECT 'one quote in 50: the words are those that the trigger takes', count(*),
    count(*) FILTER (WHERE q.search_vector IS DISTINCT FROM quote_words(a.language, q.text))
  FROM quote q JOIN article a ON a.id = q.article_id WHERE hashtext(a.slug) % 50 = 0
UNION ALL SELECT 'languages in use are known to the search', count(*), count(*) FILTER (WHERE l.config IS NULL)
  FROM article a LEFT JOIN search_language l ON l.config = search_config(a.language)::text;
