/* read LatestQuotesBackwards */
select
  '{"data":{"quotes":' || (
    select
      '{"totalCount":' || (
        select
          count(*)::text
        from
          quote t2
          join article t3 on t3.id = t2.article_id
        where
          t2.review_status <> 'REJECTED'
          and t2.anchor_state in ('ANCHORED', 'MOVED')
          and t3.status = 'PUBLISHED'
          and (
            t3.embargoed_until is null
            or t3.embargoed_until <= now()
          )
          and t2.kind = any ($1::quote_kind[])
      ) || ',"pageInfo":{"hasNextPage":false,"hasPreviousPage":' || (count(*) > 2)::text || '},"edges":[' || coalesce(
        string_agg(
          '{"node":{"position":' || t2.position::text || ',"text":' || to_json(t2.text)::text || '}}',
          ','
          order by
            t2.rn desc
        ) filter (
          where
            t2.rn <= 2
        ),
        ''
      ) || ']}'
    from
      (
        select
          page.*,
          row_number() over () as rn
        from
          (
            select
              t2.*
            from
              quote t2
              join article t3 on t3.id = t2.article_id
            where
              t2.review_status <> 'REJECTED'
              and t2.anchor_state in ('ANCHORED', 'MOVED')
              and t3.status = 'PUBLISHED'
              and (
                t3.embargoed_until is null
                or t3.embargoed_until <= now()
              )
              and t2.kind = any ($1::quote_kind[])
            order by
              t2.article_listed_at asc,
              t2.article_created_at asc,
              t2.article_id asc,
              (- t2.position) asc,
              t2.id asc
            limit
              3
          ) page
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":15,"limit":20000}}}' as answer
