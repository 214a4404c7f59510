import { Kind, parse, visit, type ASTNode, type ASTVisitor, type StringValueNode } from 'graphql';

/** A part of a schema that a description can be written at. */
export interface SchemaElement {
  /** `Query.article(slug:)`, `ArticleOrder.NEWEST`, `DateTime`. */
  readonly path: string;
  readonly description: string | undefined;
}

const kinds = [
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.DIRECTIVE_DEFINITION,
] as const;

/** All types, fields, arguments, enum values, inputs and directives of a schema, in the order written. */
export function schemaElements(sdl: string): SchemaElement[] {
  const elements: SchemaElement[] = [];
  const around: string[] = [];
  const visitor: ASTVisitor = {
    enter(node: ASTNode) {
      if (!isDescribable(node)) return;
      around.push(node.name.value);
      elements.push({ path: around.join('.'), description: node.description?.value });
    },
    leave(node: ASTNode) {
      if (isDescribable(node)) around.pop();
    },
  };
  visit(parse(sdl), visitor);
  return elements;
}

/** Those without a description that is a sentence: a capital (or a `name` or digit) first, a full stop last. */
export function undescribed(elements: readonly SchemaElement[]): string[] {
  return elements
    .filter(({ description }) => !description || !/^[\p{Lu}\d`"][^]*\S\.$/u.test(description.trim()))
    .map(({ path }) => path);
}

type Describable = ASTNode & { name: { value: string }; description?: StringValueNode };

function isDescribable(node: ASTNode): node is Describable {
  return (kinds as readonly string[]).includes(node.kind);
}
