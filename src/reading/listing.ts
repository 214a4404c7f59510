import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Compiler } from './compiler';
import { requestedFields, edgeTypeOf } from './requestedFields';
import { compareKeys, cursorParams, cursorText } from './cursors';
import type { Compiled, OrderKey, Row } from './model';
import type { Page } from './paging';
import { and, concat, join, literal, type Param, sql, type Sql } from './sql';
import { pageMark } from './listDependencies';
import type { Tag } from './dependencyTracker';

/** A list of which a page is asked: where its rows come from, their order, and what an edge holds. */
export interface Listing {
  /** How to speak of it in a message: "Person.quotes". */
  readonly name: string;
  readonly row: Row;
  readonly page: Page;
  /** In every cursor of the list. */
  readonly tag: string;
  readonly keys: readonly OrderKey[];
  readonly descending: boolean;
  /** What stands after FROM, with the row's alias. */
  readonly source: Sql;
  readonly conditions: readonly Sql[];
  /** Whether the source may hold a row twice. */
  readonly repeats: boolean;
  /** What it depends on, as text to stand before it; and where it does not end with the page. */
  readonly marks?: readonly Sql[];
  readonly beyondPage?: Tag;
  /** An edge's fields, other than its cursor. */
  readonly edgeField: (name: string, nodes: readonly FieldNode[]) => Compiled;
}

/** What counting all rows of a list adds to an operation's cost. */
const COUNT_COST = 10;

/** Up to which cost an edge is made for the row beyond the page too, and cut off: so much costs less than to number all rows. */
const CHEAP = 1;

/** The connection object of a listing: one subquery for the page, one more for each count or look beyond its ends. */
export function compileListing(
  compiler: Compiler,
  connectionType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  listing: Listing,
): Compiled {
  return new ListingCompiler(compiler, connectionType, nodes, listing).compile();
}

class ListingCompiler {
  private readonly after: readonly Param[];
  private readonly before: readonly Param[];
  /** Which fields of the page are asked for: they decide what its rows must carry. */
  private readonly asked: ReadonlySet<string>;
  private isNumbered = false;

  constructor(
    private readonly compiler: Compiler,
    private readonly connectionType: GraphQLObjectType,
    private readonly nodes: readonly FieldNode[],
    private readonly listing: Listing,
  ) {
    const { page, tag, keys, name } = listing;
    this.after = page.after === null ? [] : cursorParams(page.after, tag, keys, `${name}: after`);
    this.before = page.before === null ? [] : cursorParams(page.before, tag, keys, `${name}: before`);
    compiler.checked.push(...this.after, ...this.before);
    this.asked = requestedFields(compiler, connectionType, nodes);
  }

  compile(): Compiled {
    let cost = 1;
    const object = this.compiler.entries(this.connectionType, this.nodes, (field, nodes) => {
      if (field.name === 'totalCount') {
        cost += COUNT_COST;
        return { json: this.totalCount(), cost: 0 };
      }
      const compiled = field.name === 'edges' ? this.edges(nodes) : this.pageInfo(nodes);
      cost += compiled.cost;
      return compiled;
    });
    const { marks = [], row } = this.listing;
    if (!this.asks('edges', 'pageInfo')) return { json: concat([...marks, object.json]), cost };
    // HAVING makes one row of the page even where nothing that was asked for aggregates.
    const page = sql`(select ${concat([...pageMark(this.listing), object.json])} ${this.compiler.from(this.rows(), row)} having true)`;
    return { json: concat([...marks, page]), cost };
  }

  private edges(nodes: readonly FieldNode[]): Compiled {
    const { page, row, edgeField } = this.listing;
    const keys = this.listing.keys.map((_, i) => row.col(`k${i}`));
    const edge = this.compiler.entries(edgeTypeOf(this.compiler, this.connectionType), nodes, (field, fieldNodes) =>
      field.name === 'cursor' ? { json: this.cursorJson(keys), cost: 0 } : edgeField(field.name, fieldNodes),
    );
    // Where nothing of a row is asked, this is a literal, and PostgreSQL has to be told that it is a text.
    const text = edge.json.literal === undefined ? edge.json : sql`${edge.json}::text`;
    const size = String(page.size);
    const order = page.backward ? sql` order by ${this.number()} desc` : sql``;
    const isSliced = this.peeks() && !page.backward && edge.cost <= CHEAP;
    const texts = isSliced
      ? sql`array_to_string((array_agg(${text}))[1:${size}], ',')`
      : sql`string_agg(${edge.json}, ','${order})${this.peeks() ? this.inPage() : sql``}`;
    return {
      json: concat([literal('['), sql`coalesce(${texts}, '')`, literal(']')]),
      cost: page.size * (1 + edge.cost),
    };
  }

  private pageInfo(nodes: readonly FieldNode[]): Compiled {
    const { page } = this.listing;
    const more = sql`(count(*) > ${String(page.size)})::text`;
    return this.compiler.entries(this.compiler.objectType('PageInfo'), nodes, ({ name }) => {
      const forwards = name === 'hasNextPage' || name === 'endCursor';
      if (name === 'hasNextPage' || name === 'hasPreviousPage') {
        return { json: forwards === page.backward ? this.beyond(forwards) : more, cost: 1 };
      }
      return { json: sql`coalesce(${this.cursorJson(this.keysAt(forwards === page.backward))}, 'null')`, cost: 0 };
    });
  }

  /** The rows of the page, in the order in which they are read, with one more where the answer must tell whether there is more. */
  private rows(): Sql {
    const { row, keys, page, source, conditions, repeats } = this.listing;
    const values = keys.map((key) => key.value);
    const direction = this.readsDescending() ? 'desc' : 'asc';
    const distinct = repeats ? sql`distinct on (${join(values, ', ')}) ` : sql``;
    const carried = this.asks('cursor', 'startCursor', 'endCursor')
      ? values.map((value, i) => sql`, ${value} as k${String(i)}`)
      : [];
    const order = join(
      values.map((value) => sql`${value} ${direction}`),
      ', ',
    );
    const where = and([...conditions, ...this.range()]);
    const limit = String(page.size + (this.peeks() ? 1 : 0));
    const rows = sql`select ${distinct}${row.alias}.*${row.parent?.carried() ?? ''}${join(carried, '')} from ${source} where ${where} order by ${order} limit ${limit}`;
    return this.isNumbered ? sql`(select page.*, row_number() over () as rn from (${rows}) page)` : sql`(${rows})`;
  }

  private totalCount(): Sql {
    const { row, source, conditions, repeats } = this.listing;
    const what = repeats ? sql`distinct ${row.col('id')}` : sql`*`;
    return sql`(select count(${what})::text from ${source} where ${and(conditions)})`;
  }

  /** Whether rows stand at or beyond the cursor that the page was asked to start from. */
  private beyond(forwards: boolean): Sql {
    const { source, conditions, descending, keys } = this.listing;
    const cursor = forwards ? this.before : this.after;
    if (cursor.length === 0) return literal('false');
    const range = compareKeys(keys, forwards === descending ? '<=' : '>=', cursor);
    return sql`exists (select 1 from ${source} where ${and([...conditions, range])})::text`;
  }

  private range(): Sql[] {
    const { descending, keys } = this.listing;
    return [
      ...(this.after.length > 0 ? [compareKeys(keys, descending ? '<' : '>', this.after)] : []),
      ...(this.before.length > 0 ? [compareKeys(keys, descending ? '>' : '<', this.before)] : []),
    ];
  }

  private cursorJson(keys: readonly Sql[]): Sql {
    return concat([literal('"'), cursorText(this.listing.tag, keys), literal('"')]);
  }

  /** The keys of the row that is read first or last; null where the page is empty. Only one cursor is made of them. */
  private keysAt(isFirst: boolean): Sql[] {
    const { row, page } = this.listing;
    const size = String(page.size);
    const place = isFirst ? `least(1, ${size})` : `least(count(*), ${size})`;
    // PostgreSQL may sort the rows for the edges of a page that is read backwards, and then they come sorted to every aggregate.
    const order = page.backward ? sql` order by ${this.number()}` : sql``;
    return this.listing.keys.map((_, i) => sql`(array_agg(${row.col(`k${i}`)}${order}))[${place}]`);
  }

  private inPage(): Sql {
    return sql` filter (where ${this.number()} <= ${String(this.listing.page.size)})`;
  }

  /** The number of a row, in the order in which the page is read. */
  private number(): Sql {
    this.isNumbered = true;
    return this.listing.row.col('rn');
  }

  /** Reading from the end of the list turns its order around. */
  private readsDescending(): boolean {
    return this.listing.descending !== this.listing.page.backward;
  }

  private peeks(): boolean {
    return this.asks(this.listing.page.backward ? 'hasPreviousPage' : 'hasNextPage');
  }

  private asks(...names: readonly string[]): boolean {
    return names.some((name) => this.asked.has(name));
  }
}
