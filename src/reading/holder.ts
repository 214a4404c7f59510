import type { Compiler } from './compiler';
import { type FieldReading, Row, type TypeReading } from './model';
import { one } from './relations';
import { and, join, sql, type Sql } from './sql';

/** The row that holds another and decides who may see it: seen where that one is. */
export interface Holder {
  readonly type: string;
  /** The column with the holder's id. Never null. */
  readonly column: string;
}

/**
 * The holder of a list's rows, joined to them to see who may see them. What is asked of it comes with the rows of the page, so that
 * nobody looks it up a second time.
 */
export class Held extends Row {
  private readonly columns = new Set<string>();

  /**
   * @param of what it is
   * @param inner the holder's row beside the rows that the page is taken from
   * @param page the row of the page
   */
  constructor(
    readonly of: Holder,
    private readonly inner: Row,
    private readonly page: Row,
    joinable: TypeReading['joins'],
  ) {
    super(inner.alias, joinable, page.joins);
  }

  /** A column; its id stands in the page's rows anyway, where PostgreSQL knows how often one comes again. */
  override col(name: string): Sql {
    if (name === 'id') return this.page.col(this.of.column);
    this.columns.add(name);
    return this.page.col(this.carriedAs(name));
  }

  /** What the page's rows carry of it: `, t4.slug as t4_slug`. Complete only when everything that is asked of it was compiled. */
  carried(): Sql {
    return join(
      [...this.columns].map((name) => sql`, ${this.inner.col(name)} as ${this.carriedAs(name)}`),
      '',
    );
  }

  private carriedAs(name: string): string {
    return `${this.inner.alias}_${name}`;
  }
}

/** Whether the audience sees the holder of that row. */
export function holderIsVisible(compiler: Compiler, { type, column }: Holder, row: Row): Sql {
  const reading = compiler.reading(type);
  const holder = compiler.row();
  const conditions = [sql`${holder.col('id')} = ${row.col(column)}`, ...compiler.visible(reading, holder)];
  return sql`exists (select 1 from ${reading.table!} ${holder.alias} where ${and(conditions)})`;
}

/**
 * Which rows of a list the audience sees. Where their holder decides that, it is joined to them and becomes `row.held`.
 * @param proven what the row that the list hangs on already decides
 * @returns what to join to the list's source, and the conditions
 */
export function seenInList(
  compiler: Compiler,
  reading: TypeReading,
  row: Row,
  proven: 'none' | 'through' | 'all',
): { readonly joined: Sql; readonly conditions: readonly Sql[] } {
  const holder = reading.visible?.holder;
  if (!holder || proven !== 'none' || !compiler.asksVisible(reading)) {
    return { joined: sql``, conditions: compiler.visible(reading, row, proven) };
  }
  const held = compiler.reading(holder.type);
  const inner = compiler.row(held);
  row.held = new Held(holder, inner, row, held.joins);
  return {
    joined: sql` join ${held.table!} ${inner.alias} on ${inner.col('id')} = ${row.col(holder.column)}`,
    conditions: [...compiler.visible(reading, row, 'through'), ...compiler.visible(held, inner)],
  };
}

/** The record that holds the row: from what the list's rows carry of it, or looked up. Whoever may see the row may see it. */
export function heldBy(holder: Holder): FieldReading {
  const lookUp = one(holder.type, (to, from) => ({
    on: sql`${to.col('id')} = ${from.col(holder.column)}`,
    proven: 'all',
  }));
  return (request) => {
    const { compiler, nodes, row } = request;
    if (row.held?.of !== holder) return lookUp(request);
    const object = compiler.object(holder.type, nodes, row.held, row);
    return { json: object.json, cost: 1 + object.cost };
  };
}
