-- The newest articles that hold some words, without reading the older ones: a GIN index gives all rows that match, in
-- no order, so it holds the periods of an article's date beside the words, and a search asks for one step after the other.

-- The days since the year 600, within what a period's number has room for.
CREATE OR REPLACE FUNCTION listing_day(listed_at timestamptz) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN listed_at < '0600-01-01Z' THEN 0 WHEN listed_at >= '3400-01-01Z' THEN 1048575
    ELSE (listed_at AT TIME ZONE 'UTC')::date - DATE '0600-01-01' END $$;

-- The day, and the periods of 4, 16, … 65,536 days that contain the day: sixteen times the number of the period, and
-- its level. Unknown dates are a period of their own. The function is in plpgsql, because PostgreSQL would write an
-- SQL function out in every plan.
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

-- The way from the newest date back to the oldest known one, in steps; each step is a set of periods. The first step
-- reaches back as far as `recent` (all the way where `recent` is null), each further step about four times as far as
-- the one before. Unknown dates come last.
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
      IF first << 2 * level <= public.listing_day(recent) THEN
        RETURN NEXT;
        periods = '{}';
      END IF;
      last = (first >> 2) - 1;
    END LOOP;
  END IF;
  periods = periods || -1;
  RETURN NEXT;
END $$;
