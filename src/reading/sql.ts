import type { ExecutionContext } from './executionContext';

/** A value that is sent beside the statement. Equal objects become one `$n`. */
export class Param {
  /**
   * @param type the PostgreSQL type that the value is cast to
   * @param read takes the value from one run of the operation; throws a GraphQLError where the caller's value is wrong
   */
  constructor(
    readonly type: string,
    readonly read: (execution: ExecutionContext) => unknown,
  ) {}
}

/** A piece of SQL. Values enter it as `Param`s only, so no text of a caller can become SQL. */
export class Sql {
  private flat: readonly (string | Param)[] | undefined;

  /**
   * @param parts what it is made of; null for what `concat` put together: it is made when it is asked for, since most of it goes
   * into something greater before that
   * @param literal the text, where the piece is a string literal: neighbours are merged by `concat`
   * @param pieces what `concat` put together, so that it can go on from there
   */
  constructor(
    parts: readonly (string | Param)[] | null,
    readonly literal?: string,
    readonly pieces?: readonly Sql[],
  ) {
    this.flat = parts ?? undefined;
  }

  get parts(): readonly (string | Param)[] {
    return (this.flat ??= join(this.pieces ?? [], ' || ').parts);
  }
}

/** Builds SQL from a template. Strings are trusted: they come from this code, never from a request. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | Param | string)[]): Sql {
  const parts: (string | Param)[] = [];
  strings.forEach((text, i) => {
    add(parts, text);
    const value = values[i];
    if (value instanceof Sql) for (const part of value.parts) add(parts, part);
    else if (value !== undefined) add(parts, value);
  });
  return new Sql(parts);
}

/** The pieces with a separator between them. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  const parts: (string | Param)[] = [];
  pieces.forEach((piece, i) => {
    if (i > 0) add(parts, separator);
    for (const part of piece.parts) add(parts, part);
  });
  return new Sql(parts);
}

/** Neighbouring texts become one: what is put together from thousands of pieces is copied from level to level. */
function add(parts: (string | Param)[], part: string | Param): void {
  const last = parts.length - 1;
  const before = parts[last];
  if (typeof part === 'string' && typeof before === 'string') parts[last] = before + part;
  else parts.push(part);
}

/** All conditions together; `true` for none. */
export function and(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ');
}

/** A string literal. */
export function literal(text: string): Sql {
  return new Sql([`'${text.replaceAll("'", "''")}'`], text);
}

/**
 * The pieces, each of type text, one after the other: `a || b`. One null makes all null, as in SQL.
 * Text is built by `||` because it costs a third less than json_build_object (docs/decisions/json-as-text.md).
 */
export function concat(pieces: readonly Sql[]): Sql {
  const merged: Sql[] = [];
  for (const piece of pieces.flatMap((whole) => whole.pieces ?? whole)) {
    const last = merged.at(-1);
    if (piece.literal === '') continue;
    if (last?.literal !== undefined && piece.literal !== undefined) {
      merged[merged.length - 1] = literal(last.literal + piece.literal);
    } else merged.push(piece);
  }
  if (merged.length < 2) return merged[0] ?? literal('');
  return new Sql(null, undefined, merged);
}

/** A statement as PostgreSQL wants it, and the values that it needs, in the order of their numbers. */
export interface Statement {
  readonly text: string;
  readonly params: readonly Param[];
}

/** Numbers the parameters. */
export function render(piece: Sql): Statement {
  const params: Param[] = [];
  const numbers = new Map<Param, number>();
  const text = piece.parts.map((part) => {
    if (typeof part === 'string') return part;
    let number = numbers.get(part);
    if (number === undefined) {
      number = params.push(part);
      numbers.set(part, number);
    }
    return `$${number}::${part.type}`;
  });
  return { text: text.join(''), params };
}
