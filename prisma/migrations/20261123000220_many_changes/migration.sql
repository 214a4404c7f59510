-- Once more than 2,000 tags are told together, everything is, in one message: those of articles under embargo count twice, so one
-- of the two kinds could have fewer and still be too long for a message. The whole statement failed then.
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
