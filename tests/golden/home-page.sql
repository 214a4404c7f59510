/* read HomePage */
select
  '{"data":{"articles":' || (
    select
      '{"edges":[' || coalesce(
        string_agg(
          '{"node":{"slug":' || to_json(t2.slug)::text || ',"headline":' || to_json(t2.headline)::text || ',"standfirst":' || coalesce(to_json(t2.standfirst)::text, 'null') || ',"publishedAt":' || coalesce(to_char(t2.published_at at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null') || ',"quotes":' || (
            select
              '{"edges":[' || coalesce(
                string_agg(
                  '{"node":{"text":' || to_json(t3.text)::text || ',"speakerName":' || coalesce(to_json(t3.speaker_name)::text, 'null') || ',"speaker":' || coalesce(
                    coalesce(
                      (
                        select
                          '{"__typename":"Person","slug":' || to_json(t4.slug)::text || ',"name":' || to_json(t4.name)::text || '}'
                        from
                          person t4
                        where
                          t4.id = t3.speaker_person_id
                      ),
                      (
                        select
                          '{"__typename":"Organization","slug":' || to_json(t5.slug)::text || ',"name":' || to_json(t5.name)::text || '}'
                        from
                          organization t5
                        where
                          t5.id = t3.speaker_organization_id
                      )
                    ),
                    'null'
                  ) || '}}',
                  ','
                ),
                ''
              ) || ']}'
            from
              (
                select
                  t3.*
                from
                  quote t3
                where
                  t3.article_id = t2.id
                  and t3.review_status <> 'REJECTED'
                  and t3.anchor_state in ('ANCHORED', 'MOVED')
                order by
                  (- t3.position) desc,
                  t3.id desc
                limit
                  3
              ) t3
            having
              true
          ) || '}}',
          ','
        ) filter (
          where
            t2.rn <= 20
        ),
        ''
      ) || '],"pageInfo":{"hasNextPage":' || (count(*) > 20)::text || '}}'
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
            order by
              t2.listed_at desc,
              t2.created_at desc,
              t2.id desc
            limit
              21
          ) page
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":162,"limit":20000}}}' as answer
