/* read Deep */
select
  '{"data":{"articles":' || (
    select
      '{"edges":[' || coalesce(
        string_agg(
          '{"node":{"headline":' || to_json(t2.headline)::text || ',"people":' || (
            select
              '{"edges":[' || coalesce(
                string_agg(
                  '{"node":{"name":' || to_json(t3.name)::text || ',"quotes":' || (
                    select
                      '{"edges":[' || coalesce(
                        string_agg(
                          '{"node":{"text":' || to_json(t4.text)::text || ',"article":{"headline":' || to_json(t4.t5_headline)::text || '}}}',
                          ','
                        ),
                        ''
                      ) || ']}'
                    from
                      (
                        select
                          t4.*,
                          t5.headline as t5_headline
                        from
                          quote t4
                          join article t5 on t5.id = t4.article_id
                        where
                          t4.speaker_person_id = t3.id
                          and t4.review_status <> 'REJECTED'
                          and t4.anchor_state in ('ANCHORED', 'MOVED')
                          and t5.status = 'PUBLISHED'
                          and (
                            t5.embargoed_until is null
                            or t5.embargoed_until <= now()
                          )
                        order by
                          t4.article_listed_at desc,
                          t4.article_created_at desc,
                          t4.article_id desc,
                          (- t4.position) desc,
                          t4.id desc
                        limit
                          5
                      ) t4
                    having
                      true
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
                  person t3
                where
                  t3.id in (
                    select
                      m.person_id
                    from
                      mention m
                    where
                      m.article_id = t2.id
                      and m.review_status <> 'REJECTED'
                  )
                order by
                  t3.sort_name asc,
                  t3.id asc
                limit
                  5
              ) t3
            having
              true
          ) || '}}',
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
          20
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":1241,"limit":20000}}}' as answer
