-- The whole life of an article: what a sender takes back or kills, and what an editor unpublishes or puts back.

-- A note to readers that an article which was withdrawn stands again.
ALTER TYPE correction_kind ADD VALUE 'REINSTATEMENT';

ALTER TABLE article
  -- When it first became PUBLISHED here. Null where it never was: then readers are told nothing of it, a withdrawal included.
  ADD COLUMN public_since timestamptz(3),
  -- When an editor last set its status by hand; null where an import set it last.
  ADD COLUMN status_set_at timestamptz(3);

-- No answer changes by it, so there is nothing to tell.
ALTER TABLE article DISABLE TRIGGER USER;
UPDATE article SET public_since = coalesce(published_at, created_at) WHERE status IN ('PUBLISHED', 'WITHDRAWN');
ALTER TABLE article ENABLE TRIGGER USER;

CREATE FUNCTION note_first_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.public_since = now();
  RETURN NEW;
END $$;
CREATE TRIGGER article_public_since BEFORE INSERT OR UPDATE OF status ON article FOR EACH ROW
  WHEN (NEW.status = 'PUBLISHED' AND NEW.public_since IS NULL) EXECUTE FUNCTION note_first_publication();

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
