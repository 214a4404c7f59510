import type { Prisma } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';
import { type Circumstances, decide, type Decision, type Held, type Stored } from './stateRule';

/** What is stored of an article that has an item's uri. */
export interface StoredItem extends Stored {
  readonly id: string;
  readonly uri: string;
  readonly version: number;
  readonly extracted: boolean;
  /** The values that an import last brought, by their names; null where none did, or nobody knows. */
  readonly brought: Brought | null;
}

/** The values of an item that an article has, as they are compared with the article's. */
export type Brought = Readonly<Record<string, unknown>>;

/** What is known here under some uris, and the database's clock. */
export interface Known {
  readonly now: Date;
  readonly stored: ReadonlyMap<string, StoredItem>;
  readonly held: ReadonlyMap<string, Held>;
}

type Reading = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** Looks up what is stored, and what is held back, under the uris. */
export async function storedItems(tx: Reading, uris: readonly string[]): Promise<Known> {
  const rows = await tx.$queryRaw<(Omit<StoredItem, 'broughtEmbargo'> & Numbered)[]>`
    /* items by uri */ select a.id::text, a.uri, a.version, a.status::text as status, a.embargoed_until as "embargoedUntil",
      a.status_set_at as "statusSetAt", i.digest, i.version_at as "versionAt", i.version_number::float8 as "versionNumber",
      coalesce(i.extracted, false) as extracted, i.brought,
      a.status = 'WITHDRAWN' and coalesce((select c.kind = 'RETRACTION' from correction c where c.article_id = a.id
        and c.kind in ('RETRACTION', 'KILL') order by c.created_at desc, c.id desc limit 1), false) as "isRetracted"
    from article a left join imported_item i on i.article_id = a.id where a.uri = any(${uris}::text[])`;
  const [clock] = await tx.$queryRaw<{ now: Date; held: (Held & { uri: string })[] | null }[]>`
    /* held items by uri */ select now(), (select jsonb_agg(jsonb_build_object('uri', h.uri, 'status', h.status,
      'versionAt', h.version_at, 'versionNumber', h.version_number, 'digest', encode(h.digest, 'hex')))
      from held_item h where h.uri = any(${uris}::text[])) as held`;
  const stored = rows.map((row) => ({ ...row, broughtEmbargo: embargoIn(row.brought) }));
  return {
    now: clock!.now,
    stored: new Map(stored.map((row) => [row.uri, row])),
    held: new Map((clock!.held ?? []).map((row) => [row.uri, heldOf(row)])),
  };
}

interface Numbered {
  readonly versionNumber: number | null;
}

function embargoIn(brought: Brought | null): Date | null | undefined {
  const embargo = brought?.embargoedUntil;
  if (embargo === undefined) return undefined;
  return embargo === null ? null : new Date(embargo as string);
}

function heldOf({ versionAt, digest, ...row }: Held): Held {
  return { ...row, versionAt: versionAt && new Date(versionAt), digest: Buffer.from(String(digest), 'hex') };
}

/** What becomes of an item by what is known of its uri. */
export function decisionOn(item: CheckedItem, known: Known, given: Omit<Circumstances, 'now'>): Decision {
  const [stored, held] = [known.stored.get(item.uri) ?? null, known.held.get(item.uri) ?? null];
  return decide(item, stored, held, { ...given, now: known.now });
}
