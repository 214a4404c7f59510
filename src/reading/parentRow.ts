import type { Compiler } from './compiler';
import { type FieldReading, Row, type TypeReading } from './model';
import { one } from './relations';
import { and, join, sql, type Sql } from './sql';

/** The row that holds another and decides who may see it: seen where that one is. */
export interface ParentRow {
  readonly type: string;
  /** The column with the holder's id. Never null. */
  readonly column: string;
}

/**
 * The holder of a list's rows, joined to them to see who may see them. What is asked of it comes with the rows of the page, so that
 * nobody looks it up a second time.
 */
export class JoinedParentRow extends Row {
  private readonly columns = new Set<string>();

  /**
   * @param of what it is
   * @param inner the holder's row beside the rows that the page is taken from
   * @param page the row of the page
   */
  constructor(
    readonly of: ParentRow,
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
export function parentIsVisible(compiler: Compiler, { type, column }: ParentRow, row: Row): Sql {
  const reading = compiler.reading(type);
  const parent = compiler.row();
  const conditions = [sql`${parent.col('id')} = ${row.col(column)}`, ...compiler.visible(reading, parent)];
  return sql`exists (select 1 from ${reading.table!} ${parent.alias} where ${and(conditions)})`;
}

/**
 * Which rows of a list the audience sees. Where their holder decides that, it is joined to them and becomes `row.parent`.
 * @param inherited what the row that the list hangs on already decides
 * @returns what to join to the list's source, and the conditions
 */
export function listVisibility(
  compiler: Compiler,
  reading: TypeReading,
  row: Row,
  inherited: 'none' | 'throughParent' | 'all',
): { readonly joined: Sql; readonly conditions: readonly Sql[] } {
  const parent = reading.visible?.parent;
  if (!parent || inherited !== 'none' || !compiler.asksVisible(reading)) {
    return { joined: sql``, conditions: compiler.visible(reading, row, inherited) };
  }
  const parentReading = compiler.reading(parent.type);
  const inner = compiler.row(parentReading);
  row.parent = new JoinedParentRow(parent, inner, row, parentReading.joins);
  return {
    joined: sql` join ${parentReading.table!} ${inner.alias} on ${inner.col('id')} = ${row.col(parent.column)}`,
    conditions: [...compiler.visible(reading, row, 'throughParent'), ...compiler.visible(parentReading, inner)],
  };
}

/** The record that holds the row: from what the list's rows carry of it, or looked up. Whoever may see the row may see it. */
export function parentRecord(parent: ParentRow): FieldReading {
  const lookUp = one(parent.type, (to, from) => ({
    on: sql`${to.col('id')} = ${from.col(parent.column)}`,
    inherited: 'all',
  }));
  return (request) => {
    const { compiler, nodes, row } = request;
    if (row.parent?.of !== parent) return lookUp(request);
    const object = compiler.object(parent.type, nodes, row.parent, row);
    return { json: object.json, cost: 1 + object.cost };
  };
}
