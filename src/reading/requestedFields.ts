import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Compiler } from './compiler';
import { collectFields } from './selection';

/** The edge type that belongs to a connection type. */
export function edgeTypeOf(compiler: Compiler, connectionType: GraphQLObjectType): GraphQLObjectType {
  return compiler.objectType(connectionType.name.replace(/Connection$/, 'Edge'));
}

/** The names of all fields that are asked of a connection, its edges and its page info: they decide what its rows must carry. */
export function requestedFields(
  compiler: Compiler,
  connectionType: GraphQLObjectType,
  nodes: readonly FieldNode[],
): ReadonlySet<string> {
  const asked = new Set<string>();
  const note = (type: GraphQLObjectType, of: readonly FieldNode[]): (readonly FieldNode[])[] => {
    const fields = [
      ...collectFields(
        compiler.context,
        type,
        of.map((node) => node.selectionSet),
      ).values(),
    ];
    for (const [node] of fields) asked.add(node!.name.value);
    return fields;
  };
  for (const inner of note(connectionType, nodes)) {
    const name = inner[0]!.name.value;
    if (name === 'edges') note(edgeTypeOf(compiler, connectionType), inner);
    if (name === 'pageInfo') note(compiler.objectType('PageInfo'), inner);
  }
  return asked;
}
