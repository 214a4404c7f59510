-- What Prisma's schema cannot say: generated columns, the rules that the database itself keeps, and the indexes behind
-- every order and filter of the API.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Names -----------------------------------------------------------------------------------------------------------------

-- A name without case and accents. unaccent() is only STABLE because its dictionary could be changed; ours is not.
CREATE FUNCTION name_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, NFKC))) $$;

-- All names of an entity, each between line ends, so that one trigram index serves "is", "begins with" and "resembles".
CREATE FUNCTION name_keys(name text, aliases text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT E'\n' || public.name_key(array_to_string(ARRAY[name] || aliases, E'\n')) || E'\n' $$;

ALTER TABLE person
  DROP COLUMN sort_name, DROP COLUMN name_keys,
  ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
  ADD COLUMN name_keys text NOT NULL GENERATED ALWAYS AS (name_keys(name, aliases)) STORED;
ALTER TABLE organization
  DROP COLUMN sort_name, DROP COLUMN name_keys,
  ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
  ADD COLUMN name_keys text NOT NULL GENERATED ALWAYS AS (name_keys(name, aliases)) STORED;
ALTER TABLE place
  DROP COLUMN sort_name, DROP COLUMN name_keys,
  ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED,
  ADD COLUMN name_keys text NOT NULL GENERATED ALWAYS AS (name_keys(name, aliases)) STORED;
ALTER TABLE subject
  DROP COLUMN sort_name,
  ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_key(name)) STORED;

-- Generated columns of articles -----------------------------------------------------------------------------------------

-- "Newest first" is by publication, unknown ones after all known: one column that is never null makes that one index.
ALTER TABLE article
  DROP COLUMN listed_at,
  ADD COLUMN listed_at timestamptz(3) NOT NULL GENERATED ALWAYS AS (coalesce(published_at, '-infinity'::timestamptz)) STORED;

ALTER TABLE article_version
  DROP COLUMN word_count,
  ADD COLUMN word_count integer NOT NULL
    GENERATED ALWAYS AS (cardinality(regexp_split_to_array(btrim(body, E' \n'), '\s+'))) STORED;

-- Plain rules -----------------------------------------------------------------------------------------------------------

ALTER TABLE article
  ALTER COLUMN keywords SET NOT NULL,
  -- Deferred: an article and its first version name each other.
  ADD CONSTRAINT article_version_fkey FOREIGN KEY (id, version) REFERENCES article_version (article_id, number)
    DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT article_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 200),
  ADD CONSTRAINT article_language_check CHECK (language ~ '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$'),
  ADD CONSTRAINT article_urgency_check CHECK (urgency BETWEEN 1 AND 9),
  ADD CONSTRAINT article_rewritten_from_check CHECK (rewritten_from_id <> id),
  ADD CONSTRAINT article_translated_from_check CHECK (translated_from_id <> id);

ALTER TABLE article_version
  ADD CONSTRAINT article_version_number_check CHECK (number >= 1),
  ADD CONSTRAINT article_version_headline_check CHECK (headline <> '' AND headline = btrim(headline) AND headline !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT article_version_standfirst_check CHECK (standfirst <> '' AND standfirst !~ '[\x01-\x09\x0b-\x1f\x7f]'),
  ADD CONSTRAINT article_version_body_check CHECK (
    char_length(body) BETWEEN 1 AND 1000000
    AND body IS NFC NORMALIZED
    AND body !~ '[\x01-\x09\x0b-\x1f\x7f]'
    AND body !~ '( \n|\n\n\n|^\s|\s$)'
  );

ALTER TABLE person
  ALTER COLUMN aliases SET NOT NULL,
  ADD CONSTRAINT person_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 200),
  ADD CONSTRAINT person_name_check CHECK (name <> '' AND name = btrim(name) AND name !~ '[\x01-\x1f\x7f]');
ALTER TABLE organization
  ALTER COLUMN aliases SET NOT NULL,
  ADD CONSTRAINT organization_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 200),
  ADD CONSTRAINT organization_name_check CHECK (name <> '' AND name = btrim(name) AND name !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT organization_parent_check CHECK (parent_id <> id);
ALTER TABLE place
  ALTER COLUMN aliases SET NOT NULL,
  ADD CONSTRAINT place_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 200),
  ADD CONSTRAINT place_name_check CHECK (name <> '' AND name = btrim(name) AND name !~ '[\x01-\x1f\x7f]'),
  ADD CONSTRAINT place_parent_check CHECK (parent_id <> id),
  ADD CONSTRAINT place_country_code_check CHECK (country_code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT place_latitude_check CHECK (latitude BETWEEN -90 AND 90),
  ADD CONSTRAINT place_longitude_check CHECK (longitude BETWEEN -180 AND 180);

ALTER TABLE external_id
  ADD CONSTRAINT external_id_owner_check CHECK (num_nonnulls(person_id, organization_id, place_id) = 1),
  ADD CONSTRAINT external_id_scheme_check CHECK (scheme ~ '^[a-z0-9][a-z0-9._-]*$');
ALTER TABLE role
  ADD CONSTRAINT role_dates_check CHECK (from_date <= to_date),
  -- Without an organization or a first day the key above lets everything pass; this one stops the same title twice.
  ADD CONSTRAINT role_title_key UNIQUE NULLS NOT DISTINCT (person_id, organization_id, title, from_date);
ALTER TABLE image ADD CONSTRAINT image_index_check CHECK (index >= 0);

ALTER TABLE mention
  ADD CONSTRAINT mention_entity_check CHECK (num_nonnulls(person_id, organization_id, place_id) = 1),
  ADD CONSTRAINT mention_entity_key UNIQUE NULLS NOT DISTINCT (article_id, rel, person_id, organization_id, place_id);
ALTER TABLE mention_span
  ADD CONSTRAINT mention_span_offsets_check CHECK (start_offset >= 0 AND start_offset < end_offset AND index >= 0),
  -- substring() forgives an end beyond the text.
  ADD CONSTRAINT mention_span_length_check CHECK (char_length(text) = end_offset - start_offset);

ALTER TABLE quote
  ADD CONSTRAINT quote_speaker_check CHECK (num_nonnulls(speaker_person_id, speaker_organization_id) <= 1),
  ADD CONSTRAINT quote_confidence_check CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT quote_position_check CHECK (position >= 1),
  ADD CONSTRAINT quote_review_check CHECK ((review_status = 'UNREVIEWED') = (reviewed_at IS NULL)),
  ADD CONSTRAINT quote_cue_check CHECK (
    num_nulls(cue_text, cue_start, cue_end) IN (0, 3) AND cue_start >= 0 AND char_length(cue_text) = cue_end - cue_start
      AND cue_text <> ''
  );
ALTER TABLE quote_span
  ADD CONSTRAINT quote_span_offsets_check CHECK (start_offset >= 0 AND start_offset < end_offset AND index >= 0),
  ADD CONSTRAINT quote_span_length_check CHECK (char_length(text) = end_offset - start_offset);

-- What an article hands down to its rows --------------------------------------------------------------------------------

-- "The newest quotes of this person" must be one index scan, so quotes, mentions and filings carry the two columns that
-- articles are sorted by. FOR SHARE: a change of the article's date waits for us, and we for it.
ALTER TABLE article_subject ALTER COLUMN article_listed_at SET NOT NULL, ALTER COLUMN article_created_at SET NOT NULL;
ALTER TABLE mention ALTER COLUMN article_listed_at SET NOT NULL, ALTER COLUMN article_created_at SET NOT NULL;
ALTER TABLE quote ALTER COLUMN article_listed_at SET NOT NULL, ALTER COLUMN article_created_at SET NOT NULL;

CREATE FUNCTION take_article_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT listed_at, created_at INTO NEW.article_listed_at, NEW.article_created_at
    FROM article WHERE id = NEW.article_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER article_subject_dates BEFORE INSERT OR UPDATE ON article_subject FOR EACH ROW EXECUTE FUNCTION take_article_dates();
CREATE TRIGGER mention_dates BEFORE INSERT OR UPDATE ON mention FOR EACH ROW EXECUTE FUNCTION take_article_dates();
CREATE TRIGGER quote_dates BEFORE INSERT OR UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION take_article_dates();

CREATE FUNCTION hand_down_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Each row's own trigger fetches the values.
  UPDATE article_subject SET article_id = article_id WHERE article_id = NEW.id;
  UPDATE mention SET article_id = article_id WHERE article_id = NEW.id;
  UPDATE quote SET article_id = article_id WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER article_hand_down AFTER UPDATE ON article FOR EACH ROW
  WHEN ((OLD.listed_at, OLD.created_at, OLD.language) IS DISTINCT FROM (NEW.listed_at, NEW.created_at, NEW.language))
  EXECUTE FUNCTION hand_down_article();

-- Words to search -------------------------------------------------------------------------------------------------------

-- The text search configuration of a BCP 47 language.
CREATE FUNCTION search_config(language text) RETURNS regconfig
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

-- A lexeme that says in which language the others are: no parser makes one that begins with "=".
CREATE FUNCTION language_mark(language text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT array_to_tsvector(ARRAY['=' || search_config(language)::text]) $$;

-- The searchable words of one version. A tsvector holds one megabyte at the most: very long bodies are cut.
CREATE FUNCTION version_words(language text, version article_version) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT setweight(to_tsvector(search_config(language), version.headline), 'A')
    || setweight(to_tsvector(search_config(language), coalesce(version.standfirst, '')), 'B')
    || setweight(to_tsvector(search_config(language), left(version.body, 300000)), 'C')
    || language_mark(language) $$;

-- The searchable words of a quote.
CREATE FUNCTION quote_words(language text, words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT to_tsvector(search_config(language), left(words, 300000)) || language_mark(language) $$;

CREATE FUNCTION index_article_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_vector = (SELECT version_words(NEW.language, v) FROM article_version v
    WHERE v.article_id = NEW.id AND v.number = NEW.version);
  INSERT INTO search_language VALUES (search_config(NEW.language)::text) ON CONFLICT DO NOTHING;
  RETURN NEW;
END $$;
CREATE TRIGGER article_words BEFORE INSERT OR UPDATE OF version, language, search_vector ON article
  FOR EACH ROW EXECUTE FUNCTION index_article_words();

-- An article is there before its first version.
CREATE FUNCTION index_first_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article SET search_vector = NULL WHERE id = NEW.article_id AND version = NEW.number;
  RETURN NULL;
END $$;
CREATE TRIGGER article_version_words AFTER INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION index_first_version();

CREATE FUNCTION index_quote_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_vector = (SELECT quote_words(a.language, NEW.text) FROM article a WHERE a.id = NEW.article_id);
  RETURN NEW;
END $$;
CREATE TRIGGER quote_words BEFORE INSERT OR UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION index_quote_words();

-- What a reader typed, as a query in every language in use here, each for the rows in that language. So one index answers
-- exactly, "not" included, without looking at the rows. Null where nothing is stored yet.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
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

-- Versions never change -------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM article WHERE id = OLD.article_id) THEN
    RETURN OLD; -- the whole article goes
  END IF;
  RAISE EXCEPTION 'A version of an article never changes: make a new one.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_version_immutable';
END $$;
CREATE TRIGGER article_version_immutable BEFORE UPDATE OR DELETE ON article_version
  FOR EACH ROW EXECUTE FUNCTION refuse_version_change();

-- States follow each other ----------------------------------------------------------------------------------------------

CREATE FUNCTION check_article_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status::text, NEW.status::text) NOT IN (
    ('DRAFT', 'SCHEDULED'), ('DRAFT', 'PUBLISHED'), ('SCHEDULED', 'DRAFT'), ('SCHEDULED', 'PUBLISHED'), ('PUBLISHED', 'WITHDRAWN')
  ) THEN
    RAISE EXCEPTION 'An article cannot go from % to %.', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'article_status_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER article_status_order BEFORE UPDATE ON article FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_article_status();

-- Words are verbatim ----------------------------------------------------------------------------------------------------

-- substring(body, start + 1, end - start) = text, of the version that the span names. substring() counts code points.
CREATE FUNCTION check_span() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  SELECT substring(body FROM NEW.start_offset + 1 FOR NEW.end_offset - NEW.start_offset) INTO words
    FROM article_version WHERE article_id = NEW.article_id AND number = NEW.version;
  IF words IS DISTINCT FROM NEW.text THEN
    RAISE EXCEPTION 'A span must hold the exact words of its version at its offsets.'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_verbatim';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quote_span_verbatim BEFORE INSERT OR UPDATE ON quote_span FOR EACH ROW EXECUTE FUNCTION check_span();
CREATE TRIGGER mention_span_verbatim BEFORE INSERT OR UPDATE ON mention_span FOR EACH ROW EXECUTE FUNCTION check_span();

CREATE FUNCTION check_cue() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  SELECT substring(body FROM NEW.cue_start + 1 FOR NEW.cue_end - NEW.cue_start) INTO words
    FROM article_version WHERE article_id = NEW.article_id AND number = NEW.version;
  IF words IS DISTINCT FROM NEW.cue_text THEN
    RAISE EXCEPTION 'A cue must hold the exact words of its version at its offsets.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_cue_verbatim';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER quote_cue_verbatim BEFORE INSERT OR UPDATE OF article_id, version, cue_text, cue_start, cue_end ON quote
  FOR EACH ROW WHEN (NEW.cue_text IS NOT NULL) EXECUTE FUNCTION check_cue();

-- A quote's text is its spans' words joined by a space, in the order of the text. Checked at commit, when all are there.
CREATE FUNCTION check_quote_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb = to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
  quote_of uuid = coalesce(changed ->> 'quote_id', changed ->> 'id');
  q record;
BEGIN
  SELECT text, version INTO q FROM quote WHERE id = quote_of;
  IF NOT FOUND THEN
    RETURN NULL; -- the whole quote went
  END IF;
  IF q.text IS DISTINCT FROM (SELECT string_agg(text, ' ' ORDER BY index) FROM quote_span WHERE quote_id = quote_of AND version = q.version)
    OR EXISTS (
      SELECT 1 FROM (SELECT start_offset, lag(end_offset) OVER (ORDER BY index) AS previous_end
        FROM quote_span WHERE quote_id = quote_of AND version = q.version) s
      WHERE s.start_offset < s.previous_end)
  THEN
    RAISE EXCEPTION 'A quote must be the words of its spans, in the order of the text and without overlap.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_verbatim';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER quote_verbatim AFTER INSERT OR UPDATE OF text, version ON quote
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_quote_text();
CREATE CONSTRAINT TRIGGER quote_span_text AFTER INSERT OR UPDATE OR DELETE ON quote_span
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_quote_text();

-- Paragraphs ------------------------------------------------------------------------------------------------------------

-- A body cut into paragraphs, with their offsets in code points: index from 0, half-open.
CREATE FUNCTION paragraphs(body text) RETURNS TABLE (index integer, start_offset integer, end_offset integer, text text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (p.n - 1)::integer,
      (sum(char_length(p.text) + 2) OVER (ORDER BY p.n) - char_length(p.text) - 2)::integer,
      (sum(char_length(p.text) + 2) OVER (ORDER BY p.n) - 2)::integer,
      p.text
    FROM string_to_table(body, E'\n\n') WITH ORDINALITY AS p (text, n) $$;

-- Indexes: one for every order and filter of the API --------------------------------------------------------------------

CREATE INDEX article_newest ON article (listed_at DESC, created_at DESC, id DESC);
CREATE INDEX article_status_newest ON article (status, listed_at DESC, created_at DESC, id DESC);
CREATE INDEX article_language_newest ON article (language, listed_at DESC, created_at DESC, id DESC);
CREATE INDEX article_source_newest ON article (source_id, listed_at DESC, created_at DESC, id DESC) WHERE source_id IS NOT NULL;
CREATE INDEX article_located ON article (located_id) WHERE located_id IS NOT NULL;
CREATE INDEX article_rewrites ON article (rewritten_from_id, listed_at DESC, created_at DESC, id DESC) WHERE rewritten_from_id IS NOT NULL;
CREATE INDEX article_translations ON article (translated_from_id, listed_at DESC, created_at DESC, id DESC) WHERE translated_from_id IS NOT NULL;
CREATE INDEX article_search ON article USING gin (search_vector);

CREATE INDEX image_photographer ON image (photographer_id) WHERE photographer_id IS NOT NULL;
CREATE INDEX image_located ON image (located_id) WHERE located_id IS NOT NULL;
CREATE INDEX image_person_person ON image_person (person_id);
CREATE INDEX correction_article ON correction (article_id, created_at DESC, id DESC);
CREATE INDEX correction_version ON correction (article_id, version);

CREATE INDEX subject_name ON subject (sort_name, id);
CREATE INDEX article_subject_newest ON article_subject (subject_id, article_listed_at DESC, article_created_at DESC, article_id DESC);

CREATE INDEX person_name ON person (sort_name, id);
CREATE INDEX person_names ON person USING gin (name_keys gin_trgm_ops);
CREATE INDEX organization_name ON organization (sort_name, id);
CREATE INDEX organization_names ON organization USING gin (name_keys gin_trgm_ops);
CREATE INDEX organization_parent ON organization (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX place_name ON place (sort_name, id);
CREATE INDEX place_names ON place USING gin (name_keys gin_trgm_ops);
CREATE INDEX place_kind_name ON place (kind, sort_name, id);
CREATE INDEX place_children ON place (parent_id, sort_name, id) WHERE parent_id IS NOT NULL;

CREATE INDEX role_organization ON role (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX role_article ON role (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX external_id_person ON external_id (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX external_id_organization ON external_id (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX external_id_place ON external_id (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX mention_article ON mention (article_id, position, id);
CREATE INDEX mention_version ON mention (article_id, version);
CREATE INDEX mention_person_newest ON mention (person_id, article_listed_at DESC, article_created_at DESC, article_id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX mention_organization_newest ON mention (organization_id, article_listed_at DESC, article_created_at DESC, article_id DESC) WHERE organization_id IS NOT NULL;
CREATE INDEX mention_place_newest ON mention (place_id, article_listed_at DESC, article_created_at DESC, article_id DESC) WHERE place_id IS NOT NULL;
CREATE INDEX mention_span_version ON mention_span (article_id, version);

-- (-position): within an article the order of the text, while everything else runs from new to old.
CREATE INDEX quote_newest ON quote (article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC);
CREATE INDEX quote_person_newest ON quote (speaker_person_id, article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC) WHERE speaker_person_id IS NOT NULL;
CREATE INDEX quote_organization_newest ON quote (speaker_organization_id, article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC) WHERE speaker_organization_id IS NOT NULL;
CREATE INDEX quote_said_in_newest ON quote (said_in_id, article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC) WHERE said_in_id IS NOT NULL;
CREATE INDEX quote_kind_newest ON quote (kind, article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC);
CREATE INDEX quote_review_newest ON quote (review_status, article_listed_at DESC, article_created_at DESC, article_id DESC, (-position) DESC, id DESC);
CREATE INDEX quote_article ON quote (article_id, (-position) DESC, id DESC);
CREATE INDEX quote_version ON quote (article_id, version);
CREATE INDEX quote_said_at ON quote (said_at) WHERE said_at IS NOT NULL;
CREATE INDEX quote_search ON quote USING gin (search_vector);
CREATE INDEX quote_span_version ON quote_span (article_id, version);
