import type { FieldRequest } from './model';
import { givenId } from './ids';
import type { ExecutionContext } from './executionContext';
import { join, type Param, sql, type Sql } from './sql';
import { currentSlug, knownSurvivorOf, survivorOf } from './survivors';
import { slugTag, type Tag } from './dependencyTracker';
import { bind, bindText } from './values';

/** A reference to one record, as its input type in the contract has it (`PersonRef`): exactly one member is set. */
export type Ref = Readonly<Record<string, unknown>>;

/** The record that a reference names: the column that finds it, that column's value, and what decides which record it is. */
export interface Referred {
  readonly column: string;
  readonly value: Sql;
  /** Tags that change when the reference comes to name another record. */
  readonly means?: (execution: ExecutionContext) => Tag | readonly Tag[];
  /** The tag of all such records, where no other tells that the reference comes to name another one. */
  readonly listed?: Tag;
}

/** How each member of a reference finds a record of a kind. */
export type RefKeys = Readonly<Record<string, (value: unknown, where: string) => Referred>>;

/** A uuid parameter made of a global id; null, which names nothing, for an id of another kind and for what is no id at all. */
export function bindUuid(prefix: string, value: unknown, where: string): Param {
  return bind(value, 'uuid', (id) => {
    const parsed = givenId(id, where);
    return parsed?.prefix === prefix ? parsed.uuid : null;
  });
}

/** By its global id; a merged record's id names the survivor. */
export function byId(prefix: string): RefKeys[string] {
  return (value, where) => {
    const id = bindUuid(prefix, value, where);
    return {
      column: 'id',
      value: survivorOf(prefix, id),
      means: (execution) => `merged/${id.read(execution) as string}`,
    };
  };
}

/** By a text of its own that never names another record. */
export const byText =
  (column: string): RefKeys[string] =>
  (value, where) => ({ column, value: sql`${bindText(value, where)}` });

/** By its slug, or one that it had. */
function bySlug(prefix: string): RefKeys[string] {
  return (value, where) => {
    const slug = bindText(value, where);
    return {
      column: 'slug',
      value: currentSlug(prefix, slug),
      means: (execution) => slugTag(prefix, slug.read(execution) as string),
    };
  };
}

/** By its id in another catalogue. */
function byExternalId(prefix: string, listed: Tag): RefKeys[string] {
  return (value, where) => {
    const { scheme, value: id } = value as { readonly scheme: unknown; readonly value: unknown };
    const found = sql`(select x.${prefix}_id from external_id x
      where x.scheme = ${bindText(scheme, `${where}.scheme`)} and x.value = ${bindText(id, `${where}.value`)})`;
    return { column: 'id', value: found, listed };
  };
}

const entityKeys = (prefix: string, listed: Tag): RefKeys => ({
  id: byId(prefix),
  slug: bySlug(prefix),
  externalId: byExternalId(prefix, listed),
});

/** The references of the contract, by the prefix of the global ids of what they name. */
export const refKeys = {
  article: { id: byId('article'), slug: byText('slug'), uri: byText('uri') },
  person: entityKeys('person', 'people'),
  organization: entityKeys('organization', 'organizations'),
  place: entityKeys('place', 'places'),
  subject: { id: byId('subject'), code: byText('code') },
} as const satisfies Readonly<Record<string, RefKeys>>;

/** The kinds of records that references name. */
export type RefKind = keyof typeof refKeys;

/** What a reference names. `where` names the argument in messages. */
export function referred(keys: RefKeys, ref: Ref, where: string): Referred {
  const [[key, value]] = Object.entries(ref) as [[string, unknown]];
  return keys[key]!(value, `${where}.${key}`);
}

/** The uuid of the record that a reference of a filter names; null where it names none. The planner is to know an id's beforehand. */
function uuidIn(kind: RefKind, ref: Ref, where: string): Sql {
  if ('id' in ref) {
    const id = bindUuid(kind, ref.id, where);
    return kind === 'article' || kind === 'subject' ? sql`${id}` : knownSurvivorOf(id);
  }
  const { column, value } = referred(refKeys[kind], ref, where);
  return column === 'id' ? value : sql`(select ref.id from ${kind} ref where ref.${column} = ${value})`;
}

/** The references in a filter's value that may name a record of that kind: those of the kind, and those of `SpeakerRef`. */
function refsOf(kind: RefKind, value: unknown): readonly Ref[] {
  return (value as readonly Readonly<Record<string, unknown>>[]).flatMap((ref) => {
    const own = ref[kind] as Ref | undefined;
    if ('person' in ref || 'organization' in ref) return own === undefined ? [] : [own];
    return [ref];
  });
}

/**
 * The condition that a column holds one of the records that a list of references names. Of one reference it is an equality, so that
 * an index on the column keeps its order.
 */
export function isOneOf(column: Sql, kind: RefKind, value: unknown, where: string): Sql {
  const uuids = refsOf(kind, value).map((ref) => uuidIn(kind, ref, where));
  if (uuids.length === 0) return sql`false`;
  return uuids.length === 1 ? sql`${column} = ${uuids[0]!}` : sql`${column} in (${join(uuids, ', ')})`;
}

/** The uuids of the records of a kind that a filter's references name, and the tags of what decides which those are. */
export function refDependencies(
  kind: RefKind,
  value: unknown,
  where: string,
): readonly {
  readonly uuid: Sql;
  readonly means: (execution: ExecutionContext) => Tag | readonly Tag[];
  readonly listed: Tag | undefined;
}[] {
  return refsOf(kind, value).map((ref) => {
    const { means = () => [], listed } = referred(refKeys[kind], ref, where);
    return { uuid: uuidIn(kind, ref, where), means, listed };
  });
}

/** Notes what the record that a reference names depends on. */
export function noteReferred({ compiler: { tracker } }: FieldRequest, { means, listed }: Referred): void {
  if (means) tracker?.argumentTags.push(means);
  if (listed !== undefined) tracker?.tags.add(listed);
}
