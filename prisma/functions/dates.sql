-- What an article hands down to the rows that hang on it.

-- Copies the two columns by which articles are sorted to their quotes, mentions and filings, so that "the newest
-- quotes of this person" is one index scan. FOR SHARE: a change of the article's date waits for this row, and this
-- row for the change.
CREATE OR REPLACE FUNCTION take_article_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT listed_at, created_at INTO NEW.article_listed_at, NEW.article_created_at
    FROM article WHERE id = NEW.article_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER article_subject_dates BEFORE INSERT OR UPDATE ON article_subject FOR EACH ROW EXECUTE FUNCTION take_article_dates();
CREATE OR REPLACE TRIGGER mention_dates BEFORE INSERT OR UPDATE ON mention FOR EACH ROW EXECUTE FUNCTION take_article_dates();
CREATE OR REPLACE TRIGGER quote_dates BEFORE INSERT OR UPDATE ON quote FOR EACH ROW EXECUTE FUNCTION take_article_dates();

-- Brings a changed date or language of an article to its quotes, mentions and filings.
CREATE OR REPLACE FUNCTION hand_down_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Each row's own trigger fetches the values.
  UPDATE article_subject SET article_id = article_id WHERE article_id = NEW.id;
  UPDATE mention SET article_id = article_id WHERE article_id = NEW.id;
  UPDATE quote SET article_id = article_id WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER article_hand_down AFTER UPDATE ON article FOR EACH ROW
  WHEN ((OLD.listed_at, OLD.created_at, OLD.language) IS DISTINCT FROM (NEW.listed_at, NEW.created_at, NEW.language))
  EXECUTE FUNCTION hand_down_article();
