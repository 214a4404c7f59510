/* eslint-disable @typescript-eslint/require-await -- Apollo's hooks are asynchronous by their types. */
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { clientError } from '../errors/errorCodes';
import type { Log } from '../log';
import type { Reader } from '../reading/reader';
import type { Writer } from '../writing/writer';
import { RequestErrors } from '../errors/requestError';
import type { CachedOperation } from './documentCache';
import { NoIntrospection } from './introspection';
import { documentLimits } from './limits';
import { parameterize } from './parameterization';
import type { Literal } from './queryFingerprint';
import type { GraphQLRequest } from './request';

/** What one trip through Apollo brings back; the context itself is copied on the way. */
interface Outcome {
  known?: CachedOperation;
  errors?: readonly GraphQLError[];
  unexpected?: Error;
}

interface PreparingContext extends Preparation {
  readonly outcome: Outcome;
}

/** How to prepare an operation. */
export interface Preparation {
  /** Refuse anything but a query: the request came by GET. */
  readonly readOnly: boolean;
  /** Those of the document's fingerprint, to put variables in their places; null leaves them where they are. */
  readonly literals: readonly Literal[] | null;
}

/** Makes operations ready that were not asked before. */
export interface Preparer {
  /**
   * Parses and validates the document of a request, and prepares its operation.
   * @throws RequestErrors with everything that is wrong with the document
   */
  prepare(request: GraphQLRequest, preparation: Preparation): Promise<CachedOperation>;
  stop(): Promise<void>;
}

/**
 * Apollo Server, without its HTTP side: it parses, validates, chooses the operation, and runs plugins. A query never comes to
 * its executor: the reader takes it over once it is known to be valid.
 */
export async function startApollo(deps: {
  readonly schema: GraphQLSchema;
  readonly reader: Reader;
  readonly writer: Writer;
  readonly introspection: boolean;
  readonly log: Log;
}): Promise<Preparer> {
  const apollo = new ApolloServer<PreparingContext>({
    schema: deps.schema,
    introspection: true, // our own rule says it in our own words
    validationRules: deps.introspection ? [] : [NoIntrospection],
    validationOptions: { maxErrors: 9 }, // graphql-js adds one that says that there are more
    parseOptions: { maxTokens: documentLimits.tokens },
    hideSchemaDetailsFromClientErrors: !deps.introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    documentStore: null,
    stopOnTerminationSignals: false,
    logger: deps.log,
    plugins: [
      handOver(deps.reader, deps.writer),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return {
    async prepare({ query, operationName }, preparation) {
      const outcome: Outcome = {};
      try {
        await apollo.executeOperation({ query, operationName }, { contextValue: { ...preparation, outcome } });
      } catch (error) {
        throw outcome.unexpected ?? error;
      }
      if (outcome.errors) throw new RequestErrors(outcome.errors);
      if (!outcome.known) throw new Error('Apollo gave neither an operation nor an error.');
      return outcome.known;
    },
    stop: () => apollo.stop(),
  };
}

/** Takes a valid query out of Apollo's hands, and keeps its errors as they are for our own page of codes. */
function handOver(reader: Reader, writer: Writer): ApolloServerPlugin<PreparingContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) throw unresolved(document, request.operationName);
          refuseOtherThanQueries(schema, operation, contextValue.readOnly);
          const name = operation.name?.value;
          contextValue.outcome.known =
            operation.operation === OperationTypeNode.MUTATION
              ? { mutation: writer.prepare(document, operation), name }
              : { ...prepareQuery(reader, schema, document, operation, contextValue.literals), name };
        },
        async didEncounterErrors({ errors, contextValue: { outcome } }) {
          outcome.errors = errors.map(inOurWords);
        },
        async responseForOperation({ contextValue: { outcome } }) {
          if (!outcome.known) return null;
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: {} } };
        },
      };
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      requestContext.contextValue.outcome.unexpected = error;
    },
  };
}

/** Makes a query ready, with variables in the places of its literals where that can be. */
function prepareQuery(
  reader: Reader,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  literals: readonly Literal[] | null,
): Pick<Extract<CachedOperation, { query: unknown }>, 'query' | 'literals'> {
  const lifted = literals && parameterize(schema, document, operation, literals);
  if (!lifted) return { query: reader.prepare(document, operation), literals: null };
  const query = reader.prepare(lifted.document, lifted.operation, operation.variableDefinitions ?? []);
  return { query, literals: lifted.variables };
}

/** Apollo gives every error of validation its own code; a rule of ours has given it a better one. */
function inOurWords(error: GraphQLError): GraphQLError {
  const { originalError } = error;
  return originalError instanceof GraphQLError && originalError.extensions.code ? originalError : error;
}

function refuseOtherThanQueries(
  schema: GraphQLSchema,
  { operation }: OperationDefinitionNode,
  readOnly: boolean,
): void {
  if (operation === OperationTypeNode.QUERY) return;
  if (readOnly)
    throw clientError('METHOD_NOT_ALLOWED', `A GET can only ask: send a ${operation} by POST.`, { allow: 'POST' });
  if (!schema.getRootType(operation)) throw clientError('GRAPHQL_VALIDATION_FAILED', `This API has no ${operation}s.`);
  if (operation !== OperationTypeNode.MUTATION) throw new Error(`Nothing runs a ${operation}.`);
}

function unresolved(document: DocumentNode, name: string | undefined): GraphQLError {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap((operation) => (operation.name ? [`"${operation.name.value}"`] : []));
  const code = 'OPERATION_RESOLUTION_FAILURE';
  if (operations.length === 0)
    return clientError(code, 'The document has fragments only: add an operation, such as { __typename }.');
  if (name === undefined)
    return clientError(
      code,
      `The document has several operations: say in "operationName" which one: ${names.join(', ')}.`,
    );
  const found =
    names.length > 0 ? `it has ${names.join(', ')}` : 'its operation has no name, so leave "operationName" out';
  return clientError(code, `The document has no operation named ${JSON.stringify(name.slice(0, 100))}: ${found}.`);
}
