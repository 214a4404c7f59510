/* read PersonPage */
select
  '{"data":{"person":' || coalesce(
    (
      select
        '{"name":' || to_json(t2.name)::text || ',"aliases":' || to_json(t2.aliases)::text || ',"description":' || coalesce(to_json(t2.description)::text, 'null') || ',"roles":' || (
          select
            '[' || coalesce(
              string_agg(
                '{"title":' || to_json(t3.title)::text || ',"organization":' || coalesce(
                  (
                    select
                      '{"name":' || to_json(t4.name)::text || '}'
                    from
                      organization t4
                    where
                      t4.id = t3.organization_id
                      and (
                        (
                          t4.listed
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
                                  vm.organization_id = t4.id
                                  and vm.review_status <> 'REJECTED'
                                union all
                                select
                                  vq.article_id
                                from
                                  quote vq
                                where
                                  vq.speaker_organization_id = t4.id
                                  and vq.review_status <> 'REJECTED'
                                  and vq.anchor_state in ('ANCHORED', 'MOVED')
                                union all
                                select
                                  vs.id as article_id
                                from
                                  article vs
                                where
                                  vs.source_id = t4.id
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
                                o.parent_id = t4.id
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
                  ),
                  'null'
                ) || ',"from":' || coalesce('"' || to_char(t3.from_date, 'YYYY-MM-DD') || '"', 'null') || ',"to":' || coalesce('"' || to_char(t3.to_date, 'YYYY-MM-DD') || '"', 'null') || '}',
                ','
              ),
              ''
            ) || ']'
          from
            (
              select
                t3.*
              from
                role t3
              where
                t3.person_id = t2.id
                and (
                  t3.article_id is null
                  or exists (
                    select
                      1
                    from
                      article va
                    where
                      va.id = t3.article_id
                      and va.status = 'PUBLISHED'
                      and (
                        va.embargoed_until is null
                        or va.embargoed_until <= now()
                      )
                  )
                )
              order by
                t3.from_date desc nulls last,
                t3.to_date desc nulls first,
                t3.title collate "C",
                t3.id
            ) t3
        ) || ',"quotes":' || (
          select
            '{"totalCount":' || (
              select
                count(*)::text
              from
                quote t5
                join article t6 on t6.id = t5.article_id
              where
                t5.speaker_person_id = t2.id
                and t5.review_status <> 'REJECTED'
                and t5.anchor_state in ('ANCHORED', 'MOVED')
                and t6.status = 'PUBLISHED'
                and (
                  t6.embargoed_until is null
                  or t6.embargoed_until <= now()
                )
            ) || ',"pageInfo":{"hasNextPage":' || (count(*) > 20)::text || '},"edges":[' || coalesce(
              array_to_string(
                (
                  array_agg(
                    '{"node":{"citation":' || to_json(
                      case t5.kind
                        when 'INDIRECT' then t5.text
                        else '“' || t5.text || '”'
                      end || ' — ' || coalesce(
                        (
                          select
                            p.name
                          from
                            person p
                          where
                            p.id = t5.speaker_person_id
                        ),
                        (
                          select
                            o.name
                          from
                            organization o
                          where
                            o.id = t5.speaker_organization_id
                        ),
                        t5.speaker_name,
                        'unnamed'
                      ) || coalesce(', ' || t5.speaker_title, '') || '. ' || (
                        select
                          a.headline || coalesce(
                            ', ' || (
                              select
                                s.name
                              from
                                organization s
                              where
                                s.id = a.source_id
                            ),
                            ''
                          ) || coalesce(', ' || to_char(a.published_at at time zone 'UTC', 'FMDD FMMonth YYYY'), '') || '.'
                        from
                          article a
                        where
                          a.id = t5.article_id
                      )
                    )::text || ',"article":{"headline":' || to_json(t5.t6_headline)::text || ',"publishedAt":' || coalesce(to_char(t5.t6_published_at at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""'), 'null') || '}}}'
                  )
                ) [1:20],
                ','
              ),
              ''
            ) || ']}'
          from
            (
              select
                t5.*,
                t6.headline as t6_headline,
                t6.published_at as t6_published_at
              from
                quote t5
                join article t6 on t6.id = t5.article_id
              where
                t5.speaker_person_id = t2.id
                and t5.review_status <> 'REJECTED'
                and t5.anchor_state in ('ANCHORED', 'MOVED')
                and t6.status = 'PUBLISHED'
                and (
                  t6.embargoed_until is null
                  or t6.embargoed_until <= now()
                )
              order by
                t5.article_listed_at desc,
                t5.article_created_at desc,
                t5.article_id desc,
                (- t5.position) desc,
                t5.id desc
              limit
                21
            ) t5
          having
            true
        ) || '}'
      from
        person t2
      where
        t2.slug = coalesce(
          (
            select
              s.slug
            from
              former_slug f
              join person s on s.id = f.record_id
            where
              f.kind = 'person'
              and f.slug = $1::text
          ),
          $1::text
        )
        and true
        and (
          t2.listed
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
                  vm.person_id = t2.id
                  and vm.review_status <> 'REJECTED'
                union all
                select
                  vq.article_id
                from
                  quote vq
                where
                  vq.speaker_person_id = t2.id
                  and vq.review_status <> 'REJECTED'
                  and vq.anchor_state in ('ANCHORED', 'MOVED')
                union all
                select
                  vi.article_id
                from
                  image vi
                where
                  vi.photographer_id = t2.id
                union all
                select
                  vi.article_id
                from
                  image_person vs
                  join image vi on vi.id = vs.image_id
                where
                  vs.person_id = t2.id
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
    ),
    'null'
  ) || '},"extensions":{"cost":{"requested":63,"limit":20000}}}' as answer
