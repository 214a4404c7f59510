-- Stretches of time that are searched for words grow by four instead of sixteen: of 500,000 articles, a longer stretch costs more than
-- one more question.

-- The way from the newest date back to the oldest known one, in stretches: each is a set of periods. The first reaches back as far as
-- `recent` (all the way where that is null), each further one about four times as far as the one before; unknown dates come last.
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
