import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentLimit } from './limits';

/** How large a document is in every respect that has a limit, but for its tokens. */
export type Measures = Record<Exclude<DocumentLimit, 'tokens'>, number>;

/**
 * Measures a document that is parsed but not validated: fragments may be missing or go in circles. Takes time in proportion to
 * its length, however often fragments are spread.
 */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const sizes = sizesOf(operations, fragments);
  return {
    ...countNodes(document),
    operations: operations.length,
    fragments: document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length,
    variables: greatest(operations.map((operation) => operation.variableDefinitions?.length ?? 0)),
    depth: greatest(sizes.map((size) => size.depth)),
    fields: Math.min(greatest(sizes.map((size) => size.fields)), Number.MAX_SAFE_INTEGER),
  };
}

type NodeCounts = Pick<Measures, 'aliases' | 'equalFields' | 'directives' | 'directivesAtOnePlace'>;

function countNodes(document: DocumentNode): NodeCounts {
  const named = new Map<string, number>();
  let aliases = 0;
  let directives = 0;
  let directivesAtOnePlace = 0;
  const note = ({ directives: here = [] }: { readonly directives?: readonly unknown[] | undefined }): void => {
    directives += here.length;
    directivesAtOnePlace = Math.max(directivesAtOnePlace, here.length);
  };
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      note(selection);
      if (selection.kind === Kind.FIELD && selection.alias) aliases++;
      if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        named.set(name, (named.get(name) ?? 0) + 1);
      }
      walk(selection.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    note(definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) definition.variableDefinitions?.forEach(note);
    walk(definition.selectionSet);
  }
  return { aliases, equalFields: greatest([...named.values()]), directives, directivesAtOnePlace };
}

interface Size {
  readonly fields: number;
  readonly depth: number;
}

const nothing: Size = { fields: 0, depth: 0 };

/** Fields that go one step together with the field they stand in: see `documentLimits.depth`. */
const partOfTheStep = new Set(['edges', 'node', 'ofType']);

function sizesOf(
  operations: readonly OperationDefinitionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Size[] {
  const known = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const found = known.get(name);
    if (found) return found;
    known.set(name, nothing); // what a circle adds is not counted: validation refuses circles
    const fragment = fragments.get(name);
    const size = fragment ? ofSet(fragment.selectionSet) : nothing;
    known.set(name, size);
    return size;
  }

  function ofSet(set: SelectionSetNode): Size {
    let fields = 0;
    let depth = 0;
    for (const selection of set.selections) {
      const isField = selection.kind === Kind.FIELD;
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const inner = isSpread
        ? ofFragment(selection.name.value)
        : selection.selectionSet
          ? ofSet(selection.selectionSet)
          : nothing;
      const step = isField && selection.selectionSet && !partOfTheStep.has(selection.name.value) ? 1 : 0;
      fields += inner.fields + (isField ? 1 : 0);
      depth = Math.max(depth, inner.depth + step);
    }
    return { fields, depth };
  }

  return operations.map((operation) => ofSet(operation.selectionSet));
}

function greatest(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}
