import {
  Kind,
  parse,
  print,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { Operation } from './operations/maker';

const mostTries = 600;

/**
 * Takes things out of an operation for as long as `stillWrong`: fields, fragments, arguments, directives, variables.
 * What is left is as small as can be had by taking out one thing at a time.
 */
export async function shrink(
  schema: GraphQLSchema,
  operation: Operation,
  stillWrong: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let best = operation;
  let place = 0;
  for (let tries = 0; tries < mostTries; tries++) {
    const candidate = without(schema, best, place);
    if (candidate === 'end') return best;
    // When one thing is out, the next has moved to its place.
    if (candidate !== null && (await stillWrong(candidate))) best = candidate;
    else place++;
  }
  return best;
}

/** The operation without its n-th thing; null when it is not valid then; 'end' when there is no n-th thing. */
function without(schema: GraphQLSchema, operation: Operation, place: number): Operation | 'end' | null {
  let count = -1;
  let found = false;
  const take = (): null | undefined => {
    count++;
    if (count !== place) return undefined;
    found = true;
    return null;
  };
  const document: DocumentNode = visit(parse(operation.text), {
    enter(node, key, parent) {
      if (found) return undefined;
      if (node.kind === Kind.INLINE_FRAGMENT && Array.isArray(parent)) return take();
      if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.ARGUMENT) return take();
      if (node.kind === Kind.DIRECTIVE || node.kind === Kind.OBJECT_FIELD) return take();
      return undefined;
    },
  });
  if (!found) return unwrapped(schema, operation, place - count - 1);
  return tidied(schema, operation, document);
}

/** After all takings out: a fragment's own selections in its place. */
function unwrapped(schema: GraphQLSchema, operation: Operation, place: number): Operation | 'end' | null {
  let count = -1;
  let found = false;
  const document: DocumentNode = visit(parse(operation.text), {
    SelectionSet(node) {
      const selections: SelectionNode[] = node.selections.flatMap((selection) => {
        if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
        count++;
        if (count !== place) return [selection];
        found = true;
        return [...selection.selectionSet.selections];
      });
      return { ...node, selections };
    },
  });
  return found ? tidied(schema, operation, document) : 'end';
}

/** Removes fragments that nobody spreads and variables that nobody uses. */
function tidied(schema: GraphQLSchema, operation: Operation, document: DocumentNode): Operation | null {
  if (hasEmptySet(document)) return null;
  let definitions: readonly DefinitionNode[] = document.definitions;
  for (let before = -1; before !== definitions.length;) {
    before = definitions.length;
    const spread = new Set(namesOf(definitions, Kind.FRAGMENT_SPREAD));
    definitions = definitions.filter((node) => node.kind !== Kind.FRAGMENT_DEFINITION || spread.has(node.name.value));
  }
  const used = new Set(
    namesOf(
      definitions.map((node) => ({ ...node, variableDefinitions: [] }) as DefinitionNode),
      Kind.VARIABLE,
    ),
  );
  definitions = definitions.map((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? {
          ...node,
          variableDefinitions: node.variableDefinitions?.filter((definition) =>
            used.has(definition.variable.name.value),
          ),
        }
      : node,
  );
  const tidy: DocumentNode = { ...document, definitions };
  const text = print(tidy);
  try {
    if (validate(schema, parse(text)).length > 0) return null;
  } catch {
    return null;
  }
  const variables = Object.fromEntries(Object.entries(operation.variables).filter(([name]) => used.has(name)));
  return { ...operation, text, variables };
}

function hasEmptySet(document: DocumentNode): boolean {
  let empty = false;
  visit(document, {
    SelectionSet(node) {
      empty ||= node.selections.length === 0;
    },
  });
  return empty;
}

function namesOf(definitions: readonly DefinitionNode[], kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE): string[] {
  const names: string[] = [];
  visit({ kind: Kind.DOCUMENT, definitions } as DocumentNode, {
    enter(node) {
      if ((node.kind === Kind.FRAGMENT_SPREAD || node.kind === Kind.VARIABLE) && node.kind === kind)
        names.push(node.name.value);
    },
  });
  return names;
}
