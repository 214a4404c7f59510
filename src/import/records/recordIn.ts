import { type RecordKind, type RecordOf, records } from '../../records/records';

/** A line of an export. */
export type ExportedRecord = {
  [Kind in RecordKind]: { readonly kind: Kind; readonly record: RecordOf<Kind> };
}[RecordKind];

/**
 * The record in a line's value: {"person": {…}}. What is empty is left out there. Whether words stand where they are said to,
 * and the like, the database checks.
 * @returns as text, what is wrong with it; null where the value is no such line
 */
export function recordIn(value: unknown): ExportedRecord | string | null {
  if (typeof value !== 'object' || value === null) return null;
  const [kind, ...more] = Object.keys(value);
  if (kind === undefined || more.length > 0 || !Object.hasOwn(records, kind)) return null;
  const parsed = records[kind as RecordKind].schema.safeParse((value as Record<string, unknown>)[kind]);
  if (parsed.success) return { kind, record: parsed.data } as ExportedRecord;
  const told = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`);
  return `This is no ${kind} as verbatim export writes it: ${told.join('; ')}.`;
}
