import {
  type FieldNode,
  getNamedType,
  getNullableType,
  isListType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { Compiler } from '../reading/compiler';
import { textJson } from '../reading/fields';
import type { Compiled, FieldReading, Model } from '../reading/model';
import { list, one } from '../reading/relations';
import type { Audience } from '../auth/audience';
import type { ExecutionContext } from '../reading/executionContext';
import type { SelectionContext } from '../reading/selection';
import { literal, Param, render, sql, type Statement } from '../reading/sql';
import { survivorOf } from '../reading/survivors';
import { userErrorsIn } from './readUserError';
import type { UserError } from './userErrors';

/** What a mutation brought, as its payload is read from it. Either there are user errors, or there are records. */
export interface Outcome {
  readonly records: Readonly<Record<string, string>>;
  readonly userErrors: readonly UserError[];
  readonly shown: Readonly<Record<string, unknown>>;
}

const outcome = sql`${new Param('jsonb', (execution: ExecutionContext) => JSON.stringify(execution.outcome))}`;

/** The mistakes, with the records that stand in the way. */
const userErrors: FieldReading = userErrorsIn(() => sql`${outcome} -> 'userErrors'`);

/**
 * Compiles the payload of a mutation: its records by the same model as every other answer, the rest from the outcome.
 * @throws GraphQLError as compilePlan does
 */
export function compilePayload(
  context: SelectionContext,
  model: Model,
  audience: Audience,
  payload: GraphQLObjectType,
  nodes: readonly FieldNode[],
): { statement: Statement; cost: number } {
  const compiler = new Compiler(context, model, audience);
  const row = compiler.row();
  const object = compiler.entries(payload, nodes, (field, fieldNodes) => {
    const request = {
      compiler,
      row,
      args: {},
      type: field.type,
      nodes: fieldNodes,
      name: `${payload.name}.${field.name}`,
    };
    const compiled = readingOf(field)(request);
    return field.name === 'userErrors' ? compiled : { ...compiled, json: sql`coalesce(${compiled.json}, 'null')` };
  });
  return { statement: render(sql`/* read ${payload.name} */ select ${object.json} as data`), cost: object.cost };
}

/** A list that the command made: a row of it is its `value`. */
function shownList(typeName: string, name: string): FieldReading {
  return list(typeName, (to) => ({
    from: sql`(select e.value, e.place
      from jsonb_array_elements(${outcome} -> 'shown' -> ${literal(name)}) with ordinality as e(value, place))`,
    on: sql`true`,
    orderBy: to.col('place'),
  }));
}

function readingOf(field: GraphQLField<unknown, unknown>): FieldReading {
  if (field.name === 'userErrors') return userErrors;
  const type = getNamedType(field.type);
  const name = literal(field.name);
  if ('getFields' in type && isListType(getNullableType(field.type))) return shownList(type.name, field.name);
  if ('getFields' in type) {
    return one(type.name, (to, _from, { compiler }) => {
      if (compiler.reading(type.name).table === undefined) {
        const shown = sql`(select ${outcome} -> 'shown' -> ${name} as value)`;
        return { from: shown, on: sql`${to.col('value')} is not null` };
      }
      // A retry is answered with the record as it is now, which may be the survivor of a merge.
      const id = sql`(${outcome} -> 'records' ->> ${name})::uuid`;
      return { on: sql`${to.col('id')} = ${survivorOf(compiler.reading(type.name).idPrefix!, id)}` };
    });
  }
  return (): Compiled => ({ json: textJson(sql`(${outcome} -> 'shown' ->> ${name})`), cost: 0 });
}
