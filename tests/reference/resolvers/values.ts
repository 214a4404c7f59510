import { moment } from '../load';

/** PostgreSQL's print of a moment as the API prints it. */
export function dateTime(printed: string): string;
export function dateTime(printed: string | null): string | null;
export function dateTime(printed: string | null): string | null {
  return printed === null ? null : new Date(moment(printed)).toISOString();
}

/** The row with this id, where there is one and the viewer may see it. */
export function find<T extends { readonly id: string }>(
  rows: readonly T[],
  id: string | null,
  seen: (row: T) => boolean,
): T | null {
  return rows.find((row) => row.id === id && seen(row)) ?? null;
}

/** What must be there because the tables or the rules of visibility say so. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('A row that must be there is not.');
  return value;
}
