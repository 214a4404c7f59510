import { future } from './articles';
import type { Row, Tables, Value } from './columns';
import type { Random } from './random';
import { printed } from './words';

const embargo = '2026-01-01T00:00:00.000Z';
/** Before, at and after the end of that embargo. */
const withdrawn = ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z'];
const moments = [null, ...withdrawn, '2222-02-22T22:22:22.222Z'];
const kinds = ['person', 'organization', 'place'] as const;

/** A world with what only the work of a newsroom leaves behind: notices, keys, merged records, slugs of before, an audit trail. */
export function addDesk(random: Random, world: Tables): Tables {
  const rows = new Map(world);
  const of = (table: string): readonly Row[] => rows.get(table) ?? [];
  const articles = of('article').map((row) =>
    row.status === 'WITHDRAWN'
      ? {
          ...row,
          embargoed_until: random.pick([embargo, embargo, embargo, null, future]),
          public_since: random.maybe(0.8, () => random.pick(withdrawn)),
        }
      : row,
  );
  rows.set('article', articles);
  rows.set('correction', [
    ...of('correction'),
    ...articles.filter(({ status }) => status === 'WITHDRAWN').flatMap((row, index) => notices(random, row, index)),
  ]);
  const merged = kinds.flatMap((kind) => makeMerged(random, kind, of(kind)));
  rows.set('merged_record', merged);
  rows.set(
    'former_slug',
    kinds.flatMap((kind) => makeFormerSlugs(random, kind, of(kind))),
  );
  const keys = Array.from({ length: 9 }, () => makeKey(random));
  rows.set('api_key', keys);
  const changed = ['article', 'quote', ...kinds].flatMap((kind) => random.sample(of(kind), 8).map(named(kind)));
  const gone = [...keys.map(named('key')), ...merged, nobody(random)];
  rows.set(
    'audit_entry',
    [...changed, ...changed, ...gone].map((record) => makeEntry(random, record)),
  );
  return rows;
}

/** What stands in the place of a withdrawn article; it is seldom missing, and those that stood there before may be later. */
function notices(random: Random, article: Row, index: number): Row[] {
  if (random.chance(0.1)) return [];
  const notice = {
    id: random.uuid(),
    article_id: article.id ?? null,
    kind: random.pick(['RETRACTION', 'KILL']),
    text: printed(random, 'en', 6),
    version: article.version ?? null,
    created_at: article.embargoed_until === embargo ? (withdrawn[index % 3] ?? null) : random.pick(withdrawn),
  };
  return [notice];
}

function makeMerged(random: Random, kind: string, entities: readonly Row[]): (Row & Named)[] {
  return random
    .sample(entities, 10)
    .map(({ id }) => ({ id: random.uuid(), kind, survivor_id: id ?? null, at: '2025-01-01T00:00:00.000Z' }));
}

function makeFormerSlugs(random: Random, kind: string, entities: readonly Row[]): Row[] {
  return random
    .sample(entities, 10)
    .map(({ id }, index) => ({ kind, slug: `${kind}-was-${index}`, record_id: id ?? null }));
}

function makeKey(random: Random): Row {
  return {
    id: random.uuid(),
    name: random.pick(['The "desk" é🦊', 'import', 'import', '</script>']),
    role: random.pick(['READER', 'EDITOR', 'ADMIN']),
    prefix: random.pick(['vb_abc', 'vb_"', 'vb_\\']),
    hash: `\\x${`${random.uuid()}${random.uuid()}`.replaceAll('-', '')}`,
    created_at: random.pick(withdrawn),
    last_used_at: random.pick(moments),
    expires_at: random.pick(moments),
    revoked_at: random.pick(moments),
  };
}

/** A record as the audit trail names it. */
interface Named {
  readonly kind: Value;
  readonly id: Value;
}

const named =
  (kind: string) =>
  ({ id }: Row): Named => ({ kind, id: id ?? null });

function nobody(random: Random): Named {
  return { kind: 'quote', id: random.uuid() };
}

function makeEntry(random: Random, { kind, id }: Named): Row {
  return {
    id: random.uuid(),
    at: random.pick(withdrawn),
    actor: random.pick(['The "desk" é🦊', 'scheduler', 'a\\b']),
    action: random.pick(['draftArticle', 'reviseQuote', 'mergePeople']),
    record_kind: kind,
    record_id: id,
    from_version: random.maybe(0.5, () => random.int(1, 3)),
    to_version: random.maybe(0.5, () => random.int(1, 3)),
  };
}
