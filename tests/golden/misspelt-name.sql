/* read MisspeltName */
select
  '{"data":{"people":' || (
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
                      '[' || coalesce(string_agg('{"text":' || to_json(t5.text)::text || '}', ','), '') || ']'
                    from
                      (
                        select
                          t5.*
                        from
                          mention_span t5
                        where
                          t5.mention_id = t3.id
                          and t5.version = t3.version
                        order by
                          t5.index
                      ) t5
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
                  join article t4 on t4.id = t3.article_id
                where
                  t3.person_id = t2.id
                  and t3.review_status <> 'REJECTED'
                  and t4.status = 'PUBLISHED'
                  and (
                    t4.embargoed_until is null
                    or t4.embargoed_until <= now()
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
  ) || '},"extensions":{"cost":{"requested":377,"limit":20000}}}' as answer
