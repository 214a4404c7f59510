/* read DirectivesAndFragments */
select
  '{"spot":' || coalesce(
    (
      select
        '{"__typename":"Place","name":' || to_json(t2.name)::text || ',"kind":"' || t2.kind::text || '","located":' || coalesce(
          (
            select
              '{"name":' || to_json(t3.name)::text || '}'
            from
              place t3
            where
              t3.id = t2.parent_id
          ),
          'null'
        ) || ',"parent":' || coalesce(
          (
            select
              '{"__typename":"Place","name":' || to_json(t4.name)::text || ',"kind":"' || t4.kind::text || '","located":' || coalesce(
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
        and (
          (
            t2.listed
            or exists (
              select
                1
              from
                mention vm
              where
                vm.place_id = t2.id
                and vm.review_status <> 'REJECTED'
                and exists (
                  select
                    1
                  from
                    article va
                  where
                    va.id = vm.article_id
                    and va.status = 'PUBLISHED'
                    and (
                      va.embargoed_until is null
                      or va.embargoed_until <= now()
                    )
                )
            )
            or exists (
              select
                1
              from
                article va
              where
                va.located_id = t2.id
                and va.status = 'PUBLISHED'
                and (
                  va.embargoed_until is null
                  or va.embargoed_until <= now()
                )
            )
            or exists (
              select
                1
              from
                quote vq
              where
                vq.said_in_id = t2.id
                and vq.review_status <> 'REJECTED'
                and vq.anchor_state in ('ANCHORED', 'MOVED')
                and exists (
                  select
                    1
                  from
                    article va
                  where
                    va.id = vq.article_id
                    and va.status = 'PUBLISHED'
                    and (
                      va.embargoed_until is null
                      or va.embargoed_until <= now()
                    )
                )
            )
            or exists (
              select
                1
              from
                image vi
              where
                vi.located_id = t2.id
                and exists (
                  select
                    1
                  from
                    article va
                  where
                    va.id = vi.article_id
                    and va.status = 'PUBLISHED'
                    and (
                      va.embargoed_until is null
                      or va.embargoed_until <= now()
                    )
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
                    mention vm
                  where
                    vm.place_id = part.id
                    and vm.review_status <> 'REJECTED'
                    and exists (
                      select
                        1
                      from
                        article va
                      where
                        va.id = vm.article_id
                        and va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                )
                or exists (
                  select
                    1
                  from
                    article va
                  where
                    va.located_id = part.id
                    and va.status = 'PUBLISHED'
                    and (
                      va.embargoed_until is null
                      or va.embargoed_until <= now()
                    )
                )
                or exists (
                  select
                    1
                  from
                    quote vq
                  where
                    vq.said_in_id = part.id
                    and vq.review_status <> 'REJECTED'
                    and vq.anchor_state in ('ANCHORED', 'MOVED')
                    and exists (
                      select
                        1
                      from
                        article va
                      where
                        va.id = vq.article_id
                        and va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                )
                or exists (
                  select
                    1
                  from
                    image vi
                  where
                    vi.located_id = part.id
                    and exists (
                      select
                        1
                      from
                        article va
                      where
                        va.id = vi.article_id
                        and va.status = 'PUBLISHED'
                        and (
                          va.embargoed_until is null
                          or va.embargoed_until <= now()
                        )
                    )
                )
              )
          )
        )
    ),
    'null'
  ) || ',"__type":' || $2::text || ',"who":' || $3::text || '}' as data
