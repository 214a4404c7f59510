/* read QuotesByParagraph */
select
  '{"data":{"article":' || coalesce(
    (
      select
        '{"paragraphs":' || (
          select
            '[' || coalesce(
              string_agg(
                '{"index":' || t3.index::text || ',"start":' || t3.start_offset::text || ',"end":' || t3.end_offset::text || ',"quotes":' || (
                  select
                    '[' || coalesce(
                      string_agg(
                        '{"position":' || t4.position::text || ',"cue":' || coalesce(
                          case
                            when t4.cue_text is not null then '{"text":' || to_json(t4.cue_text)::text || '}'
                          end,
                          'null'
                        ) || ',"paragraph":' || coalesce(
                          (
                            select
                              '{"index":' || t5.index::text || '}'
                            from
                              (
                                select
                                  p.*,
                                  v.article_id,
                                  v.number as version
                                from
                                  article_version v,
                                  paragraphs (v.body) p
                                where
                                  v.article_id = t4.article_id
                                  and v.number = t4.version
                              ) t5
                            where
                              (
                                select
                                  s.start_offset
                                from
                                  quote_span s
                                where
                                  s.quote_id = t4.id
                                  and s.version = t4.version
                                order by
                                  s.index
                                limit
                                  1
                              ) >= t5.start_offset
                              and (
                                select
                                  s.start_offset
                                from
                                  quote_span s
                                where
                                  s.quote_id = t4.id
                                  and s.version = t4.version
                                order by
                                  s.index
                                limit
                                  1
                              ) < t5.end_offset
                          ),
                          'null'
                        ) || '}',
                        ','
                      ),
                      ''
                    ) || ']'
                  from
                    (
                      select
                        t4.*
                      from
                        quote t4
                      where
                        t4.article_id = t3.article_id
                        and t4.version = t3.version
                        and exists (
                          select
                            1
                          from
                            quote_span s
                          where
                            s.quote_id = t4.id
                            and s.version = t4.version
                            and s.start_offset < t3.end_offset
                            and s.end_offset > t3.start_offset
                        )
                        and t4.review_status <> 'REJECTED'
                        and t4.anchor_state in ('ANCHORED', 'MOVED')
                      order by
                        t4.position,
                        t4.id desc
                    ) t4
                ) || '}',
                ','
              ),
              ''
            ) || ']'
          from
            (
              select
                t3.*
              from
                (
                  select
                    p.*,
                    t2.id as article_id,
                    t2.version as version
                  from
                    paragraphs (t2_words.body) p
                ) t3
              where
                true
              order by
                t3.index
            ) t3
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
  ) || '},"extensions":{"cost":{"requested":56,"limit":20000}}}' as answer
