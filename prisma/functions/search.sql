-- The words that are searched for.

-- The text search configuration of a BCP 47 language.
CREATE OR REPLACE FUNCTION search_config(language text) RETURNS regconfig
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig WHEN 'hy' THEN 'pg_catalog.armenian' WHEN 'eu' THEN 'pg_catalog.basque'
    WHEN 'ca' THEN 'pg_catalog.catalan' WHEN 'da' THEN 'pg_catalog.danish' WHEN 'nl' THEN 'pg_catalog.dutch'
    WHEN 'en' THEN 'pg_catalog.english' WHEN 'fi' THEN 'pg_catalog.finnish' WHEN 'fr' THEN 'pg_catalog.french'
    WHEN 'de' THEN 'pg_catalog.german' WHEN 'el' THEN 'pg_catalog.greek' WHEN 'hi' THEN 'pg_catalog.hindi'
    WHEN 'hu' THEN 'pg_catalog.hungarian' WHEN 'id' THEN 'pg_catalog.indonesian' WHEN 'ga' THEN 'pg_catalog.irish'
    WHEN 'it' THEN 'pg_catalog.italian' WHEN 'lt' THEN 'pg_catalog.lithuanian' WHEN 'ne' THEN 'pg_catalog.nepali'
    WHEN 'no' THEN 'pg_catalog.norwegian' WHEN 'nb' THEN 'pg_catalog.norwegian' WHEN 'nn' THEN 'pg_catalog.norwegian'
    WHEN 'pt' THEN 'pg_catalog.portuguese' WHEN 'ro' THEN 'pg_catalog.romanian' WHEN 'ru' THEN 'pg_catalog.russian'
    WHEN 'sr' THEN 'pg_catalog.serbian' WHEN 'es' THEN 'pg_catalog.spanish' WHEN 'sv' THEN 'pg_catalog.swedish'
    WHEN 'ta' THEN 'pg_catalog.tamil' WHEN 'tr' THEN 'pg_catalog.turkish' WHEN 'yi' THEN 'pg_catalog.yiddish'
    ELSE 'pg_catalog.simple' END $$;

-- A lexeme that says in which language the others are; no parser makes one that begins with "=". The function is in
-- plpgsql: the name of a regconfig depends on the search path, so PostgreSQL cannot inline an SQL function here, and
-- plans it anew at every call.
CREATE OR REPLACE FUNCTION language_mark(language text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$ BEGIN RETURN array_to_tsvector(ARRAY['=' || search_config(language)::text]); END $$;

-- The searchable words of one version. A tsvector holds one megabyte at the most, so a very long body is cut.
CREATE OR REPLACE FUNCTION version_words(language text, version article_version) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT setweight(to_tsvector(search_config(language), version.headline), 'A')
    || setweight(to_tsvector(search_config(language), coalesce(version.standfirst, '')), 'B')
    || setweight(to_tsvector(search_config(language), left(version.body, 300000)), 'C')
    || language_mark(language) $$;

-- The searchable words of a quote.
CREATE OR REPLACE FUNCTION quote_words(language text, words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT to_tsvector(search_config(language), left(words, 300000)) || language_mark(language) $$;

-- The searchable words of a headline, with the language_mark(). The weight of a word tells that it is in the
-- headline.
CREATE OR REPLACE FUNCTION headline_words(words tsvector, language text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$ BEGIN RETURN ts_filter(words, '{a}') || array_to_tsvector(ARRAY['=' || public.search_config(language)::text]); END $$;

-- Copies the current version's headline and standfirst to the article, and indexes the version's words. Another
-- value that a statement gives for these columns is overwritten.
CREATE OR REPLACE FUNCTION index_article_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT v.headline, v.standfirst, version_words(NEW.language, v) INTO NEW.headline, NEW.standfirst, NEW.search_vector
    FROM article_version v WHERE v.article_id = NEW.id AND v.number = NEW.version;
  INSERT INTO search_language VALUES (search_config(NEW.language)::text) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_words BEFORE INSERT OR UPDATE OF version, language, search_vector, headline, standfirst ON article
  FOR EACH ROW EXECUTE FUNCTION index_article_words();

-- Indexes the words of an article whose first version comes after the article. An UPDATE that finds no row still
-- runs the statement triggers, so the function looks first: an import writes versions first.
CREATE OR REPLACE FUNCTION index_first_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM article WHERE id = NEW.article_id AND version = NEW.number) THEN
    UPDATE article SET search_vector = NULL WHERE id = NEW.article_id AND version = NEW.number;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER article_version_words AFTER INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION index_first_version();

-- Indexes a quote's words in the article's language.
CREATE OR REPLACE FUNCTION index_quote_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_vector = (SELECT quote_words(a.language, NEW.text) FROM article a WHERE a.id = NEW.article_id);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER quote_words BEFORE INSERT OR UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION index_quote_words();

-- The words of a search as a query in every language in use here, each for the rows in that language. So one index
-- answers exactly, "not" included, without reading the rows. Null where nothing is stored yet.
CREATE OR REPLACE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  language record;
  one tsquery;
  wanted tsquery;
BEGIN
  FOR language IN SELECT config, count(*) OVER () AS languages FROM search_language ORDER BY config LOOP
    one = websearch_to_tsquery(language.config::regconfig, words);
    CONTINUE WHEN numnode(one) = 0; -- stop words only
    IF language.languages > 1 THEN
      one = one && format('''=%s''', language.config)::tsquery;
    END IF;
    wanted = CASE WHEN wanted IS NULL THEN one ELSE wanted || one END;
  END LOOP;
  RETURN wanted;
END $$;
