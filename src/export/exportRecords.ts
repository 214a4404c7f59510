import type pg from 'pg';

/**
 * Everything that articles and their records are, as JSON Lines that `verbatim import` takes: one record a line under its kind,
 * in an order in which each finds what it refers to. Read straight from the tables and not by the API's reader, because it holds
 * what the API shows nobody: where quotes stood in older versions, and old addresses. For operators only: drafts, embargoed and
 * withdrawn articles are among it.
 * @param client a session of its own; all is read in one snapshot
 * @returns lines without their ends
 */
export async function* exportedLines(client: pg.ClientBase): AsyncGenerator<string> {
  await client.query('/* export */ begin isolation level repeatable read read only');
  try {
    for (const { kind, from, columns, pageSize } of kinds) yield* linesOf(client, { kind, from, columns, pageSize });
  } finally {
    await client.query('commit');
  }
}

interface Kind {
  readonly kind: string;
  /** A query of rows with what they are sorted by, `place`, a text. */
  readonly from: string;
  /** The row as a JSON object. */
  readonly columns: string;
  readonly pageSize: number;
}

/** Page by page, so that no page is too large to be held. */
async function* linesOf(client: pg.ClientBase, { kind, from, columns, pageSize }: Kind): AsyncGenerator<string> {
  const text = `/* export ${kind} */ with page as (select * from (${from}) r where place > $1 order by place limit ${pageSize})
    select place, json_build_object('${kind}', json_strip_nulls(${columns}))::text as line from page r order by place`;
  for (let after = ''; ;) {
    const { rows } = await client.query<{ place: string; line: string }>(text, [after]);
    for (const { line } of rows) yield line;
    if (rows.length < pageSize) return;
    after = rows.at(-1)!.place;
  }
}

const sorted = (table: string, by = 'id::text'): string => `select *, (${by}) collate "C" as place from ${table}`;

const externalIds = (
  column: string,
): string => `(select json_agg(json_build_object('scheme', x.scheme, 'value', x.value)
  order by x.scheme, x.value) from external_id x where x.${column} = r.id)`;

const shared = `'id', r.id, 'slug', r.slug, 'name', r.name, 'aliases', to_json(r.aliases), 'listed', r.listed,
  'reviewStatus', r.review_status, 'createdAt', r.created_at`;

const spans = (
  table: string,
  owner: string,
  more = '',
): string => `(select json_agg(json_build_object('version', s.version,
    'index', s.index, 'start', s.start_offset, 'end', s.end_offset, 'text', s.text${more}) order by s.version, s.index)
  from ${table} s where s.${owner} = o.id)`;

const partOfArticle = (table: string, order: string, columns: string): string =>
  `(select json_agg(json_build_object(${columns}) order by ${order}) from ${table} o where o.article_id = r.id)`;

const review = `'method', o.method, 'confidence', o.confidence, 'reviewStatus', o.review_status, 'reviewedAt', o.reviewed_at,
  'reviewedBy', o.reviewed_by`;

const article = `json_build_object('id', r.id, 'slug', r.slug, 'uri', r.uri, 'status', r.status, 'version', r.version,
  'scheduledFor', r.scheduled_for, 'embargoedUntil', r.embargoed_until, 'publishedAt', r.published_at,
  'revisedAt', r.revised_at, 'createdAt', r.created_at, 'publicSince', r.public_since, 'statusSetAt', r.status_set_at, 'byline', r.byline, 'dateline', r.dateline, 'creditLine', r.credit_line,
  'language', r.language, 'genre', r.genre, 'urgency', r.urgency, 'keywords', to_json(r.keywords), 'located', r.located_id,
  'source', r.source_id,
  'subjects', (select json_agg(s.code order by s.code) from article_subject f join subject s on s.id = f.subject_id
    where f.article_id = r.id),
  'versions', ${partOfArticle(
    'article_version',
    'o.number',
    `'number', o.number, 'headline', o.headline,
    'standfirst', o.standfirst, 'body', o.body, 'createdAt', o.created_at, 'createdBy', o.created_by, 'reason', o.reason`,
  )},
  'images', ${partOfArticle(
    'image',
    'o.index',
    `'id', o.id, 'index', o.index, 'caption', o.caption,
    'creditLine', o.credit_line, 'photographer', o.photographer_id, 'takenOn', o.taken_on, 'located', o.located_id,
    'people', (select json_agg(p.person_id order by p.person_id) from image_person p where p.image_id = o.id)`,
  )},
  'corrections', ${partOfArticle(
    'correction',
    'o.created_at, o.id',
    `'id', o.id, 'kind', o.kind, 'text', o.text,
    'version', o.version, 'createdAt', o.created_at`,
  )},
  'mentions', ${partOfArticle(
    'mention',
    'o.position, o.id',
    `'id', o.id, 'version', o.version, 'rel', o.rel,
    'person', o.person_id, 'organization', o.organization_id, 'place', o.place_id, 'position', o.position, ${review},
    'spans', ${spans('mention_span', 'mention_id')}`,
  )},
  'quotes', ${partOfArticle(
    'quote',
    'o.position, o.id',
    `'id', o.id, 'version', o.version, 'text', o.text, 'kind', o.kind,
    'position', o.position, 'cueText', o.cue_text, 'cueStart', o.cue_start, 'cueEnd', o.cue_end,
    'speakerPerson', o.speaker_person_id, 'speakerOrganization', o.speaker_organization_id, 'speakerName', o.speaker_name,
    'speakerTitle', o.speaker_title, 'sourceType', o.source_type, 'saidAt', o.said_at, 'saidIn', o.said_in_id, ${review},
    'anchorState', o.anchor_state, 'createdAt', o.created_at,
    'spans', ${spans('quote_span', 'quote_id', `, 'prefix', s.prefix, 'suffix', s.suffix`)}`,
  )},
  'imported', (select json_build_object('digest', encode(i.digest, 'hex'), 'versionAt', i.version_at,
    'versionNumber', i.version_number, 'brought', i.brought::text, 'note', i.note, 'extracted', i.extracted)
    from imported_item i where i.article_id = r.id))`;

const kinds: readonly Kind[] = [
  {
    kind: 'subject',
    from: sorted('subject', 'code'),
    columns: `json_build_object('code', r.code, 'name', r.name, 'listed', r.listed)`,
    pageSize: 1000,
  },
  {
    kind: 'organization',
    from: sorted('organization'),
    columns: `json_build_object(${shared}, 'kind', r.kind, 'externalIds', ${externalIds('organization_id')})`,
    pageSize: 1000,
  },
  {
    kind: 'place',
    from: sorted('place'),
    columns: `json_build_object(${shared}, 'kind', r.kind, 'countryCode', r.country_code,
      'latitude', r.latitude, 'longitude', r.longitude, 'externalIds', ${externalIds('place_id')})`,
    pageSize: 1000,
  },
  {
    kind: 'person',
    from: sorted('person'),
    columns: `json_build_object(${shared}, 'description', r.description, 'externalIds', ${externalIds('person_id')})`,
    pageSize: 1000,
  },
  {
    kind: 'parent',
    from: sorted(
      `(select 'organization' as kind, id, parent_id from organization union all select 'place', id, parent_id from place) e
        where parent_id is not null`,
    ),
    columns: `json_build_object('kind', r.kind, 'id', r.id, 'parent', r.parent_id)`,
    pageSize: 1000,
  },
  { kind: 'article', from: sorted('article'), columns: article, pageSize: 100 },
  {
    kind: 'origin',
    from: sorted('article where rewritten_from_id is not null or translated_from_id is not null'),
    columns: `json_build_object('article', r.id, 'rewrittenFrom', r.rewritten_from_id, 'translatedFrom', r.translated_from_id)`,
    pageSize: 1000,
  },
  {
    kind: 'role',
    from: sorted('role'),
    columns: `json_build_object('id', r.id, 'person', r.person_id, 'title', r.title, 'organization', r.organization_id,
      'from', r.from_date, 'to', r.to_date, 'article', r.article_id)`,
    pageSize: 1000,
  },
  {
    kind: 'held',
    from: sorted('held_item', 'uri'),
    columns: `json_build_object('uri', r.uri, 'status', r.status, 'versionAt', r.version_at, 'versionNumber', r.version_number,
      'digest', encode(r.digest, 'hex'), 'note', r.note, 'at', r.at)`,
    pageSize: 1000,
  },
  {
    kind: 'merged',
    from: sorted('merged_record'),
    columns: `json_build_object('id', r.id, 'kind', r.kind, 'survivor', r.survivor_id, 'at', r.at)`,
    pageSize: 1000,
  },
  {
    kind: 'formerSlug',
    from: sorted('former_slug', `kind || ' ' || slug`),
    columns: `json_build_object('kind', r.kind, 'slug', r.slug, 'record', r.record_id)`,
    pageSize: 1000,
  },
];
