/* read MisspeltName */
select
  '{"people":' || (
    select
      '{"totalCount":' || (
        select
          count(*)::text
        from
          person t2
        where
          (
            t2.listed
            or exists (
              select
                1
              from
                mention vm
              where
                vm.person_id = t2.id
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
                quote vq
              where
                vq.speaker_person_id = t2.id
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
                vi.photographer_id = t2.id
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
            or exists (
              select
                1
              from
                image_person vp
                join image vi on vi.id = vp.image_id
              where
                vp.person_id = t2.id
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
          and (
            (
              select
                name_key ($1::text)
            ) <% t2.name_keys
            or t2.name_keys like (
              select
                E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
            )
          )
      ) || ',"edges":[' || coalesce(
        string_agg(
          '{"node":{"name":' || to_json(t2.name)::text || ',"aliases":' || to_json(t2.aliases)::text || ',"mentions":' || (
            select
              '{"edges":[' || coalesce(
                string_agg(
                  '{"node":{"rel":"' || t3.rel::text || '","spans":' || (
                    select
                      '[' || coalesce(string_agg('{"text":' || to_json(t4.text)::text || '}', ','), '') || ']'
                    from
                      (
                        select
                          t4.*
                        from
                          mention_span t4
                        where
                          t4.mention_id = t3.id
                          and t4.version = t3.version
                        order by
                          t4.index
                      ) t4
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
                  mention t3
                where
                  t3.person_id = t2.id
                  and t3.review_status <> 'REJECTED'
                  and exists (
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
                order by
                  t3.article_listed_at desc,
                  t3.article_created_at desc,
                  t3.article_id desc,
                  (- t3.position) desc,
                  t3.id desc
                limit
                  20
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
          person t2
        where
          (
            t2.listed
            or exists (
              select
                1
              from
                mention vm
              where
                vm.person_id = t2.id
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
                quote vq
              where
                vq.speaker_person_id = t2.id
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
                vi.photographer_id = t2.id
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
            or exists (
              select
                1
              from
                image_person vp
                join image vi on vi.id = vp.image_id
              where
                vp.person_id = t2.id
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
          and (
            (
              select
                name_key ($1::text)
            ) <% t2.name_keys
            or t2.name_keys like (
              select
                E'%
' || replace(replace(replace(name_key ($1::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
            )
          )
        order by
          (
            case
              when t2.name_keys like (
                select
                  E'%
' || replace(replace(replace(name_key ($2::text), '\', '\\'), '%', '\%'), '_', '\_') || E'
%'
              ) then 1
              else 0.49 * (
                word_similarity (
                  (
                    select
                      name_key ($2::text)
                  ),
                  t2.name_keys
                ) + similarity (
                  (
                    select
                      name_key ($2::text)
                  ),
                  t2.sort_name
                )
              )
            end
          )::real desc,
          t2.id desc
        limit
          3
      ) t2
    having
      true
  ) || '}' as data
