-- The record that answers for an id, for the filters of lists. A subquery would do, but the planner could not see through it:
-- it asks a STABLE function while it plans, and so knows whether someone is in three articles or in three thousand.
CREATE FUNCTION survivor(given uuid) RETURNS uuid LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE COST 50 AS $$
BEGIN
  RETURN coalesce((SELECT survivor_id FROM merged_record WHERE id = given), given);
END $$;
