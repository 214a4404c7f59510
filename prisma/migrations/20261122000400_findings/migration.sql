-- What extraction makes: how sure it is of a mention, what an editor decided about mentions, people, organizations and places,
-- and how stored ones are found by the names that a text gives them.

ALTER TABLE mention
  ADD COLUMN method quote_method NOT NULL DEFAULT 'HUMAN',
  ADD COLUMN confidence double precision CONSTRAINT mention_confidence_check CHECK (confidence BETWEEN 0 AND 1),
  ADD COLUMN review_status review_status NOT NULL DEFAULT 'UNREVIEWED',
  ADD COLUMN reviewed_at timestamptz(3),
  ADD COLUMN reviewed_by text,
  ADD CONSTRAINT mention_review_check CHECK ((review_status = 'UNREVIEWED') = (reviewed_at IS NULL));

-- Whoever was added until now, an editor added. Nobody is REJECTED: a record that should not be is merged.
ALTER TABLE person
  ADD COLUMN review_status review_status NOT NULL DEFAULT 'VERIFIED'
  CONSTRAINT person_review_check CHECK (review_status <> 'REJECTED');
ALTER TABLE organization
  ADD COLUMN review_status review_status NOT NULL DEFAULT 'VERIFIED'
  CONSTRAINT organization_review_check CHECK (review_status <> 'REJECTED');
ALTER TABLE place
  ADD COLUMN review_status review_status NOT NULL DEFAULT 'VERIFIED'
  CONSTRAINT place_review_check CHECK (review_status <> 'REJECTED');

-- Each name of a record, as name_key() writes it.
CREATE FUNCTION names_in(name_keys text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT string_to_array(btrim(name_keys, E'\n'), E'\n') $$;

-- The same, and the last word of each name: "Rubio" finds Marco Rubio.
CREATE FUNCTION names_and_surnames_in(name_keys text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT array_agg(DISTINCT key)
    FROM unnest(string_to_array(btrim(name_keys, E'\n'), E'\n')) AS name,
      LATERAL (VALUES (name), (substring(name FROM '[^ ]+$'))) AS keys (key) $$;

-- Without fastupdate: each story looks for names right after the one before it added some, and a pending list is read in full.
CREATE INDEX person_names_in ON person USING gin (names_and_surnames_in(name_keys)) WITH (fastupdate = off);
CREATE INDEX organization_names_in ON organization USING gin (names_in(name_keys)) WITH (fastupdate = off);
CREATE INDEX place_names_in ON place USING gin (names_in(name_keys)) WITH (fastupdate = off);
CREATE INDEX place_country ON place (country_code) WHERE kind = 'COUNTRY';
