-- How people, organizations and places are found and sorted by name.

-- A name without case and accents, as names are compared and sorted. unaccent() is only STABLE because its
-- dictionary could be changed; this dictionary never is.
CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(name, NFKC))) $$;

-- All names of a person, organization or place, each between line ends, so that one trigram index serves "is",
-- "begins with" and "resembles".
CREATE OR REPLACE FUNCTION name_keys(name text, aliases text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT E'\n' || public.name_key(array_to_string(ARRAY[name] || aliases, E'\n')) || E'\n' $$;

-- Each name of a record, as name_key() writes it.
CREATE OR REPLACE FUNCTION names_in(name_keys text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT string_to_array(btrim(name_keys, E'\n'), E'\n') $$;

-- Each name of a record, and the last word of each name: "Rubio" finds Marco Rubio.
CREATE OR REPLACE FUNCTION names_and_surnames_in(name_keys text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT array_agg(DISTINCT key)
    FROM unnest(string_to_array(btrim(name_keys, E'\n'), E'\n')) AS name,
      LATERAL (VALUES (name), (substring(name FROM '[^ ]+$'))) AS keys (key) $$;
