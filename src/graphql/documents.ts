import { LRUCache } from 'lru-cache';
import type { ReadOperation } from '../reading/reader';
import type { WriteOperation } from '../writing/writer';
import type { GraphQLRequest } from './request';

/** An operation of a document that passed every check. */
export type KnownOperation = {
  /** The operation's name in the document. */
  readonly name: string | undefined;
} & ({ readonly query: ReadOperation } | { readonly mutation: WriteOperation });

const MAX_OPERATIONS = 2000;

/** In bytes, by the estimate below. */
const MAX_SIZE = 48 * 1024 * 1024;

/** What a parsed document takes for each character of its text: 70 in everyday ones, 240 in the densest. */
const BYTES_A_CHARACTER = 240;

/**
 * Operations that were asked before, by the exact text of their document. Looking here is the first thing that happens to a
 * request in good form, and for most the only thing before it is read: no limits, no parsing, no validation.
 */
export class Documents {
  private readonly operations = new LRUCache<string, KnownOperation>({
    max: MAX_OPERATIONS,
    maxSize: MAX_SIZE,
    sizeCalculation: (_, key) => BYTES_A_CHARACTER * key.length,
  });

  get(request: GraphQLRequest): KnownOperation | undefined {
    return this.operations.get(keyOf(request));
  }

  set(request: GraphQLRequest, known: KnownOperation): void {
    this.operations.set(keyOf(request), known);
  }
}

/** No request that gets here has a U+0000 in its name or text, so this is unambiguous. */
function keyOf({ query, operationName }: GraphQLRequest): string {
  return `${operationName ?? ''}\0${query}`;
}
