-- The newest articles that hold some words, without looking at the older ones: however common a word is, a search must not
-- become slower with every year of the archive. A GIN index gives all rows that match, in no order; so it holds, beside the words,
-- the periods that an article's date falls into, and a search asks for one period after the other until it has enough.
--
-- Nothing here changes a row. Where writers can't wait for the index to be built, make the functions and then the index by hand
-- before, with CREATE INDEX CONCURRENTLY: see "Upgrading" in docs/operating.md.

-- The days since the year 600, within what a period's number has room for.
CREATE OR REPLACE FUNCTION listing_day(listed_at timestamptz) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN listed_at < '0600-01-01Z' THEN 0 WHEN listed_at >= '3400-01-01Z' THEN 1048575
    ELSE (listed_at AT TIME ZONE 'UTC')::date - DATE '0600-01-01' END $$;

-- The day, and the periods of 4, 16, … 65,536 days that it lies in: sixteen times the number of the period, and its level. Unknown
-- dates are a period of their own. (In plpgsql, as PostgreSQL would write
-- an SQL function out in every plan.)
CREATE OR REPLACE FUNCTION listing_periods(listed_at timestamptz) RETURNS integer[]
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  day integer = public.listing_day(listed_at);
BEGIN
  IF listed_at = '-infinity' THEN
    RETURN ARRAY[-1];
  END IF;
  RETURN ARRAY[day << 4, (day >> 2 << 4) + 1, (day >> 4 << 4) + 2, (day >> 6 << 4) + 3, (day >> 8 << 4) + 4,
    (day >> 10 << 4) + 5, (day >> 12 << 4) + 6, (day >> 14 << 4) + 7, (day >> 16 << 4) + 8];
END $$;

-- The way from the newest date back to the oldest known one, in stretches: each is a set of periods. The first reaches back as far as
-- `recent` (all the way where that is null), each further one four to sixteen times as far as the one before; unknown dates come last.
CREATE OR REPLACE FUNCTION periods_back(newest timestamptz, recent timestamptz, oldest timestamptz) RETURNS TABLE (periods integer[])
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE ROWS 5 AS $$
DECLARE
  last integer = public.listing_day(newest);
  first integer;
BEGIN
  periods = '{}';
  IF newest > '-infinity' THEN
    FOR level IN 0..8 LOOP
      EXIT WHEN last < public.listing_day(oldest) >> 2 * level;
      first = CASE WHEN level = 8 THEN 0 ELSE last >> 2 << 2 END;
      periods = periods || ARRAY(SELECT (period << 4) + level FROM generate_series(first, last) period);
      IF level % 2 = 1 AND first << 2 * level <= public.listing_day(recent) THEN
        RETURN NEXT;
        periods = '{}';
      END IF;
      last = (first >> 2) - 1;
    END LOOP;
  END IF;
  periods = periods || -1;
  RETURN NEXT;
END $$;

-- The searchable words of a headline, by the weight that they have among those of the article; with the language_mark().
CREATE OR REPLACE FUNCTION headline_words(words tsvector, language text) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  AS $$ BEGIN RETURN ts_filter(words, '{a}') || array_to_tsvector(ARRAY['=' || public.search_config(language)::text]); END $$;

SET LOCAL maintenance_work_mem = '256MB';
-- No list of pending entries: each step back would read it whole.
CREATE INDEX IF NOT EXISTS article_words_newest ON article
  USING gin (search_vector, headline_words(search_vector, language), listing_periods(listed_at)) WITH (fastupdate = off);
