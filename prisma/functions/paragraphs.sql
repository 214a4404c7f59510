-- The paragraphs of a body.

-- A body cut into paragraphs, with their offsets in code points: index from 0, half-open.
CREATE OR REPLACE FUNCTION paragraphs(body text) RETURNS TABLE (index integer, start_offset integer, end_offset integer, text text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT (p.n - 1)::integer,
      (sum(char_length(p.text) + 2) OVER (ORDER BY p.n) - char_length(p.text) - 2)::integer,
      (sum(char_length(p.text) + 2) OVER (ORDER BY p.n) - 2)::integer,
      p.text
    FROM string_to_table(body, E'\n\n') WITH ORDINALITY AS p (text, n) $$;
