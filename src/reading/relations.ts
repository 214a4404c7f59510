import { getNamedType } from 'graphql';
import { type Compiled, type FieldReading, type FieldRequest, Row } from './model';
import { and, concat, join, literal, sql, type Sql } from './sql';

/** Which rows a relation leads to. */
export interface Target {
  /** The condition that ties the target to the row it is reached from. */
  readonly on: Sql;
  /** Where the rows come from, when not from the type's table. */
  readonly from?: Sql;
  /** What the row that it is reached from already decides about who may see the target. */
  readonly inherited?: 'none' | 'throughParent' | 'all';
}

/** Finds the target rows of a relation from the row that it starts at. */
export type TargetOf = (to: Row, from: Row, request: FieldRequest) => Target;

/** How many items a plain list is taken to have when an operation's cost is estimated. */
const LIST_COST = 5;

/** One object of that type, or SQL null where there is none or it may not be seen. */
function objectFrom(request: FieldRequest, typeName: string, target: TargetOf): Compiled {
  const { compiler, nodes } = request;
  const reading = compiler.reading(typeName);
  const row = compiler.row(reading);
  const { on, from, inherited = 'none' } = target(row, request.row, request);
  const visible = compiler.visible(reading, row, inherited);
  const absent = visible.length > 0 ? compiler.examine(reading, row) : [];
  const object = compiler.object(typeName, nodes, row, inherited === 'none' ? undefined : request.row);
  return {
    json: sql`(select ${object.json} ${compiler.from(from ?? sql`${reading.table!}`, row)} where ${and([on, ...visible])})`,
    cost: 1 + object.cost,
    absent,
  };
}

/** The record that the row leads to. */
export function one(typeName: string, target: TargetOf): FieldReading {
  return (request) => objectFrom(request, typeName, target);
}

/** The record that the row leads to, of whichever type it is: at most one of the targets may find something. */
export function oneOf(targets: Readonly<Record<string, TargetOf>>): FieldReading {
  return (request) => {
    const possible = request.compiler.possibleTypes(getNamedType(request.type).name);
    const found = Object.entries(targets).filter(([typeName]) => possible.includes(typeName));
    const objects = found.map(([typeName, target]) => objectFrom(request, typeName, target));
    const all = join(
      objects.map((object) => object.json),
      ', ',
    );
    const absent = objects.flatMap((object) => object.absent ?? []);
    return { json: sql`coalesce(${all})`, cost: Math.max(...objects.map((object) => object.cost)), absent };
  };
}

/** A row whose columns answer to other names. */
class Renamed extends Row {
  constructor(
    private readonly row: Row,
    private readonly columns: Readonly<Record<string, string>>,
  ) {
    super(row.alias);
  }

  override col(name: string): Sql {
    return this.row.col(this.columns[name] ?? name);
  }
}

/**
 * An object made of columns of the row itself.
 * @param columns the row's columns, by the names that the type's reading has for them; the object is null where the first one is
 */
export function part(typeName: string, columns: Readonly<Record<string, string>>): FieldReading {
  const [first] = Object.values(columns);
  return ({ compiler, nodes, row }) => {
    const object = compiler.object(typeName, nodes, new Renamed(row, columns));
    return { json: sql`case when ${row.col(first!)} is not null then ${object.json} end`, cost: object.cost };
  };
}

/** A plain list: all rows that the relation leads to, in an order of its own. */
export function list(
  typeName: string,
  target: (to: Row, from: Row, request: FieldRequest) => Target & { readonly orderBy: Sql },
): FieldReading {
  return (request) => {
    const { compiler, nodes } = request;
    const reading = compiler.reading(typeName);
    const row = compiler.row(reading);
    const { on, from, inherited = 'none', orderBy } = target(row, request.row, request);
    const object = compiler.object(typeName, nodes, row, inherited === 'none' ? undefined : request.row);
    const conditions = and([on, ...compiler.visible(reading, row, inherited)]);
    const rows = sql`(select ${row.alias}.* from ${from ?? reading.table!} ${row.alias} where ${conditions} order by ${orderBy})`;
    return {
      json: sql`(select '[' || coalesce(string_agg(${object.json}, ','), '') || ']' ${compiler.from(rows, row)})`,
      cost: LIST_COST * (1 + object.cost),
    };
  };
}

/** A field that shows more than its row's record: what else it depends on stands before it. */
export function alsoShowing(reading: FieldReading, marks: (row: Row) => readonly Sql[]): FieldReading {
  return (request) => {
    const compiled = reading(request);
    return request.compiler.tracker ? { ...compiled, json: concat([...marks(request.row), compiled.json]) } : compiled;
  };
}

/** A field whose answers can't be kept. */
export function uncacheable(reading: FieldReading): FieldReading {
  return (request) => {
    if (request.compiler.tracker) request.compiler.tracker.uncacheable = true;
    return reading(request);
  };
}

/** A constant. */
export function constant(json: string): FieldReading {
  return () => ({ json: literal(json), cost: 0 });
}
