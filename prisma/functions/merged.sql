-- Records that were merged into others.

-- The record that answers for an id, for the filters of lists. A subquery would do, but the planner cannot look into
-- one: it evaluates a STABLE function while it plans, and so knows whether a person is in three articles or in three
-- thousand.
CREATE OR REPLACE FUNCTION survivor(given uuid) RETURNS uuid LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE COST 50 AS $$
BEGIN
  RETURN coalesce((SELECT survivor_id FROM merged_record WHERE id = given), given);
END $$;
