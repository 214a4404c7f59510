import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Operation } from '../reference/operations/maker';

/** The plain fields of a type, and of what it leads to the ids. */
function glance(type: GraphQLNamedType, deeper = true): string {
  if (isAbstractType(type)) return '__typename ... on Node { id }';
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) => field.args.every((arg) => arg.defaultValue != null));
  const plain = fields.filter(({ type }) => !isCompositeType(getNamedType(type))).map(({ name }) => name);
  const objects = fields.filter(({ type }) => isCompositeType(getNamedType(type)));
  const inner = deeper ? objects.map((field) => `${field.name} { ${glance(getNamedType(field.type), false)} }`) : [];
  return ['__typename', ...plain, ...inner].join(' ');
}

function whole(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return field.name;
  if (!type.name.endsWith('Connection')) return `${field.name} { ${glance(type)} }`;
  const edge = getNamedType((type as GraphQLObjectType).getFields().edges!.type) as GraphQLObjectType;
  const node = glance(getNamedType(edge.getFields().node!.type));
  return `${field.name}(first: 100) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${node} } } }`;
}

/** The names of the types that have ids, and their fields. */
function nodeTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? [...schema.getPossibleTypes(node)] : [];
}

/** How many records one operation asks for. */
const atOnce = 50;

/** Operations that ask for every field of every record of those ids, by the name of their type, and all that each leads to. */
export function crawl(schema: GraphQLSchema, idsOf: (type: string) => readonly string[]): Operation[] {
  return nodeTypes(schema).flatMap((type) => {
    const ids = idsOf(type.name);
    const chunks = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, i) =>
      ids.slice(i * atOnce, (i + 1) * atOnce),
    );
    return Object.values(type.getFields()).flatMap((field) =>
      chunks.map((chunk) => ({
        text: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type.name} { ${whole(field)} } } }`,
        variables: { ids: chunk },
        viewer: { role: 'READER', name: null } as const,
      })),
    );
  });
}
