/* read SearchAsEditor */
select
  '{"search":' || (
    select
      '{"edges":[' || coalesce(
        string_agg(
          '{"snippet":' || to_json(
            case t2.kind
              when 'article' then (
                select
                  replace(
                    replace(
                      replace(
                        replace(
                          replace(
                            regexp_replace(
                              ts_headline(
                                search_config (a.language),
                                concat_ws(E'
', v.headline, v.standfirst, v.body),
                                websearch_to_tsquery(search_config (a.language), $1::text),
                                'MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … ",StartSel=' || chr(2) || ',StopSel=' || chr(3)
                              ),
                              '\s+',
                              ' ',
                              'g'
                            ),
                            '&',
                            '&amp;'
                          ),
                          '<',
                          '&lt;'
                        ),
                        '>',
                        '&gt;'
                      ),
                      chr(2),
                      '<mark>'
                    ),
                    chr(3),
                    '</mark>'
                  )
                from
                  article a
                  join article_version v on v.article_id = a.id
                  and v.number = a.version
                where
                  a.id = t2.id
              )
              when 'quote' then (
                select
                  replace(
                    replace(
                      replace(
                        replace(
                          replace(
                            regexp_replace(
                              ts_headline(
                                search_config (a.language),
                                q.text,
                                websearch_to_tsquery(search_config (a.language), $1::text),
                                'MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … ",StartSel=' || chr(2) || ',StopSel=' || chr(3)
                              ),
                              '\s+',
                              ' ',
                              'g'
                            ),
                            '&',
                            '&amp;'
                          ),
                          '<',
                          '&lt;'
                        ),
                        '>',
                        '&gt;'
                      ),
                      chr(2),
                      '<mark>'
                    ),
                    chr(3),
                    '</mark>'
                  )
                from
                  quote q
                  join article a on a.id = q.article_id
                where
                  q.id = t2.id
              )
              when 'person' then (
                select
                  replace(
                    replace(
                      replace(
                        replace(
                          replace(
                            chr(2) || (
                              select
                                n
                              from
                                unnest(array[e.name] || e.aliases) n
                              order by
                                word_similarity (name_key ($1::text), name_key (n)) desc,
                                n
                              limit
                                1
                            ) || chr(3),
                            '&',
                            '&amp;'
                          ),
                          '<',
                          '&lt;'
                        ),
                        '>',
                        '&gt;'
                      ),
                      chr(2),
                      '<mark>'
                    ),
                    chr(3),
                    '</mark>'
                  )
                from
                  person e
                where
                  e.id = t2.id
              )
              when 'organization' then (
                select
                  replace(
                    replace(
                      replace(
                        replace(
                          replace(
                            chr(2) || (
                              select
                                n
                              from
                                unnest(array[e.name] || e.aliases) n
                              order by
                                word_similarity (name_key ($1::text), name_key (n)) desc,
                                n
                              limit
                                1
                            ) || chr(3),
                            '&',
                            '&amp;'
                          ),
                          '<',
                          '&lt;'
                        ),
                        '>',
                        '&gt;'
                      ),
                      chr(2),
                      '<mark>'
                    ),
                    chr(3),
                    '</mark>'
                  )
                from
                  organization e
                where
                  e.id = t2.id
              )
              when 'place' then (
                select
                  replace(
                    replace(
                      replace(
                        replace(
                          replace(
                            chr(2) || (
                              select
                                n
                              from
                                unnest(array[e.name] || e.aliases) n
                              order by
                                word_similarity (name_key ($1::text), name_key (n)) desc,
                                n
                              limit
                                1
                            ) || chr(3),
                            '&',
                            '&amp;'
                          ),
                          '<',
                          '&lt;'
                        ),
                        '>',
                        '&gt;'
                      ),
                      chr(2),
                      '<mark>'
                    ),
                    chr(3),
                    '</mark>'
                  )
                from
                  place e
                where
                  e.id = t2.id
              )
            end
          )::text || ',"node":' || coalesce(
            (
              select
                '{"__typename":"Article"}'
              from
                article t3
              where
                t2.kind = 'article'
                and t3.id = t2.id
            ),
            (
              select
                '{"__typename":"Quote"}'
              from
                quote t4
              where
                t2.kind = 'quote'
                and t4.id = t2.id
            ),
            (
              select
                '{"__typename":"Person"}'
              from
                person t5
              where
                t2.kind = 'person'
                and t5.id = t2.id
            ),
            (
              select
                '{"__typename":"Organization"}'
              from
                organization t6
              where
                t2.kind = 'organization'
                and t6.id = t2.id
            ),
            (
              select
                '{"__typename":"Place"}'
              from
                place t7
              where
                t2.kind = 'place'
                and t7.id = t2.id
            )
          ) || '}',
          ','
        ),
        ''
      ) || ']}'
    from
      (
        select
          t2.*
        from
          (
            select
              'article' as kind,
              a.id,
              ts_rank(a.search_vector, websearch_to_tsquery(search_config (a.language), $1::text), 32) as rank
            from
              (
                select
                  a.id,
                  a.search_vector,
                  a.language
                from
                  (
                    select
                      *
                    from
                      article a
                    where
                      a.search_vector @@ (
                        select
                          search_query ($1::text)
                      )
                    order by
                      a.listed_at desc,
                      a.created_at desc,
                      a.id desc
                    offset
                      0
                  ) a
                where
                  true
                order by
                  a.listed_at desc,
                  a.created_at desc,
                  a.id desc
                limit
                  500
              ) a
            union all
            select
              'quote' as kind,
              q.id,
              ts_rank(
                q.search_vector,
                websearch_to_tsquery(
                  search_config (
                    (
                      select
                        l.language
                      from
                        article l
                      where
                        l.id = q.article_id
                    )
                  ),
                  $1::text
                ),
                32
              ) as rank
            from
              (
                select
                  q.id,
                  q.search_vector,
                  q.article_id
                from
                  (
                    select
                      *
                    from
                      quote q
                    where
                      q.search_vector @@ (
                        select
                          search_query ($1::text)
                      )
                    order by
                      q.article_listed_at desc,
                      q.article_created_at desc,
                      q.article_id desc,
                      (- q.position) desc,
                      q.id desc
                    offset
                      0
                  ) q
                where
                  true
                order by
                  q.article_listed_at desc,
                  q.article_created_at desc,
                  q.article_id desc,
                  (- q.position) desc,
                  q.id desc
                limit
                  500
              ) q
          ) t2
        where
          true
        order by
          t2.rank desc,
          t2.kind desc,
          t2.id desc
        limit
          3
      ) t2
    having
      true
  ) || '}' as data
