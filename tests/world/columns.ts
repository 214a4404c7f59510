/** A value as it goes into the database by way of JSON. */
export type Value = string | number | boolean | null | readonly string[];

/** One row to be: column names and values. */
export type Row = { readonly [column: string]: Value };

/** Rows by table, in an order in which they can be written. */
export type Tables = ReadonlyMap<string, readonly Row[]>;
