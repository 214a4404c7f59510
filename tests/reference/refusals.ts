import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Knowledge } from './context';
import { check, Refused } from './checks';
import { parseId } from './ids';
import type { Arguments } from './orderName';

type Field = GraphQLField<unknown, unknown>;

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Refuses what a caller must not ask, wherever it stands in the operation: an answer does not depend on whether a record
 * happens to be there. Goes over every field that some record could reach.
 * @returns a refusal that may be given, or may not: of what stands below an id of another type, and so is never reached
 * @throws Refused
 */
export async function refuse(asked: Asked, knowledge: Knowledge): Promise<Refused | null> {
  const root = asked.schema.getQueryType();
  const walk = new Walk(asked, knowledge);
  if (root) await walk.visit(asked.operation.selectionSet, [root], true);
  return walk.possible;
}

class Walk {
  possible: Refused | null = null;

  constructor(
    private readonly asked: Asked,
    private readonly knowledge: Knowledge,
  ) {}

  async visit(set: SelectionSetNode, types: readonly GraphQLObjectType[], reached: boolean): Promise<void> {
    const { schema, variables, fragments } = this.asked;
    for (const selection of set.selections) {
      if (isSkipped(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        for (const type of types) await this.visitField(selection, type, reached);
      } else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
        if (!fragment) throw new Error('An unknown fragment in a valid operation.');
        await this.visit(fragment.selectionSet, narrowed(schema, types, fragment.typeCondition?.name.value), reached);
      }
    }
  }

  private async visitField(node: FieldNode, parent: GraphQLObjectType, reached: boolean): Promise<void> {
    const field = parent.getFields()[node.name.value];
    if (!field) return; // __typename, __schema, __type
    try {
      const args: Arguments = getArgumentValues(field, node, this.asked.variables);
      await check(parent.name, field.name, args, this.knowledge);
      await this.below(node, parent, field, args, reached);
    } catch (error) {
      const refused = asRefused(error);
      if (reached) throw refused;
      this.possible = refused;
    }
  }

  private async below(
    node: FieldNode,
    parent: GraphQLObjectType,
    field: Field,
    args: Arguments,
    reached: boolean,
  ): Promise<void> {
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return;
    const all = narrowed(this.asked.schema, undefined, type.name);
    const named = parent.name === 'Query' ? namedTypes(field.name, args) : null;
    const [given, never] = [
      all.filter((one) => named?.includes(one.name) ?? true),
      all.filter((one) => !(named?.includes(one.name) ?? true)),
    ];
    await this.visit(node.selectionSet, given, reached);
    await this.visit(node.selectionSet, never, false);
  }
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof GraphQLError) return new Refused('BAD_USER_INPUT', error.message);
  const told = error as { refused?: string };
  if (told.refused) return new Refused(told.refused, String(error));
  throw error;
}

/** The names of the root fields that are asked for. */
export function rootFields(asked: Asked, set: SelectionSetNode = asked.operation.selectionSet): string[] {
  return set.selections
    .filter((selection) => !isSkipped(selection, asked.variables))
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : asked.fragments[selection.name.value];
      return fragment ? rootFields(asked, fragment.selectionSet) : [];
    });
}

/** The types that `node` and `nodes` can give, by the ids they are asked for. */
function namedTypes(field: string, args: Arguments): readonly (string | undefined)[] | null {
  if (field !== 'node' && field !== 'nodes') return null;
  return (field === 'node' ? [String(args.id)] : (args.ids as readonly string[])).map((id) => parseId(id)?.type);
}

function isSkipped(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}

/** Those of the types that are of the named one too. */
function narrowed(
  schema: GraphQLSchema,
  types: readonly GraphQLObjectType[] | undefined,
  name: string | undefined,
): readonly GraphQLObjectType[] {
  const type = name === undefined ? undefined : schema.getType(name);
  if (!type) return types ?? [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return types ? possible.filter((one) => types.includes(one)) : possible;
}
