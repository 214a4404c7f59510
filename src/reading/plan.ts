import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { roleFor } from '../auth/access';
import { Compiler } from './compiler';
import { introspectionJson } from './introspection';
import { answerEnd, answerStart } from './envelope';
import type { Model } from './model';
import { limitExceeded } from '../errors/requestError';
import type { Audience } from '../auth/audience';
import type { ExecutionContext } from './executionContext';
import { collectFields, type SelectionContext } from './selection';
import type { QueryDocument } from './document';
import { concat, literal, Param, render, sql, type Sql, type Statement } from './sql';
import { momentMark, DependencyTracker } from './dependencyTracker';

/** How much of an operation's name goes into its statement. GraphQL's names hold letters, digits and `_` only. */
const MAX_NAME = 60;
/** How many `__schema` and `__type` one operation may have. */
const MAX_INTROSPECTIONS = 2;

type Restricted = readonly GraphQLField<unknown, unknown>[];

/** What must be done to answer an operation, for one audience and one shape of its variables. */
export interface Plan {
  /** The one statement; its only column is the JSON text of the whole answer. None where the answer needs no data. */
  readonly statement: Statement | null;
  /** The JSON text of the whole answer, where there is no statement. */
  readonly constant: (execution: ExecutionContext) => string;
  /** How many records the answer may hold, and what else it costs, in the same unit. */
  readonly cost: number;
  /** Root fields that not everyone may use. */
  readonly restricted: Restricted;
  /** What must be right although the statement does not need it. */
  readonly checks: readonly Param[];
  /** What its answers depend on; null where they do not tell. */
  readonly tracker: DependencyTracker | null;
}

/** A root field's JSON text: known without a database, or read by SQL. */
type RootField = { readonly key: string } & (
  { readonly known: (execution: ExecutionContext) => string } | { readonly read: Sql }
);

/** For whom an operation is compiled, and how. */
export interface Compilation {
  readonly audience: Audience;
  /** The highest cost that an operation may have: answers tell it. */
  readonly costLimit: number;
  /** Whether answers for readers tell what they depend on. */
  readonly tracked?: boolean;
}

/**
 * Compiles an operation.
 * @param admit is asked about every restricted root field before anything else, and throws where the viewer may not use it
 * @throws GraphQLError for arguments that are wrong, and for an operation that would make too large a statement
 */
export function compilePlan(
  query: QueryDocument,
  context: SelectionContext,
  model: Model,
  { audience, costLimit, tracked = false }: Compilation,
  admit: (field: Restricted[number]) => void,
): Plan {
  const tracker = tracked && audience === 'READER' ? new DependencyTracker() : null;
  const compiler = new Compiler(context, model, audience, tracker);
  const queryType = context.schema.getQueryType()!;
  const fields: RootField[] = [];
  let cost = 0;
  const roots = collectFields(context, queryType, [query.operation.selectionSet]);
  const restricted = [...roots.values()]
    .map(([node]) => queryType.getFields()[node!.name.value])
    .filter((field) => field !== undefined && roleFor(context.schema, field) !== 'READER') as Restricted;
  for (const field of restricted) admit(field);
  checkIntrospections([...roots.values()].filter(([node]) => /^__(schema|type)$/.test(node!.name.value)).length);
  for (const [key, nodes] of roots) {
    const known = knownField(query, context, key, nodes);
    if (known) {
      if (tracker && nodes[0]!.name.value === 'viewer') tracker.uncacheable = true;
      fields.push({ key, known });
      continue;
    }
    const field = queryType.getFields()[nodes[0]!.name.value]!;
    const compiled = compiler.field(queryType, field, nodes, compiler.row());
    cost += compiled.cost;
    fields.push({ key, read: compiled.json });
  }
  const needsData = fields.some((field) => 'read' in field);
  const end = answerEnd(cost, costLimit);
  const statement = needsData ? statementOf(query.operation.name?.value, fields, end, tracker) : null;
  const checks = compiler.checked.filter((param) => !statement?.params.includes(param));
  return { statement, constant: (execution) => constantOf(fields, end, execution), cost, restricted, checks, tracker };
}

/** graphql-js takes ten milliseconds to tell the whole schema, in which nothing else moves. */
function checkIntrospections(count: number): void {
  if (count <= MAX_INTROSPECTIONS) return;
  const message = `The operation asks for the schema ${count} times; ${MAX_INTROSPECTIONS} are allowed.`;
  throw limitExceeded(message, 'introspections', MAX_INTROSPECTIONS, count);
}

/** The root fields that no table holds: who is asking, and the schema itself. */
function knownField(
  query: QueryDocument,
  context: SelectionContext,
  key: string,
  nodes: readonly FieldNode[],
): ((execution: ExecutionContext) => string) | null {
  const name = nodes[0]!.name.value;
  if (name === '__typename') return () => '"Query"';
  if (name === 'viewer') return (execution) => viewerJson(context, nodes, execution);
  if (name.startsWith('__')) return (execution) => introspectionJson(query, context.schema, key, nodes, execution);
  return null;
}

function viewerJson(context: SelectionContext, nodes: readonly FieldNode[], { viewer }: ExecutionContext): string {
  const type = context.schema.getType('Viewer') as GraphQLObjectType;
  const values = { __typename: type.name, ...viewer } as Readonly<Record<string, unknown>>;
  const fields = collectFields(
    context,
    type,
    nodes.map((node) => node.selectionSet),
  );
  return JSON.stringify(
    Object.fromEntries([...fields].map(([key, [node]]) => [key, values[node!.name.value] ?? null])),
  );
}

/**
 * The statement begins with the operation's name, so that the database's log reads as a list of calls. It makes the whole answer:
 * whatever were put around the data here would have all of it copied once more.
 */
function statementOf(
  name: string | undefined,
  fields: readonly RootField[],
  end: string,
  tracker: DependencyTracker | null,
): Statement {
  const pieces = fields.flatMap((field, i) => [
    literal(`${i === 0 ? '' : ','}"${field.key}":`),
    'read' in field ? field.read : sql`${new Param('text', field.known)}`,
  ]);
  const call = name === undefined ? 'read' : `read ${name.slice(0, MAX_NAME)}`;
  const moment = tracker ? [momentMark] : [];
  const answer = concat([...moment, literal(`${answerStart}{`), ...pieces, literal(`}${end}`)]);
  return render(sql`/* ${call} */ select ${answer} as answer`);
}

function constantOf(fields: readonly RootField[], end: string, execution: ExecutionContext): string {
  const known = fields.map((field) => `"${field.key}":${'known' in field ? field.known(execution) : ''}`);
  return `${answerStart}{${known.join(',')}}${end}`;
}
