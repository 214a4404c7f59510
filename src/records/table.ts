import { z } from 'zod';
import { type Column, columnName } from './column';

/** The columns of a table, each in one of these places; tests/records/columns.test.ts holds them against the database. */
export interface Table<Exported extends Readonly<Record<string, Column>> = Readonly<Record<string, Column>>> {
  /** The table, or a subquery. */
  readonly name: string;
  /** The columns that an export holds and an import stores, by their names there. */
  readonly exported: Exported;
  /** Rows of other tables that an export holds inside the record. */
  readonly parts?: Readonly<Record<string, Part>>;
  /** Free text that no export holds. The leak test puts canaries here. */
  readonly texts?: readonly string[];
  /** Every other column, with the reason why no export holds it. */
  readonly left?: Readonly<Record<string, string>>;
  /** Why no cached answer depends on the table; without it, each change of a row is sent to all nodes. */
  readonly isSilent?: string;
}

/** Rows that belong to a row. */
export interface Part<Schema extends z.ZodType = z.ZodType> {
  readonly table: Table;
  readonly schema: Schema;
  /** Whether the record holds a list of rows, the values of a list, or one row. */
  readonly holds: 'rows' | 'values' | 'row';
  /** What rows are sorted by: columns of the part's table. Values are sorted by themselves. */
  readonly order?: string;
  /** The columns that the row it belongs to gives, with the columns there. */
  readonly from: Readonly<Record<string, string>>;
}

type PartsOf<One extends Table> = One extends { readonly parts: infer Parts extends Readonly<Record<string, Part>> }
  ? { [Key in keyof Parts]: Parts[Key]['schema'] }
  : unknown;

/** What a record of a table is in an export, by name. */
export type ShapeOf<One extends Table> = {
  [Key in keyof One['exported']]: One['exported'][Key]['schema'];
} & PartsOf<One>;

type Given = Readonly<Record<string, string>>;

/** What a record of a table must be in a line of an export; an unknown member is refused. */
export function schemaOf<One extends Table>({ exported, parts = {} }: One): z.ZodObject<ShapeOf<One>, z.core.$strict> {
  const members = Object.entries({ ...exported, ...parts }).map(([key, { schema }]) => [key, schema] as const);
  return z.strictObject(Object.fromEntries(members)) as unknown as z.ZodObject<ShapeOf<One>, z.core.$strict>;
}

/** The rows of a table that belong to a row. */
export function rowsOf<One extends Table>(table: One, order: string, from: Given) {
  return { table, order, from, holds: 'rows', schema: z.array(schemaOf(table)).default([]) } as const;
}

/** The same, where there must be one at least. */
export function someRowsOf<One extends Table>(table: One, order: string, from: Given) {
  return { table, order, from, holds: 'rows', schema: z.array(schemaOf(table)).min(1) } as const;
}

/** The rows of a table with one exported column: a list of its values. */
export function valuesOf(table: Table, from: Given) {
  return { table, from, holds: 'values', schema: z.array(z.string()).default([]) } as const;
}

/** The one row that belongs to a row, if there is one. */
export function rowOrNone<One extends Table>(table: One, from: Given) {
  return { table, from, holds: 'row', schema: schemaOf(table).optional() } as const;
}

/** The columns of a table that exports hold, as they are called in the database. */
export function exportedColumns({ exported }: Table): string[] {
  return Object.entries(exported).map(([key, column]) => columnName(key, column));
}

/** A value for each column, by the column's name. */
export type Row = Readonly<Record<string, unknown>>;

/** The row of an exported record, with what the row that holds it gives. */
export function rowOf({ exported }: Table, record: object, given: Row = {}): Row {
  const values = record as Row;
  const columns = Object.entries(exported).map(([key, column]): [string, unknown] => {
    const value = values[key];
    return [columnName(key, column), value === undefined || !column.write ? value : column.write(value)];
  });
  return { ...Object.fromEntries(columns), ...given };
}

/** The rows of a part, of many records with their rows. */
export function partRows(
  { table, holds, from }: Part,
  name: string,
  records: readonly { readonly record: object; readonly row: Row }[],
): { readonly record: object; readonly row: Row }[] {
  return records.flatMap(({ record, row }) => {
    const held = (record as Row)[name];
    const given = Object.fromEntries(Object.entries(from).map(([column, there]) => [column, row[there]]));
    const [only] = Object.keys(table.exported);
    const parts = (holds === 'row' ? (held === undefined ? [] : [held]) : held) as readonly object[];
    return parts.map((part) => {
      const one = holds === 'values' ? { [only!]: part } : part;
      return { record: one, row: rowOf(table, one, given) };
    });
  });
}
