import { getNamedType, type GraphQLObjectType } from 'graphql';
import { listVisibility } from './parentRow';
import { compileListing } from './listing';
import { listDependencies, type Within } from './listDependencies';
import type { FieldReading, FieldRequest, Row, TypeReading } from './model';
import { pageOf } from './paging';
import { badInput } from '../errors/requestError';
import { sql, type Sql } from './sql';

/** Which rows a connection lists. */
export interface ConnectionTarget {
  /** The condition that ties the rows to the row that the connection hangs on. */
  readonly on?: Sql;
  /** What to select from, with the row's alias in it, where a table stands between. */
  readonly from?: Sql;
  /** Whether going through that table may find a row twice. */
  readonly repeats?: boolean;
  /** Where sort columns stand nearer to an index than in the row itself. */
  readonly sortColumns?: Readonly<Record<string, Sql>>;
  /** What the row that it is reached from already decides about who may see the rows. */
  readonly inherited?: 'none' | 'throughParent' | 'all';
  /** What of the record that the connection hangs on decides which rows it lists, and in which order. */
  readonly within?: Within;
}

/** The order when the caller names none, by its name in the type's orders; a function may look at the filter. */
export type DefaultOrder = string | ((filter: Readonly<Record<string, unknown>>) => string);

/** A Relay connection to rows of that type. */
export function connection(
  typeName: string,
  defaultOrder: DefaultOrder,
  target: (to: Row, from: Row, request: FieldRequest) => ConnectionTarget = () => ({}),
): FieldReading {
  return (request) => {
    const { compiler, args, name } = request;
    const reading = compiler.reading(typeName);
    const row = compiler.row(reading);
    const { on, from, repeats = false, sortColumns, inherited = 'none', within } = target(row, request.row, request);
    const filter = (args.filter ?? {}) as Readonly<Record<string, unknown>>;
    const fallback = typeof defaultOrder === 'string' ? defaultOrder : defaultOrder(filter);
    const orderName = (args.orderBy as string | null | undefined) ?? fallback;
    const order = reading.orders![orderName]!;
    const { joined, conditions } = listVisibility(compiler, reading, row, inherited);
    if (order.needs && filter[order.needs] == null) {
      throw badInput(`${name}: the order ${orderName} needs filter.${order.needs}.`);
    }
    return compileListing(compiler, getNamedType(request.type) as GraphQLObjectType, request.nodes, {
      name,
      row,
      page: pageOf(args, name),
      tag: `${typeName}.${orderName}`,
      keys: order.keys({ alias: row.alias, col: (column) => sortColumns?.[column] ?? row.col(column), filter }),
      descending: order.descending,
      source: sql`${from ?? sql`${reading.table!} ${row.alias}`}${joined}`,
      conditions: [...(on ? [on] : []), ...conditions, ...filterConditions(reading, row, filter, request)],
      repeats,
      ...listDependencies(request, reading, { within, filter, orderName }),
      edgeField: (_node, nodes) =>
        compiler.object(typeName, nodes, row, inherited === 'none' ? undefined : request.row),
    });
  };
}

function filterConditions(
  reading: TypeReading,
  row: Row,
  filter: Readonly<Record<string, unknown>>,
  { name, compiler }: FieldRequest,
): Sql[] {
  return Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => reading.filters![field]!(row, value, `${name}: filter.${field}`, compiler.audience));
}
