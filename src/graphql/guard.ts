import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { clientError } from '../errors/errorCodes';
import { counted, type DocumentLimit, documentLimits } from './limits';
import { measure } from './measure';

/**
 * Looks at the text of a document before anything else works on it.
 * @param tokens how many it has
 * @throws GraphQLError LIMIT_EXCEEDED with the limit, its maximum and what was found; GRAPHQL_PARSE_FAILED
 */
export function guardDocument(text: string, tokens: number): void {
  refuseAbove('tokens', tokens);
  for (const [limit, actual] of Object.entries(measure(parseDocument(text))))
    refuseAbove(limit as DocumentLimit, actual);
}

function refuseAbove(limit: DocumentLimit, actual: number): void {
  const max = documentLimits[limit];
  if (actual <= max) return;
  const message = `The document has ${actual} ${counted[limit]}; ${max} are allowed. Ask for less at once.`;
  throw clientError('LIMIT_EXCEEDED', message, { limit, max, actual });
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, source, positions } = error;
    throw new GraphQLError(message, { source, positions, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}
