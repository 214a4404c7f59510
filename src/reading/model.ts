import type { FieldNode, GraphQLOutputType } from 'graphql';
import type { Compiler } from './compiler';
import type { JoinedParentRow, ParentRow } from './parentRow';
import type { Audience } from '../auth/audience';
import { sql, type Sql } from './sql';
import type { RecordKind, Tag } from './dependencyTracker';

/** A piece of the answer as JSON text, and what it costs at the most (see docs/operating.md). */
export interface Compiled {
  readonly json: Sql;
  readonly cost: number;
  /** What it depends on where it is null. */
  readonly absent?: readonly Tag[];
}

/** One row of a table or a subquery, by its alias in the statement. */
export class Row {
  /** Other rows that belong to this one (an article's current version), joined only where a field asks for them. */
  readonly joins: Map<string, Sql>;
  /** The kind of record that the row is or belongs to, once its object is compiled. */
  record?: RecordKind;
  /** Whether the answer depends on what leads to that record too. */
  dependsOnLinks = false;
  /** What holds it, where the list that it stands in joined that. */
  parent?: JoinedParentRow;

  /** @param joins where to note what is joined, when not here */
  constructor(
    readonly alias: string,
    private readonly joinable?: TypeReading['joins'],
    joins = new Map<string, Sql>(),
  ) {
    this.joins = joins;
  }

  /** A column of the row. */
  col(name: string): Sql {
    return sql`${this.alias}.${name}`;
  }

  /** The row that belongs to this one under that name. LIMIT 1 keeps PostgreSQL from reordering the rows it joins to. */
  joined(name: string): Row {
    const alias = `${this.alias}_${name}`;
    if (!this.joins.has(alias)) {
      this.joins.set(alias, sql` cross join lateral (${this.joinable![name]!(this)} limit 1) ${alias}`);
    }
    return new Row(alias);
  }
}

/** A field that is asked for, at the place where it is asked. */
export interface FieldRequest {
  readonly compiler: Compiler;
  /** The row of the object that the field belongs to. */
  readonly row: Row;
  /** The field's arguments, by their coerced names; values that only a run knows are `VariableLeaf`s. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly type: GraphQLOutputType;
  /** The nodes merged under one response key. */
  readonly nodes: readonly FieldNode[];
  /** How to speak of it in a message: "Person.quotes". */
  readonly name: string;
}

/** How a field is read: its JSON text, which may be SQL null where the schema allows null. */
export type FieldReading = (request: FieldRequest) => Compiled;

/** One column of an order. The type is what a cursor's value is cast back to. */
export interface OrderKey {
  readonly value: Sql;
  readonly type: 'timestamptz' | 'uuid' | 'integer' | 'text' | 'real';
}

/** An order: keys that are never null and end in a unique one, all in one direction, so that a page is a row comparison. */
export interface Order {
  readonly keys: (row: OrderedRow) => readonly OrderKey[];
  readonly descending: boolean;
  /** The field of the filter without which the order means nothing. */
  readonly needs?: string;
}

/** A row that is sorted, and what it was filtered by. */
export interface OrderedRow {
  /** The column, or the same value where it stands nearer to the index (a quote's copy of its article's date). */
  readonly col: (name: string) => Sql;
  readonly alias: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** A condition for one field of a filter. `where` names the argument in messages. */
export type Filter = (row: Row, value: unknown, where: string, audience: Audience) => Sql;

/** Who may see a row. Decided here and nowhere else; a missing half means "no condition". */
export interface Visibility {
  /** By the row itself. */
  readonly own?: (row: Row) => Sql;
  /** By the rows that prove or hold it, such as its article. A relation from such a row need not ask again. */
  readonly throughParent?: (row: Row) => Sql;
  /** In place of `throughParent`, where one row decides and every row has one. */
  readonly parent?: ParentRow;
  /** The conditions hold for editors too: they ask for the viewer's role themselves. */
  readonly forEditors?: true;
}

/** Which record a row is or belongs to. Whatever else its fields show must belong to that record too, or leave a tag of its own. */
export interface RecordTag {
  readonly kind: RecordKind;
  /** The column with its id. */
  readonly id: string;
  /** The field that gives the record itself to whoever sees the row, where it is another's. */
  readonly field?: string;
}

/** What a filter makes a list depend on. Links narrow a list: it depends on what leads to that record, not on every row. */
export interface FilterDependency {
  readonly tags?: readonly Tag[];
  readonly links?: readonly RecordKind[];
}

/** How a GraphQL type is read. */
export interface TypeReading {
  /** The table or view. Without one, the type's rows come from the fields that lead to it. */
  readonly table?: string;
  /** The prefix of its global ids; only Nodes have one. */
  readonly idPrefix?: string;
  readonly joins?: Readonly<Record<string, (row: Row) => Sql>>;
  /** For readers. Editors see all, unless it says otherwise. */
  readonly visible?: Visibility;
  readonly orders?: Readonly<Record<string, Order>>;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly fields: Readonly<Record<string, FieldReading>>;
  readonly recordTag?: RecordTag;
  /** The tag of its lists: touched when rows come, go, change places, or are shown or hidden. */
  readonly listTag?: Tag;
  /** What decides who may see a row that is shown: the record itself unless said otherwise. */
  readonly visibilityTag?: 'links' | { readonly tag: Tag };
  /** Filters that make a list depend on more or on less than `listTag`. */
  readonly filterDependencies?: Readonly<Record<string, FilterDependency>>;
}

/** How every object type of the schema is read, by its name; `Query` holds the root fields. */
export type Model = Readonly<Record<string, TypeReading>>;
