-- Every transaction that changes what readers are shown says so when it commits, by NOTIFY, with the tags of tags.sql.

-- Sends the tags to all nodes. A message is: the transaction, the moment at which the tags change ("-" for now, or
-- milliseconds since 1970), and the tags. What an article under embargo touches, it touches again when the embargo
-- ends. A payload of NOTIFY ends at 8000 bytes; above 2,000 tags one message says that everything changed.
CREATE OR REPLACE FUNCTION tell(changes touched[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('verbatim_changes', concat_ws(' ', pg_current_xact_id(), coalesce((extract(epoch FROM at) * 1000)::bigint::text, '-'),
      CASE WHEN many THEN '*' ELSE string_agg(tag, ' ') END))
    FROM (
      SELECT tag, many, CASE WHEN NOT many THEN at END AS at,
        CASE WHEN many THEN 0 ELSE sum(octet_length(tag) + 1) OVER (ORDER BY at, tag) / 7500 END AS part
      FROM (
        SELECT tag, at, count(*) OVER () > 2000 AS many FROM (
          SELECT tag, NULL::timestamptz AS at FROM unnest(changes) WHERE tag IS NOT NULL
          UNION SELECT c.tag, a.embargoed_until FROM unnest(changes) c JOIN article a ON a.id = c.article_id AND a.embargoed_until > now()
            WHERE c.tag IS NOT NULL
        ) told
      ) counted
    ) parts
    GROUP BY many, at, part;
END $$;

-- Sends that everything changed.
CREATE OR REPLACE FUNCTION tell_all() RETURNS void LANGUAGE sql
  AS $$ SELECT pg_notify('verbatim_changes', pg_current_xact_id() || ' - *') $$;

-- Sends that everything changed, because a table was emptied.
CREATE OR REPLACE FUNCTION tell_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_all();
  RETURN NULL;
END $$;

-- Collects the tags of a statement's rows and sends them. The function runs once for each kind of statement, with
-- the rows that the statement changed. The rows are counted first: none, and nothing is sent; more than a message
-- could name tags of, and everything changed. Tags are made distinct by hashing two columns, not by sorting rows.
-- Two things make the tags exact while other transactions write: a row that hangs on an article locks the article
-- (see hold_article), and above READ COMMITTED, where a snapshot may be older than a lock, everything changed.
DO $do$
DECLARE
  changed regclass;
  keys text;
BEGIN
  FOREACH changed IN ARRAY ARRAY['article', 'article_version', 'article_subject', 'image', 'image_person', 'correction', 'mention',
    'mention_span', 'quote', 'quote_span', 'subject', 'person', 'role', 'organization', 'place', 'external_id', 'merged_record',
    'former_slug', 'search_language']::regclass[]
  LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO keys
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = changed AND i.indisprimary;
    EXECUTE format($f$
      CREATE OR REPLACE FUNCTION tell_%1$s() RETURNS trigger LANGUAGE plpgsql AS $t$
      DECLARE
        changes touched[];
        many bigint;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          SELECT count(*) INTO many FROM old_rows;
        ELSE
          SELECT count(*) INTO many FROM new_rows;
        END IF;
        IF many = 0 THEN RETURN NULL; END IF;
        IF many > 2000 OR current_setting('transaction_isolation') <> 'read committed' THEN PERFORM tell_all(); RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id FROM new_rows n, LATERAL touched(NULL::%1$s, ROW(n.*)::%1$s) t) told;
        ELSIF TG_OP = 'DELETE' THEN
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id FROM old_rows o, LATERAL touched(ROW(o.*)::%1$s, NULL::%1$s) t) told;
        ELSE
          SELECT array_agg(ROW(tag, article_id)::touched) INTO changes FROM (
            SELECT DISTINCT t.tag, t.article_id
            FROM (SELECT %2$s, ROW(o.*)::%1$s AS o FROM old_rows o) o
            FULL JOIN (SELECT %2$s, ROW(n.*)::%1$s AS n FROM new_rows n) n USING (%2$s),
            LATERAL touched(o, n) t
            WHERE o IS DISTINCT FROM n) told;
        END IF;
        IF changes IS NULL THEN RETURN NULL; END IF;
        PERFORM tell(changes);
        RETURN NULL;
      END $t$;
      CREATE OR REPLACE TRIGGER tell_insert AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE OR REPLACE TRIGGER tell_update AFTER UPDATE ON %1$s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE OR REPLACE TRIGGER tell_delete AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows
        FOR EACH STATEMENT EXECUTE FUNCTION tell_%1$s();
      CREATE OR REPLACE TRIGGER tell_truncate AFTER TRUNCATE ON %1$s
        FOR EACH STATEMENT EXECUTE FUNCTION tell_truncate();
    $f$, changed, keys);
  END LOOP;
END $do$;

-- Locks the article of a new or changed row FOR SHARE. The change of an article looks for the rows that hang on the
-- article, and such a row for its article: of two transactions that do both at once, one waits for the other, or
-- neither would see what the other does. Quotes, mentions and filings take this lock in take_article_dates().
CREATE OR REPLACE FUNCTION hold_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM article WHERE id = NEW.article_id FOR SHARE;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER hold_article AFTER INSERT OR UPDATE ON image FOR EACH ROW EXECUTE FUNCTION hold_article();
CREATE OR REPLACE TRIGGER hold_article AFTER INSERT OR UPDATE ON role FOR EACH ROW WHEN (NEW.article_id IS NOT NULL) EXECUTE FUNCTION hold_article();

-- Locks the article of a picture that gains a person, for the same reason as hold_article().
CREATE OR REPLACE FUNCTION hold_article_of_image() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM image i JOIN article a ON a.id = i.article_id WHERE i.id = NEW.image_id FOR SHARE;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER hold_article AFTER INSERT OR UPDATE ON image_person FOR EACH ROW EXECUTE FUNCTION hold_article_of_image();

-- What the embargoes that are still to end will touch, for a node that begins to listen: the next thousand.
CREATE OR REPLACE FUNCTION coming_changes() RETURNS TABLE (at timestamptz, tag text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT a.embargoed_until, tag
  FROM (SELECT * FROM article WHERE embargoed_until > now() AND status = 'PUBLISHED' ORDER BY embargoed_until LIMIT 1000) a,
    LATERAL standing_tags(ROW(a.*)::article, false) tag
  WHERE tag IS NOT NULL $$;
