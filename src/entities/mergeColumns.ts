import type { ReviewStatus } from '../generated/prisma/enums';
import { withoutDoubles } from './givenNames';
import type { EntityRow } from './kind';
import type { Pair } from './mergePair';

/** What changes in the survivor's own row. */
export interface MergedColumns {
  readonly aliases: string[];
  readonly listed: boolean;
  readonly review_status: ReviewStatus;
  readonly description?: string | null;
  readonly kind?: string | null;
  readonly country_code?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/**
 * The survivor's columns after a merge: all names of both, readers see it if they saw one of them, confirmed if one of them was,
 * and what only the one that goes knew. Where both know something, the survivor is right.
 */
export function mergedColumns({ from, into }: Pair): MergedColumns {
  const hasPosition = into.latitude != null || into.longitude != null;
  const position = hasPosition ? into : from;
  return {
    aliases: withoutDoubles([...into.aliases, from.name, ...from.aliases], into.name),
    listed: into.listed || from.listed,
    review_status: from.review_status === 'VERIFIED' ? 'VERIFIED' : into.review_status,
    ...only(into, 'description', into.description ?? from.description),
    ...only(into, 'kind', into.kind ?? from.kind),
    ...only(into, 'country_code', into.country_code ?? from.country_code),
    ...only(into, 'latitude', position.latitude),
    ...only(into, 'longitude', position.longitude),
  };
}

/** A column, where the kind has it. */
function only<Column extends keyof EntityRow>(row: EntityRow, column: Column, value: EntityRow[Column]): object {
  return column in row ? { [column]: value } : {};
}

/**
 * What the survivor is a part of after a merge.
 * @param above the ids of what the survivor is a part of, from itself upwards
 * @param aboveFrom the same of the one that goes
 */
export function mergedParent(
  { from, into }: Pair,
  above: readonly string[],
  aboveFrom: readonly string[],
): string | null {
  // A part takes the place of the whole that is merged into it; what stood between them becomes a part of it.
  if (above.includes(from.id)) return from.parent_id ?? null;
  if (into.parent_id != null) return into.parent_id;
  return aboveFrom.includes(into.id) ? null : (from.parent_id ?? null);
}
