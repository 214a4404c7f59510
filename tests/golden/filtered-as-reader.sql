/* read FilteredAsReader */
select
  '{"data":{"articles":' || (
    select
      '{"totalCount":' || (
        select
          count(*)::text
        from
          article t2
        where
          t2.status = 'PUBLISHED'
          and (
            t2.embargoed_until is null
            or t2.embargoed_until <= now()
          )
          and t2.status = any ($1::article_status[])
          and t2.language = $2::text
          and t2.listed_at >= $3::timestamptz
          and t2.search_vector @@ (
            select
              search_query ($4::text)
          )
      ) || ',"pageInfo":{"hasNextPage":false,"hasPreviousPage":' || (count(*) > 5)::text || '},"edges":[' || coalesce(
        string_agg(
          '{"node":{"headline":' || to_json(t2.headline)::text || '}}',
          ','
          order by
            t2.rn desc
        ) filter (
          where
            t2.rn <= 5
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
              article t2
            where
              t2.status = 'PUBLISHED'
              and (
                t2.embargoed_until is null
                or t2.embargoed_until <= now()
              )
              and t2.status = any ($1::article_status[])
              and t2.language = $2::text
              and t2.listed_at >= $3::timestamptz
              and t2.search_vector @@ (
                select
                  search_query ($4::text)
              )
            order by
              ts_rank(t2.search_vector, websearch_to_tsquery(search_config (t2.language), $5::text)) asc,
              t2.listed_at asc,
              t2.created_at asc,
              t2.id asc
            limit
              6
          ) page
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":18,"limit":20000}}}' as answer
