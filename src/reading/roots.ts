import { bindId, givenId } from './ids';
import type { Compiled, FieldReading, FieldRequest, Row } from './model';
import { one, oneOf, type TargetOf } from './relations';
import { checkListLength } from './shape';
import { literal, type Param, sql, type Sql } from './sql';
import { bindUuid, noteReferred, type Ref, referred, type RefKeys } from './refs';
import { survivorOf } from './survivors';
import { bind, bindMany } from './values';

/** The record that the argument `by` names; where several rows have the key, `also` tells which. */
export function lookup(typeName: string, keys: RefKeys, also: (to: Row) => Sql = () => sql`true`): FieldReading {
  return one(typeName, (to, _from, request) => {
    const found = referred(keys, request.args.by as Ref, `${request.name}: by`);
    noteReferred(request, found);
    return { on: sql`${to.col(found.column)} = ${found.value} and ${also(to)}` };
  });
}

/** The record of that type whose global id the argument `id` gives. */
export function lookupById(typeName: string, keys: RefKeys): FieldReading {
  const byRef = lookup(typeName, keys);
  return (request) => byRef({ ...request, args: { by: { id: request.args.id } } });
}

function nodeTypes({ compiler }: FieldRequest): Readonly<Record<string, string>> {
  const names = compiler.possibleTypes('Node');
  return Object.fromEntries(names.map((name) => [name, compiler.reading(name).idPrefix!]));
}

/** `node(id)`: whatever the id names. */
export const node: FieldReading = (request) => {
  const types = nodeTypes(request);
  const anyId = bind(request.args.id, 'uuid', (id) => givenId(id, `${request.name}: id`)?.uuid ?? null);
  request.compiler.tracker?.argumentTags.push((execution) => `merged/${anyId.read(execution) as string}`);
  const target =
    (prefix: string): TargetOf =>
    (to) => {
      const id = bindUuid(prefix, request.args.id, `${request.name}: id`);
      return { on: sql`${to.col('id')} = ${survivorOf(prefix, id)}` };
    };
  return oneOf(Object.fromEntries(Object.entries(types).map(([name, prefix]) => [name, target(prefix)])))(request);
};

/** `nodes(ids)`: whatever the ids name, in their order, null for what is not there. */
export const nodes: FieldReading = (request): Compiled => {
  const { args, name, compiler } = request;
  const types = nodeTypes(request);
  const count = (args.ids as unknown[]).length;
  checkListLength(count, `${name}: ids`);
  const given = (part: 'prefix' | 'uuid', type: string): Sql =>
    sql`${bindMany(args.ids, type, (ids) => ids.map((id) => givenId(id, `${name}: ids`)?.[part] ?? null))}`;
  if (compiler.tracker) {
    const wantedIds = bindMany(args.ids, 'uuid[]', (ids) => ids.map((id) => givenId(id, `${name}: ids`)?.uuid ?? null));
    compiler.tracker.argumentTags.push((execution) =>
      (wantedIds.read(execution) as (string | null)[]).map((id) => `merged/${id}`),
    );
  }
  const wanted = compiler.row();
  const target =
    (prefix: string): TargetOf =>
    (to) => ({
      on: sql`${wanted.col('kind')} = ${literal(prefix)} and ${to.col('id')} = ${survivorOf(prefix, wanted.col('id'))}`,
    });
  const each = oneOf(Object.fromEntries(Object.entries(types).map(([typeName, prefix]) => [typeName, target(prefix)])))(
    request,
  );
  const rows = sql`unnest(${given('prefix', 'text[]')}, ${given('uuid', 'uuid[]')}) with ordinality as ${wanted.alias}(kind, id, place)`;
  const list = sql`string_agg(coalesce(${each.json}, ${compiler.absence(each)}), ',' order by ${wanted.col('place')})`;
  return { json: sql`(select '[' || coalesce(${list}, '') || ']' from ${rows})`, cost: count * (1 + each.cost) };
};

/** The record that two columns of the row name: the prefix of its global id, and its uuid. Null where it is not to be seen. */
export function nodeOf(kindColumn: string, idColumn: string): FieldReading {
  return (request) => {
    const target =
      (prefix: string): TargetOf =>
      (to, from) => ({
        on: sql`${from.col(kindColumn)} = ${literal(prefix)} and ${to.col('id')} = ${survivorOf(prefix, from.col(idColumn))}`,
      });
    const types = Object.entries(nodeTypes(request)).map(([name, prefix]) => [name, target(prefix)] as const);
    return oneOf(Object.fromEntries(types))(request);
  };
}

/** A uuid parameter made of the global id of any record. */
export function bindAnyId(value: unknown, compiler: FieldRequest['compiler'], where: string): Param {
  const prefixes = compiler.possibleTypes('Node').map((name) => compiler.reading(name).idPrefix!);
  return bindId(value, prefixes, where);
}
