/* read EverythingAsEditor */
select
  '{"data":{"articles":' || (
    select
      '{"edges":[' || coalesce(
        string_agg(
          '{"node":{"status":"' || t2.status::text || '","embargoedUntil":' || coalesce(to_char(t2.embargoed_until at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null') || ',"versions":' || (
            select
              '{"edges":[' || coalesce(
                string_agg(
                  '{"node":{"number":' || t3.number::text || ',"createdBy":' || coalesce(to_json(t3.created_by)::text, 'null') || ',"reason":' || coalesce(to_json(t3.reason)::text, 'null') || '}}',
                  ','
                ),
                ''
              ) || ']}'
            from
              (
                select
                  t3.*
                from
                  article_version t3
                where
                  t3.article_id = t2.id
                order by
                  t3.number desc,
                  t3.id desc
                limit
                  20
              ) t3
            having
              true
          ) || ',"quotes":{"totalCount":' || (
            select
              count(*)::text
            from
              quote t4
            where
              t4.article_id = t2.id
              and t4.review_status = any ($1::review_status[])
          ) || '}}}',
          ','
        ),
        ''
      ) || ']}'
    from
      (
        select
          t2.*
        from
          article t2
        where
          true
        order by
          t2.listed_at asc,
          t2.created_at asc,
          t2.id asc
        limit
          1
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":34,"limit":20000}}}' as answer
