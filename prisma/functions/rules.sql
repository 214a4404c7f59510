-- Rules that the database itself keeps, whatever program writes.

-- Versions of an article never change. A version goes only with its whole article.
CREATE OR REPLACE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM article WHERE id = OLD.article_id) THEN
    RETURN OLD; -- the whole article goes
  END IF;
  RAISE EXCEPTION 'A version of an article never changes: make a new one.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_version_immutable';
END $$;
CREATE OR REPLACE TRIGGER article_version_immutable BEFORE UPDATE OR DELETE ON article_version
  FOR EACH ROW EXECUTE FUNCTION refuse_version_change();

-- Only these states of an article follow each other.
CREATE OR REPLACE FUNCTION check_article_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.status::text, NEW.status::text) NOT IN (
    ('DRAFT', 'SCHEDULED'), ('DRAFT', 'PUBLISHED'), ('DRAFT', 'WITHDRAWN'),
    ('SCHEDULED', 'DRAFT'), ('SCHEDULED', 'PUBLISHED'), ('SCHEDULED', 'WITHDRAWN'),
    ('PUBLISHED', 'DRAFT'), ('PUBLISHED', 'WITHDRAWN'), ('WITHDRAWN', 'PUBLISHED')
  ) THEN
    RAISE EXCEPTION 'An article cannot go from % to %.', OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'article_status_order';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_status_order BEFORE UPDATE ON article FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_article_status();

-- Keeps the moment at which an article first became PUBLISHED.
CREATE OR REPLACE FUNCTION note_first_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.public_since = now();
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_public_since BEFORE INSERT OR UPDATE OF status ON article FOR EACH ROW
  WHEN (NEW.status = 'PUBLISHED' AND NEW.public_since IS NULL) EXECUTE FUNCTION note_first_publication();

-- A span holds the exact words of the version that it names: substring(body, start + 1, end - start) = text.
-- substring() counts code points.
CREATE OR REPLACE FUNCTION check_span() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE TRIGGER quote_span_verbatim BEFORE INSERT OR UPDATE ON quote_span FOR EACH ROW EXECUTE FUNCTION check_span();
CREATE OR REPLACE TRIGGER mention_span_verbatim BEFORE INSERT OR UPDATE ON mention_span FOR EACH ROW EXECUTE FUNCTION check_span();

-- A cue holds the exact words of its version at its offsets.
CREATE OR REPLACE FUNCTION check_cue() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE OR REPLACE TRIGGER quote_cue_verbatim BEFORE INSERT OR UPDATE OF article_id, version, cue_text, cue_start, cue_end ON quote
  FOR EACH ROW WHEN (NEW.cue_text IS NOT NULL) EXECUTE FUNCTION check_cue();

-- A quote's text is the words of its spans joined by a space, in the order of the text. Checked at commit, when all
-- rows are there. Neither row is written as JSON, because a quote row holds its words for the search too.
CREATE OR REPLACE FUNCTION check_quote_text() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  quote_of uuid;
  q record;
  spans record;
BEGIN
  IF TG_TABLE_NAME = 'quote' THEN
    quote_of = NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    quote_of = OLD.quote_id;
  ELSE
    quote_of = NEW.quote_id;
  END IF;
  SELECT text, version INTO q FROM quote WHERE id = quote_of;
  IF NOT FOUND THEN
    RETURN NULL; -- the whole quote went
  END IF;
  SELECT string_agg(text, ' ' ORDER BY index) AS text, coalesce(bool_or(start_offset < previous_end), false) AS overlap INTO spans
    FROM (SELECT index, text, start_offset, lag(end_offset) OVER (ORDER BY index) AS previous_end
      FROM quote_span WHERE quote_id = quote_of AND version = q.version) s;
  IF q.text IS DISTINCT FROM spans.text OR spans.overlap THEN
    RAISE EXCEPTION 'A quote must be the words of its spans, in the order of the text and without overlap.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'quote_verbatim';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS quote_verbatim ON quote;
CREATE CONSTRAINT TRIGGER quote_verbatim AFTER INSERT OR UPDATE OF text, version ON quote
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_quote_text();
DROP TRIGGER IF EXISTS quote_span_text ON quote_span;
CREATE CONSTRAINT TRIGGER quote_span_text AFTER INSERT OR UPDATE OR DELETE ON quote_span
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_quote_text();

-- The audit trail is only ever added to.
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is only ever added to.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_entry_immutable';
END $$;
CREATE OR REPLACE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
