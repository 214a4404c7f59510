/* read SearchPage */
select
  '{"data":{"search":' || (
    select
      '{"totalCount":' || (
        select
          count(*)::text
        from
          (
            with
              sought_in as materialized (
                select
                  l.config::regconfig as config,
                  websearch_to_tsquery(l.config::regconfig, $1::text) as query
                from
                  search_language l
              ),
              sought as materialized (
                select
                  string_agg(distinct '(' || query::text || ')', ' | ')::tsquery as query,
                  bool_or(query::text like '%!%') as negates
                from
                  sought_in
                where
                  numnode(query) > 0
              ),
              way_back as materialized (
                select
                  periods
                from
                  periods_back (
                    (
                      select
                        max(listed_at)
                      from
                        article
                    ),
                    (
                      select
                        listed_at
                      from
                        article
                      order by
                        listed_at desc
                      offset
                        1000
                      limit
                        1
                    ),
                    (
                      select
                        min(listed_at)
                      from
                        article
                      where
                        listed_at > '-infinity'
                    )
                  )
              )
            select
              'article' as kind,
              a.id,
              ts_rank(a.search_vector, s.query, 32) as rank
            from
              (
                select distinct
                  on (a.id) a.*
                from
                  (
                    (
                      select
                        a.*
                      from
                        way_back
                        cross join lateral (
                          select
                            a.id,
                            a.search_vector,
                            a.language
                          from
                            article a
                          where
                            listing_periods (a.listed_at) && way_back.periods
                            and headline_words (a.search_vector, a.language) @@ (
                              select
                                query
                              from
                                sought
                            )
                            and (
                              (
                                select
                                  not negates
                                from
                                  sought
                              )
                              or a.search_vector @@ (
                                select
                                  query
                                from
                                  sought
                              )
                            )
                            and a.status = 'PUBLISHED'
                            and (
                              a.embargoed_until is null
                              or a.embargoed_until <= now()
                            )
                          order by
                            a.listed_at desc,
                            a.created_at desc,
                            a.id desc
                          limit
                            200
                        ) a
                      limit
                        200
                    )
                    union all
                    (
                      select
                        a.*
                      from
                        way_back
                        cross join lateral (
                          select
                            a.id,
                            a.search_vector,
                            a.language
                          from
                            article a
                          where
                            listing_periods (a.listed_at) && way_back.periods
                            and a.search_vector @@ (
                              select
                                query
                              from
                                sought
                            )
                            and a.status = 'PUBLISHED'
                            and (
                              a.embargoed_until is null
                              or a.embargoed_until <= now()
                            )
                          order by
                            a.listed_at desc,
                            a.created_at desc,
                            a.id desc
                          limit
                            200
                        ) a
                      limit
                        200
                    )
                  ) a
              ) a
              join sought_in s on s.config = search_config (a.language)
              and a.search_vector @@ s.query
            union all
            select
              'quote' as kind,
              q.id,
              ts_rank(q.search_vector, s.query, 32) as rank
            from
              (
                select
                  q.*,
                  of_article.*
                from
                  way_back
                  cross join lateral (
                    select
                      q.id,
                      q.search_vector,
                      q.article_id
                    from
                      quote q
                    where
                      listing_periods (q.article_listed_at) && way_back.periods
                      and q.search_vector @@ (
                        select
                          query
                        from
                          sought
                      )
                      and q.review_status <> 'REJECTED'
                      and q.anchor_state in ('ANCHORED', 'MOVED')
                    order by
                      q.article_listed_at desc,
                      q.article_created_at desc,
                      q.article_id desc,
                      (- q.position) desc,
                      q.id desc
                    offset
                      0
                  ) q
                  cross join lateral (
                    select
                      va.language
                    from
                      article va
                    where
                      va.id = q.article_id
                      and va.status = 'PUBLISHED'
                      and (
                        va.embargoed_until is null
                        or va.embargoed_until <= now()
                      )
                    limit
                      1
                  ) of_article
                limit
                  300
              ) q
              join sought_in s on s.config = search_config (q.language)
              and q.search_vector @@ s.query
            union all
            (
              select
                'person' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    person n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  n.listed
                  or exists (
                    select
                      1
                    from
                      (
                        select
                          vm.article_id
                        from
                          mention vm
                        where
                          vm.person_id = n.id
                          and vm.review_status <> 'REJECTED'
                        union all
                        select
                          vq.article_id
                        from
                          quote vq
                        where
                          vq.speaker_person_id = n.id
                          and vq.review_status <> 'REJECTED'
                          and vq.anchor_state in ('ANCHORED', 'MOVED')
                        union all
                        select
                          vi.article_id
                        from
                          image vi
                        where
                          vi.photographer_id = n.id
                        union all
                        select
                          vi.article_id
                        from
                          image_person vs
                          join image vi on vi.id = vs.image_id
                        where
                          vs.person_id = n.id
                      ) vp
                      join article va on va.id = vp.article_id
                    where
                      va.status = 'PUBLISHED'
                      and (
                        va.embargoed_until is null
                        or va.embargoed_until <= now()
                      )
                  )
                )
              limit
                50
            )
            union all
            (
              select
                'organization' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    organization n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  (
                    n.listed
                    or exists (
                      select
                        1
                      from
                        (
                          select
                            vm.article_id
                          from
                            mention vm
                          where
                            vm.organization_id = n.id
                            and vm.review_status <> 'REJECTED'
                          union all
                          select
                            vq.article_id
                          from
                            quote vq
                          where
                            vq.speaker_organization_id = n.id
                            and vq.review_status <> 'REJECTED'
                            and vq.anchor_state in ('ANCHORED', 'MOVED')
                          union all
                          select
                            vs.id as article_id
                          from
                            article vs
                          where
                            vs.source_id = n.id
                        ) vp
                        join article va on va.id = vp.article_id
                      where
                        va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                  )
                  or exists (
                    with recursive
                      part as (
                        select
                          o.id,
                          o.listed
                        from
                          organization o
                        where
                          o.parent_id = n.id
                        union
                        select
                          o.id,
                          o.listed
                        from
                          organization o
                          join part on o.parent_id = part.id
                      )
                    select
                      1
                    from
                      part
                    where
                      (
                        part.listed
                        or exists (
                          select
                            1
                          from
                            (
                              select
                                vm.article_id
                              from
                                mention vm
                              where
                                vm.organization_id = part.id
                                and vm.review_status <> 'REJECTED'
                              union all
                              select
                                vq.article_id
                              from
                                quote vq
                              where
                                vq.speaker_organization_id = part.id
                                and vq.review_status <> 'REJECTED'
                                and vq.anchor_state in ('ANCHORED', 'MOVED')
                              union all
                              select
                                vs.id as article_id
                              from
                                article vs
                              where
                                vs.source_id = part.id
                            ) vp
                            join article va on va.id = vp.article_id
                          where
                            va.status = 'PUBLISHED'
                            and (
                              va.embargoed_until is null
                              or va.embargoed_until <= now()
                            )
                        )
                      )
                  )
                )
              limit
                50
            )
            union all
            (
              select
                'place' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    place n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  (
                    n.listed
                    or exists (
                      select
                        1
                      from
                        (
                          select
                            vm.article_id
                          from
                            mention vm
                          where
                            vm.place_id = n.id
                            and vm.review_status <> 'REJECTED'
                          union all
                          select
                            vl.id as article_id
                          from
                            article vl
                          where
                            vl.located_id = n.id
                          union all
                          select
                            vq.article_id
                          from
                            quote vq
                          where
                            vq.said_in_id = n.id
                            and vq.review_status <> 'REJECTED'
                            and vq.anchor_state in ('ANCHORED', 'MOVED')
                          union all
                          select
                            vi.article_id
                          from
                            image vi
                          where
                            vi.located_id = n.id
                        ) vp
                        join article va on va.id = vp.article_id
                      where
                        va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                  )
                  or exists (
                    with recursive
                      part as (
                        select
                          p.id,
                          p.listed
                        from
                          place p
                        where
                          p.parent_id = n.id
                        union
                        select
                          p.id,
                          p.listed
                        from
                          place p
                          join part on p.parent_id = part.id
                      )
                    select
                      1
                    from
                      part
                    where
                      (
                        part.listed
                        or exists (
                          select
                            1
                          from
                            (
                              select
                                vm.article_id
                              from
                                mention vm
                              where
                                vm.place_id = part.id
                                and vm.review_status <> 'REJECTED'
                              union all
                              select
                                vl.id as article_id
                              from
                                article vl
                              where
                                vl.located_id = part.id
                              union all
                              select
                                vq.article_id
                              from
                                quote vq
                              where
                                vq.said_in_id = part.id
                                and vq.review_status <> 'REJECTED'
                                and vq.anchor_state in ('ANCHORED', 'MOVED')
                              union all
                              select
                                vi.article_id
                              from
                                image vi
                              where
                                vi.located_id = part.id
                            ) vp
                            join article va on va.id = vp.article_id
                          where
                            va.status = 'PUBLISHED'
                            and (
                              va.embargoed_until is null
                              or va.embargoed_until <= now()
                            )
                        )
                      )
                  )
                )
              limit
                50
            )
          ) t2
        where
          true
      ) || ',"edges":[' || coalesce(
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
                '{"__typename":"Article","headline":' || to_json(t3.headline)::text || '}'
              from
                article t3
              where
                t2.kind = 'article'
                and t3.id = t2.id
            ),
            (
              select
                '{"__typename":"Quote","text":' || to_json(t4.text)::text || ',"speakerName":' || coalesce(to_json(t4.speaker_name)::text, 'null') || '}'
              from
                quote t4
              where
                t2.kind = 'quote'
                and t4.id = t2.id
            ),
            (
              select
                '{"__typename":"Person","name":' || to_json(t5.name)::text || '}'
              from
                person t5
              where
                t2.kind = 'person'
                and t5.id = t2.id
            ),
            (
              select
                '{"__typename":"Organization","name":' || to_json(t6.name)::text || '}'
              from
                organization t6
              where
                t2.kind = 'organization'
                and t6.id = t2.id
            ),
            (
              select
                '{"__typename":"Place","name":' || to_json(t7.name)::text || '}'
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
            with
              sought_in as materialized (
                select
                  l.config::regconfig as config,
                  websearch_to_tsquery(l.config::regconfig, $1::text) as query
                from
                  search_language l
              ),
              sought as materialized (
                select
                  string_agg(distinct '(' || query::text || ')', ' | ')::tsquery as query,
                  bool_or(query::text like '%!%') as negates
                from
                  sought_in
                where
                  numnode(query) > 0
              ),
              way_back as materialized (
                select
                  periods
                from
                  periods_back (
                    (
                      select
                        max(listed_at)
                      from
                        article
                    ),
                    (
                      select
                        listed_at
                      from
                        article
                      order by
                        listed_at desc
                      offset
                        1000
                      limit
                        1
                    ),
                    (
                      select
                        min(listed_at)
                      from
                        article
                      where
                        listed_at > '-infinity'
                    )
                  )
              )
            select
              'article' as kind,
              a.id,
              ts_rank(a.search_vector, s.query, 32) as rank
            from
              (
                select distinct
                  on (a.id) a.*
                from
                  (
                    (
                      select
                        a.*
                      from
                        way_back
                        cross join lateral (
                          select
                            a.id,
                            a.search_vector,
                            a.language
                          from
                            article a
                          where
                            listing_periods (a.listed_at) && way_back.periods
                            and headline_words (a.search_vector, a.language) @@ (
                              select
                                query
                              from
                                sought
                            )
                            and (
                              (
                                select
                                  not negates
                                from
                                  sought
                              )
                              or a.search_vector @@ (
                                select
                                  query
                                from
                                  sought
                              )
                            )
                            and a.status = 'PUBLISHED'
                            and (
                              a.embargoed_until is null
                              or a.embargoed_until <= now()
                            )
                          order by
                            a.listed_at desc,
                            a.created_at desc,
                            a.id desc
                          limit
                            200
                        ) a
                      limit
                        200
                    )
                    union all
                    (
                      select
                        a.*
                      from
                        way_back
                        cross join lateral (
                          select
                            a.id,
                            a.search_vector,
                            a.language
                          from
                            article a
                          where
                            listing_periods (a.listed_at) && way_back.periods
                            and a.search_vector @@ (
                              select
                                query
                              from
                                sought
                            )
                            and a.status = 'PUBLISHED'
                            and (
                              a.embargoed_until is null
                              or a.embargoed_until <= now()
                            )
                          order by
                            a.listed_at desc,
                            a.created_at desc,
                            a.id desc
                          limit
                            200
                        ) a
                      limit
                        200
                    )
                  ) a
              ) a
              join sought_in s on s.config = search_config (a.language)
              and a.search_vector @@ s.query
            union all
            select
              'quote' as kind,
              q.id,
              ts_rank(q.search_vector, s.query, 32) as rank
            from
              (
                select
                  q.*,
                  of_article.*
                from
                  way_back
                  cross join lateral (
                    select
                      q.id,
                      q.search_vector,
                      q.article_id
                    from
                      quote q
                    where
                      listing_periods (q.article_listed_at) && way_back.periods
                      and q.search_vector @@ (
                        select
                          query
                        from
                          sought
                      )
                      and q.review_status <> 'REJECTED'
                      and q.anchor_state in ('ANCHORED', 'MOVED')
                    order by
                      q.article_listed_at desc,
                      q.article_created_at desc,
                      q.article_id desc,
                      (- q.position) desc,
                      q.id desc
                    offset
                      0
                  ) q
                  cross join lateral (
                    select
                      va.language
                    from
                      article va
                    where
                      va.id = q.article_id
                      and va.status = 'PUBLISHED'
                      and (
                        va.embargoed_until is null
                        or va.embargoed_until <= now()
                      )
                    limit
                      1
                  ) of_article
                limit
                  300
              ) q
              join sought_in s on s.config = search_config (q.language)
              and q.search_vector @@ s.query
            union all
            (
              select
                'person' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    person n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  n.listed
                  or exists (
                    select
                      1
                    from
                      (
                        select
                          vm.article_id
                        from
                          mention vm
                        where
                          vm.person_id = n.id
                          and vm.review_status <> 'REJECTED'
                        union all
                        select
                          vq.article_id
                        from
                          quote vq
                        where
                          vq.speaker_person_id = n.id
                          and vq.review_status <> 'REJECTED'
                          and vq.anchor_state in ('ANCHORED', 'MOVED')
                        union all
                        select
                          vi.article_id
                        from
                          image vi
                        where
                          vi.photographer_id = n.id
                        union all
                        select
                          vi.article_id
                        from
                          image_person vs
                          join image vi on vi.id = vs.image_id
                        where
                          vs.person_id = n.id
                      ) vp
                      join article va on va.id = vp.article_id
                    where
                      va.status = 'PUBLISHED'
                      and (
                        va.embargoed_until is null
                        or va.embargoed_until <= now()
                      )
                  )
                )
              limit
                50
            )
            union all
            (
              select
                'organization' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    organization n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  (
                    n.listed
                    or exists (
                      select
                        1
                      from
                        (
                          select
                            vm.article_id
                          from
                            mention vm
                          where
                            vm.organization_id = n.id
                            and vm.review_status <> 'REJECTED'
                          union all
                          select
                            vq.article_id
                          from
                            quote vq
                          where
                            vq.speaker_organization_id = n.id
                            and vq.review_status <> 'REJECTED'
                            and vq.anchor_state in ('ANCHORED', 'MOVED')
                          union all
                          select
                            vs.id as article_id
                          from
                            article vs
                          where
                            vs.source_id = n.id
                        ) vp
                        join article va on va.id = vp.article_id
                      where
                        va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                  )
                  or exists (
                    with recursive
                      part as (
                        select
                          o.id,
                          o.listed
                        from
                          organization o
                        where
                          o.parent_id = n.id
                        union
                        select
                          o.id,
                          o.listed
                        from
                          organization o
                          join part on o.parent_id = part.id
                      )
                    select
                      1
                    from
                      part
                    where
                      (
                        part.listed
                        or exists (
                          select
                            1
                          from
                            (
                              select
                                vm.article_id
                              from
                                mention vm
                              where
                                vm.organization_id = part.id
                                and vm.review_status <> 'REJECTED'
                              union all
                              select
                                vq.article_id
                              from
                                quote vq
                              where
                                vq.speaker_organization_id = part.id
                                and vq.review_status <> 'REJECTED'
                                and vq.anchor_state in ('ANCHORED', 'MOVED')
                              union all
                              select
                                vs.id as article_id
                              from
                                article vs
                              where
                                vs.source_id = part.id
                            ) vp
                            join article va on va.id = vp.article_id
                          where
                            va.status = 'PUBLISHED'
                            and (
                              va.embargoed_until is null
                              or va.embargoed_until <= now()
                            )
                        )
                      )
                  )
                )
              limit
                50
            )
            union all
            (
              select
                'place' as kind,
                n.id,
                n.rank
              from
                (
                  select
                    n.*,
                    (
                      case
                        when n.name_keys like (
                          select
                            E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                        ) then 1
                        else 0.49 * (
                          word_similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.name_keys
                          ) + similarity (
                            (
                              select
                                name_key ($1::text)
                            ),
                            n.sort_name
                          )
                        )
                      end
                    )::real as rank
                  from
                    place n
                  where
                    (
                      (
                        select
                          name_key ($1::text)
                      ) <% n.name_keys
                      or n.name_keys like (
                        select
                          E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
                      )
                    )
                  order by
                    rank desc,
                    n.id desc
                  offset
                    0
                ) n
              where
                (
                  (
                    n.listed
                    or exists (
                      select
                        1
                      from
                        (
                          select
                            vm.article_id
                          from
                            mention vm
                          where
                            vm.place_id = n.id
                            and vm.review_status <> 'REJECTED'
                          union all
                          select
                            vl.id as article_id
                          from
                            article vl
                          where
                            vl.located_id = n.id
                          union all
                          select
                            vq.article_id
                          from
                            quote vq
                          where
                            vq.said_in_id = n.id
                            and vq.review_status <> 'REJECTED'
                            and vq.anchor_state in ('ANCHORED', 'MOVED')
                          union all
                          select
                            vi.article_id
                          from
                            image vi
                          where
                            vi.located_id = n.id
                        ) vp
                        join article va on va.id = vp.article_id
                      where
                        va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                  )
                  or exists (
                    with recursive
                      part as (
                        select
                          p.id,
                          p.listed
                        from
                          place p
                        where
                          p.parent_id = n.id
                        union
                        select
                          p.id,
                          p.listed
                        from
                          place p
                          join part on p.parent_id = part.id
                      )
                    select
                      1
                    from
                      part
                    where
                      (
                        part.listed
                        or exists (
                          select
                            1
                          from
                            (
                              select
                                vm.article_id
                              from
                                mention vm
                              where
                                vm.place_id = part.id
                                and vm.review_status <> 'REJECTED'
                              union all
                              select
                                vl.id as article_id
                              from
                                article vl
                              where
                                vl.located_id = part.id
                              union all
                              select
                                vq.article_id
                              from
                                quote vq
                              where
                                vq.said_in_id = part.id
                                and vq.review_status <> 'REJECTED'
                                and vq.anchor_state in ('ANCHORED', 'MOVED')
                              union all
                              select
                                vi.article_id
                              from
                                image vi
                              where
                                vi.located_id = part.id
                            ) vp
                            join article va on va.id = vp.article_id
                          where
                            va.status = 'PUBLISHED'
                            and (
                              va.embargoed_until is null
                              or va.embargoed_until <= now()
                            )
                        )
                      )
                  )
                )
              limit
                50
            )
          ) t2
        where
          true
        order by
          t2.rank desc,
          t2.kind desc,
          t2.id desc
        limit
          10
      ) t2
    having
      true
  ) || '},"extensions":{"cost":{"requested":81,"limit":20000}}}' as answer
