/* read DirectivesAndFragments */
select
  '{"data":{"spot":' || coalesce(
    (
      select
        '{"__typename":"Place","name":' || to_json(t2.name)::text || ',"placeKind":"' || t2.kind::text || '","located":' || coalesce(
          (
            select
              '{"name":' || to_json(t3.name)::text || '}'
            from
              place t3
            where
              t3.id = t2.parent_id
          ),
          'null'
        ) || ',"within":' || coalesce(
          (
            select
              '{"__typename":"Place","name":' || to_json(t4.name)::text || ',"placeKind":"' || t4.kind::text || '","located":' || coalesce(
                (
                  select
                    '{"name":' || to_json(t5.name)::text || '}'
                  from
                    place t5
                  where
                    t5.id = t4.parent_id
                ),
                'null'
              ) || '}'
            from
              place t4
            where
              t4.id = t2.parent_id
          ),
          'null'
        ) || ',"quotesSaidHere":' || (
          select
            '{"edges":[' || coalesce(array_to_string((array_agg('{"__typename":"QuoteEdge"}'::text)) [1:1], ','), '') || '],"pageInfo":{"hasNextPage":' || (count(*) > 1)::text || '}}'
          from
            (
              select
                t6.*
              from
                quote t6
                join article t7 on t7.id = t6.article_id
              where
                t6.said_in_id = t2.id
                and t6.review_status <> 'REJECTED'
                and t6.anchor_state in ('ANCHORED', 'MOVED')
                and t7.status = 'PUBLISHED'
                and (
                  t7.embargoed_until is null
                  or t7.embargoed_until <= now()
                )
              order by
                t6.article_listed_at desc,
                t6.article_created_at desc,
                t6.article_id desc,
                (- t6.position) desc,
                t6.id desc
              limit
                2
            ) t6
          having
            true
        ) || '}'
      from
        place t2
      where
        t2.slug = coalesce(
          (
            select
              s.slug
            from
              former_slug f
              join place s on s.id = f.record_id
            where
              f.kind = 'place'
              and f.slug = $1::text
          ),
          $1::text
        )
        and true
        and (
          (
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
                    vm.place_id = t2.id
                    and vm.review_status <> 'REJECTED'
                  union all
                  select
                    vl.id as article_id
                  from
                    article vl
                  where
                    vl.located_id = t2.id
                  union all
                  select
                    vq.article_id
                  from
                    quote vq
                  where
                    vq.said_in_id = t2.id
                    and vq.review_status <> 'REJECTED'
                    and vq.anchor_state in ('ANCHORED', 'MOVED')
                  union all
                  select
                    vi.article_id
                  from
                    image vi
                  where
                    vi.located_id = t2.id
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
                  p.parent_id = t2.id
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
    ),
    'null'
  ) || ',"__type":' || $2::text || ',"who":' || $3::text || '},"extensions":{"cost":{"requested":7,"limit":20000}}}' as answer
