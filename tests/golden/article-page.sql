/* read ArticlePage */
select
  '{"data":{"article":' || coalesce(
    (
      select
        '{"id":"article_' || t2.id::text || '","headline":' || to_json(t2.headline)::text || ',"byline":' || coalesce(to_json(t2.byline)::text, 'null') || ',"dateline":' || coalesce(to_json(t2.dateline)::text, 'null') || ',"publishedAt":' || coalesce(to_char(t2.published_at at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null') || ',"body":' || to_json(t2_words.body)::text || ',"quotes":' || (
          select
            '{"edges":[' || coalesce(
              string_agg(
                '{"node":{"text":' || to_json(t3.text)::text || ',"kind":"' || t3.kind::text || '","position":' || t3.position::text || ',"speakerName":' || coalesce(to_json(t3.speaker_name)::text, 'null') || ',"speakerTitle":' || coalesce(to_json(t3.speaker_title)::text, 'null') || ',"spans":' || (
                  select
                    '[' || coalesce(string_agg('{"start":' || t4.start_offset::text || ',"end":' || t4.end_offset::text || '}', ','), '') || ']'
                  from
                    (
                      select
                        t4.*
                      from
                        quote_span t4
                      where
                        t4.quote_id = t3.id
                        and t4.version = t3.version
                      order by
                        t4.index
                    ) t4
                ) || ',"speaker":' || coalesce(
                  coalesce(
                    (
                      select
                        '{"__typename":"Person","id":"person_' || t5.id::text || '","name":' || to_json(t5.name)::text || '}'
                      from
                        person t5
                      where
                        t5.id = t3.speaker_person_id
                    ),
                    (
                      select
                        '{"__typename":"Organization","id":"organization_' || t6.id::text || '","name":' || to_json(t6.name)::text || '}'
                      from
                        organization t6
                      where
                        t6.id = t3.speaker_organization_id
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
                100
            ) t3
          having
            true
        ) || ',"people":' || (
          select
            '{"edges":[' || coalesce(
              string_agg(
                '{"node":{"id":"person_' || t7.id::text || '","name":' || to_json(t7.name)::text || ',"description":' || coalesce(to_json(t7.description)::text, 'null') || '}}',
                ','
              ),
              ''
            ) || ']}'
          from
            (
              select
                t7.*
              from
                person t7
              where
                t7.id in (
                  select
                    m.person_id
                  from
                    mention m
                  where
                    m.article_id = t2.id
                    and m.review_status <> 'REJECTED'
                )
              order by
                t7.sort_name asc,
                t7.id asc
              limit
                100
            ) t7
          having
            true
        ) || ',"places":' || (
          select
            '{"edges":[' || coalesce(
              string_agg(
                '{"node":{"slug":' || to_json(t8.slug)::text || ',"name":' || to_json(t8.name)::text || ',"placeKind":"' || t8.kind::text || '"}}',
                ','
              ),
              ''
            ) || ']}'
          from
            (
              select
                t8.*
              from
                place t8
              where
                t8.id in (
                  select
                    m.place_id
                  from
                    mention m
                  where
                    m.article_id = t2.id
                    and m.review_status <> 'REJECTED'
                )
              order by
                t8.sort_name asc,
                t8.id asc
              limit
                100
            ) t8
          having
            true
        ) || '}'
      from
        article t2
        cross join lateral (
          select
            v.*
          from
            article_version v
          where
            v.article_id = t2.id
            and v.number = t2.version
          limit
            1
        ) t2_words
      where
        t2.slug = $1::text
        and true
        and t2.status = 'PUBLISHED'
        and (
          t2.embargoed_until is null
          or t2.embargoed_until <= now()
        )
    ),
    'null'
  ) || '},"extensions":{"cost":{"requested":904,"limit":20000}}}' as answer
