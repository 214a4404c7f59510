import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** The global id of some record of each type, by the type's name. */
export type KnownIds = Readonly<Record<string, string>>;

/** Values for scalars: such that a mutation that was let through would find something to write. */
const scalars: Readonly<Record<string, unknown>> = {
  String: 'A new thing',
  Int: 1,
  Float: 1.5,
  Boolean: true,
  DateTime: '2999-01-01T00:00:00Z',
  Date: '2025-01-31',
  NinjsItem: { uri: 'urn:access', headline: 'A new thing', body_text: 'It is new.' },
};

/** What ids are of that are not of the payload's own record, by the names of their fields. */
const idTypes: Readonly<Record<string, string>> = {
  article: 'Article',
  speaker: 'Person',
  located: 'Place',
  saidIn: 'Place',
  source: 'Organization',
  organization: 'Organization',
};

/**
 * Arguments for a root field, made of their types alone, so that a field that is added later is asked by itself: everything that
 * must be given is, and nothing else.
 */
export function argumentsFor(field: GraphQLField<unknown, unknown>, ids: KnownIds): Record<string, unknown> {
  const record = recordOf(field);
  const value = (type: GraphQLInputType, name: string): unknown => {
    if (isNonNullType(type)) return value(type.ofType, name);
    if (isListType(type)) return [value(type.ofType, name)];
    if (isEnumType(type)) return type.getValues()[0]!.name;
    if (isInputObjectType(type)) return valuesOf(Object.values(type.getFields()));
    if (type.name === 'ID') return ids[idTypes[name] ?? record] ?? ids.Article;
    return scalars[type.name];
  };
  const valuesOf = (given: readonly Pick<GraphQLArgument, 'name' | 'type'>[]): Record<string, unknown> =>
    Object.fromEntries(
      given.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, value(type, name)]),
    );
  const args = valuesOf(field.args);
  // Lists of words may be left out, and then a mutation may have nothing to do.
  return field.args.some(({ name }) => name === 'first') ? { ...args, first: 1 } : args;
}

/** The type of the record that a mutation's payload, or a query, is about. */
function recordOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return type.name;
  const records = Object.values(type.getFields()).map((one) => getNamedType(one.type).name);
  return records.find((name) => !/^(UserError|String|PageInfo)$/.test(name)) ?? type.name;
}
