import { z } from 'zod';

/** A column as an export shows it and an import takes it. */
export interface Column<Schema extends z.ZodType = z.ZodType> {
  /** What its value is in an export. */
  readonly schema: Schema;
  /** The column's name, where it is not the name in the export, in snake case, and the suffix. */
  readonly name?: string;
  readonly suffix?: '_id';
  /** Free text that somebody wrote: where the row is hidden, the leak test puts a canary here. */
  readonly isText?: true;
  /** Shown to editors only, in a row that readers see too. */
  readonly isForEditors?: true;
  /** The SQL of the value in an export, where it is not the column's own. */
  readonly read?: (column: string) => string;
  /** The value that is stored, where it is not the export's own. */
  readonly write?: (value: unknown) => unknown;
}

/** Free text. */
export const text = { schema: z.string(), isText: true } as const satisfies Column;
export const texts = { schema: z.array(z.string()), isText: true } as const satisfies Column;
/** A text of a fixed vocabulary, such as a language's tag. */
export const code = { schema: z.string() } satisfies Column;
export const id = { schema: z.uuid() } satisfies Column;
/** Another record, in a column of the same name and "_id". */
export const reference = { schema: z.uuid(), suffix: '_id' } as const satisfies Column;
export const moment = { schema: z.iso.datetime({ offset: true }) } satisfies Column;
export const day = { schema: z.iso.date() } satisfies Column;
/** An integer from 0. */
export const count = { schema: z.number().int().min(0) } satisfies Column;
export const number = { schema: z.number() } satisfies Column;
export const flag = { schema: z.boolean() } satisfies Column;
/** JSON, as a text: an export leaves out what is null, and keeps it so. */
export const json = {
  schema: z.string().refine(isJson, 'Not valid JSON.'),
  isText: true,
  read: (column: string) => `${column}::text`,
  write: (value: unknown): unknown => JSON.parse(value as string),
} as const satisfies Column;
/** SHA-256, in hexadecimal. */
export const digest = {
  schema: z.string().regex(/^[0-9a-f]{64}$/),
  read: (column: string) => `encode(${column}, 'hex')`,
  write: (value: unknown) => `\\x${value as string}`,
} satisfies Column;

/** One of an enumeration's values. */
export const oneOf = <Values extends Readonly<Record<string, string>>>(values: Values) => ({ schema: z.enum(values) });

/** A column that may be empty. Without a value in any row, the column's default holds. */
export const optional = <Schema extends z.ZodType>(column: Column<Schema>): Column<z.ZodOptional<Schema>> => ({
  ...column,
  schema: column.schema.optional(),
});

/** A column of another name than the export's. */
export const named = <Schema extends z.ZodType>(name: string, column: Column<Schema>): Column<Schema> => ({
  ...column,
  name,
});

/** A text that readers never see, though they see its row. */
export const forEditors = <Schema extends z.ZodType>(column: Column<Schema>): Column<Schema> => ({
  ...column,
  isForEditors: true,
});

/** The name of the column that an export calls so. */
export function columnName(key: string, { name, suffix }: Column): string {
  return name ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) + (suffix ?? '');
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
