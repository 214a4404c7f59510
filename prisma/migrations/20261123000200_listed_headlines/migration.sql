-- What lists show of an article: its current version's headline and standfirst, beside what decides whether it is seen. Versions
-- hold whole bodies; who only lists articles needn't look them up. Null only until the article's first version is there.
ALTER TABLE article ADD COLUMN IF NOT EXISTS headline text, ADD COLUMN IF NOT EXISTS standfirst text;

-- Copies, so nobody else writes them: whoever tries gets the version's.
CREATE OR REPLACE FUNCTION index_article_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT v.headline, v.standfirst, version_words(NEW.language, v) INTO NEW.headline, NEW.standfirst, NEW.search_vector
    FROM article_version v WHERE v.article_id = NEW.id AND v.number = NEW.version;
  INSERT INTO search_language VALUES (search_config(NEW.language)::text) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_words BEFORE INSERT OR UPDATE OF version, language, search_vector, headline, standfirst ON article
  FOR EACH ROW EXECUTE FUNCTION index_article_words();

-- A new headline is a change of words: it moves the article in no list.
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
