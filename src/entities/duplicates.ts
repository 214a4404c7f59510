import { Prisma } from '../generated/prisma/client';
import type { GivenName } from './givenNames';
import type { EntityName, EntityRow, ExternalId, Writing } from './kind';

/** One that is stored under one of the names. */
export interface Namesake {
  readonly row: EntityRow;
  readonly externalIds: readonly ExternalId[];
}

/** Whether two of the same name are known to be two: a catalogue that gives each thing one id gives them different ones. */
export function areCataloguedApart(one: readonly ExternalId[], other: readonly ExternalId[]): boolean {
  return one.some(({ scheme, value }) => {
    const values = other.filter((id) => id.scheme === scheme).map((id) => id.value);
    return values.length > 0 && !values.includes(value);
  });
}

/**
 * Notes each one of the kind that has one of the names, accents and case aside, unless it is known to be another one.
 * @param isAnother whether what the input says tells it from that one
 */
export async function checkNamesakes(
  { tx, userErrors }: Writing,
  kind: EntityName,
  names: readonly GivenName[],
  self: string | null,
  isAnother: (namesake: Namesake) => boolean,
): Promise<void> {
  const table = Prisma.raw(kind);
  const column = Prisma.raw(`${kind}_id`);
  const pattern = Prisma.sql`E'%\n' || replace(replace(replace(name_key(n.name), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || E'\n%'`;
  const found = await tx.$queryRaw<(Namesake & { place: bigint })[]>`
    /* namesakes */ select n.place, to_jsonb(e) as row, (
      select coalesce(jsonb_agg(jsonb_build_object('scheme', x.scheme, 'value', x.value)), '[]')
      from external_id x where x.${column} = e.id) as "externalIds"
    from unnest(${names.map(({ text }) => text)}::text[]) with ordinality as n (name, place)
    join ${table} e on e.name_keys like ${pattern} and e.id is distinct from ${self}::uuid order by n.place, e.id`;
  const told = new Set<string>();
  for (const namesake of found) {
    const { row, place } = namesake;
    if (told.has(row.id) || isAnother(namesake)) continue;
    told.add(row.id);
    const message = `"${row.name}" has this name already: use that ${kind}; or, where this is another one, give a slug of its own.`;
    userErrors.add('DUPLICATE', names[Number(place) - 1]!.path, message, { kind, id: row.id });
  }
}
