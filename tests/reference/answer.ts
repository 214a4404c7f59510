import {
  execute,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Refused } from './checks';
import type { Context, Knowledge, Viewer } from './context';
import { article } from './resolvers/article';
import { articleVersion, correction, image, paragraph } from './resolvers/articleParts';
import { apiKey, auditEntry } from './resolvers/desk';
import { withdrawal } from './resolvers/withdrawal';
import { externalId, organization, person, place, role, subject } from './resolvers/entity';
import { query, viewer } from './resolvers/query';
import { mention, quote, quoteSpan, textSpan } from './resolvers/quote';
import type { Resolvers } from './resolvers/resolvers';
import { refuseAccess } from './access';
import { refuse, rootFields, type Asked } from './refusals';
import { Sight } from './sight';

const resolvers: Readonly<Record<string, Resolvers<never>>> = {
  Query: query,
  Viewer: viewer,
  Article: article,
  ArticleVersion: articleVersion,
  Paragraph: paragraph,
  Image: image,
  Correction: correction,
  Subject: subject,
  Person: person,
  Role: role,
  ExternalId: externalId,
  Organization: organization,
  Place: place,
  Mention: mention,
  Quote: quote,
  QuoteSpan: quoteSpan,
  TextSpan: textSpan,
  Withdrawal: withdrawal,
  AuditEntry: auditEntry,
  ApiKey: apiKey,
};

/** Pages, their edges and what is said of them are made whole. */
const ready = /(Connection|Edge|PageInfo)$/;

function resolve(type: string, field: string, record: unknown, args: unknown, context: Context): unknown {
  if (ready.test(type)) return (record as Record<string, unknown>)[field];
  const resolver = resolvers[type]?.[field];
  if (!resolver) throw new Error(`The reference does not know ${type}.${field}.`);
  return resolver(record as never, args as never, context);
}

export interface Answer {
  readonly data: unknown;
  /** How many statements it may take. */
  readonly statements: readonly number[];
  /** The code with which it may be refused as well. */
  readonly mayRefuse: string | undefined;
}

/** One for whatever needs data; who is asking is known without, but may be part of it. */
function statementsFor(asked: Asked): readonly number[] {
  const fields = rootFields(asked).filter((field) => !field.startsWith('__'));
  if (fields.length === 0) return [0];
  return fields.every((field) => field === 'viewer') ? [0, 1] : [1];
}

/** Answers what one viewer asks, slowly, with graphql-js and a resolver a field. */
export class Reference {
  private readonly sights = new Map<boolean, Sight>();

  /** The fields that gave something so far, and the arguments that something was given for: `Type.field`, `Type.field(arg:)`. */
  readonly met = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly knowledge: Knowledge,
  ) {}

  private readonly resolveField: GraphQLFieldResolver<unknown, Context> = async (
    record,
    args: object,
    context,
    info,
  ) => {
    const { fieldName, parentType } = info;
    const value = await resolve(parentType.name, fieldName, record, args, context);
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return value;
    this.met.add(`${parentType.name}.${fieldName}`);
    for (const [arg, given] of Object.entries(args)) {
      if (given === null) continue;
      this.met.add(`${parentType.name}.${fieldName}(${arg}:)`);
      const type = info.parentType.getFields()[fieldName]?.args.find(({ name }) => name === arg)?.type;
      if (type) this.noteMembers(type, given);
    }
    return value;
  };

  /** Notes which members of inputs something was given for, however deep they stand. */
  private noteMembers(type: GraphQLInputType, given: unknown): void {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || given === null || given === undefined) return;
    if (Array.isArray(given)) {
      for (const one of given) this.noteMembers(named, one);
      return;
    }
    for (const [part, set] of Object.entries(given)) {
      if (set === null) continue;
      this.met.add(`${named.name}.${part}`);
      this.noteMembers(named.getFields()[part]!.type, set);
    }
  }

  /**
   * The answer, its cursors as `printCursor` prints them.
   * @throws Refused when the operation must not be answered.
   */
  async answer(
    document: DocumentNode,
    operationName: string | undefined,
    sent: Readonly<Record<string, unknown>>,
    viewer: Viewer,
  ): Promise<Answer> {
    const operations = document.definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    const operation = operations.find((node) => operationName === undefined || node.name?.value === operationName);
    if (!operation) throw new Error('No such operation.');
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], sent);
    if (errors) throw new Refused('BAD_USER_INPUT', errors.map((error) => error.message).join(' '));
    const asked = { schema: this.schema, operation, fragments: fragmentsOf(document), variables: coerced };
    refuseAccess(asked, viewer);
    const possible = await refuse(asked, this.knowledge);
    const result: ExecutionResult = await execute({
      schema: this.schema,
      document,
      operationName,
      variableValues: sent,
      contextValue: { ...this.knowledge, viewer, sight: this.sightOf(viewer) },
      fieldResolver: this.resolveField,
      typeResolver: (record) => (record as { type: string }).type,
    });
    if (result.errors) throw new Error(`The reference failed: ${result.errors.map((error) => error.stack).join('\n')}`);
    return { data: result.data, statements: statementsFor(asked), mayRefuse: possible?.code };
  }

  private sightOf(viewer: Viewer): Sight {
    const everything = viewer.role !== 'READER';
    const sight = this.sights.get(everything) ?? new Sight(this.knowledge.tables, this.knowledge.now, everything);
    this.sights.set(everything, sight);
    return sight;
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
