import { slugOf } from '../articles/slug';
import type { EntityName, ExternalId, Writing } from './kind';

/** What a change may take that nothing else of its kind may have, or that must not be changed by two at a time. */
export interface Claim {
  readonly slugs: readonly string[];
  readonly names: readonly string[];
  readonly externalIds: readonly ExternalId[];
  /** Whether it says what is a part of what. */
  readonly tree: boolean;
}

/**
 * Makes others who want one of the same names wait until we are done, so that they see who has it. All at once and in one
 * order, so that no two wait for each other; always the first lock of a command on entities. Whoever stores what was found in
 * many texts reserves no single names: one lock stands for all of them.
 */
export async function reserve({ tx }: Writing, kind: EntityName, claim: Claim): Promise<void> {
  const labels = [
    ...claim.slugs.map((slug) => `${kind} slug ${slug.replace(/-[0-9]+$/, '')}`),
    ...claim.externalIds.map(({ scheme, value }) => `external id ${scheme} ${value}`),
    ...(claim.tree ? [treeOf(kind)] : []),
  ];
  await tx.$executeRaw`
    /* reserve against findings */ select pg_advisory_xact_lock_shared(hashtextextended('findings', 0))`;
  await tx.$executeRaw`
    /* reserve names */ select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(label, 0) as key from (
        select unnest(${labels}::text[]) as label
        union all select ${`${kind} name `} || name_key(name) from unnest(${claim.names}::text[]) as name
      ) labels order by key) keys`;
}

/** Makes others who would change what is a part of what wait until we are done. */
export async function reserveTree({ tx }: Writing, kind: EntityName): Promise<void> {
  await tx.$executeRaw`/* reserve tree */ select pg_advisory_xact_lock(hashtextextended(${treeOf(kind)}, 0))`;
}

function treeOf(kind: EntityName): string {
  return `${kind} tree`;
}

/** The slug that a name asks for. */
export function wantedSlug(kind: EntityName, name: string): string {
  return slugOf(name) || kind;
}
