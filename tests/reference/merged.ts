import type { EntityRow, Tables } from './rows';

/** The id of the record that answers for an id: its own, or the one that it was merged into. */
export function survivor(tables: Tables, id: string): string {
  return tables.merged_record.find((merged) => merged.id === id)?.survivor_id ?? id;
}

/** Whether a record answers to a slug: it has it, or had it, or one that was merged into it had it. */
export function answersTo(tables: Tables, row: EntityRow, slug: string | null | undefined): boolean {
  const kind = row.type.toLowerCase();
  return (
    row.slug === slug ||
    tables.former_slug.some((former) => former.kind === kind && former.slug === slug && former.record_id === row.id)
  );
}
