import type { ReadOperation } from '../reading/reader';
import { SegmentedLru } from '../reading/segmentedLru';
import type { WriteOperation } from '../writing/writer';
import { literalValues, type ParameterizedDocument } from './parameterization';
import type { QueryFingerprint } from './queryFingerprint';
import type { GraphQLRequest } from './request';

/** An operation of a document that passed every check. */
export type CachedOperation = {
  /** The operation's name in the document. */
  readonly name: string | undefined;
} & (
  | {
      readonly query: ReadOperation;
      /** Those that stand for the literals of its fingerprint; null where the literals are in the operation itself. */
      readonly literals: ParameterizedDocument['variables'] | null;
    }
  | { readonly mutation: WriteOperation }
);

/** An operation that is asked for, with what its document has in the places of its literals. */
export interface RequestedDocument {
  readonly known: CachedOperation;
  readonly literals: Readonly<Record<string, unknown>>;
  /** The document from which the operation was made: its own text, or one of the same fingerprint. */
  readonly madeFrom: string;
}

/** What the exact text of a document stands for, with the name of one of its operations. */
interface Text {
  readonly operationName: string | undefined;
  /** Where its operation is kept. */
  readonly operation: string;
  readonly literals: RequestedDocument['literals'];
}

const MAX_OPERATIONS = 2000;

/** In bytes, by the estimate below. */
const MAX_OPERATIONS_SIZE = 48 * 1024 * 1024;

/** What a parsed document takes for each character of its text: 70 in everyday ones, 240 in the densest. */
const BYTES_A_CHARACTER = 240;

const MAX_TEXTS = 10_000;

/** In bytes: a text takes up to two for each character, its literals as many, and a name in quotes may stand for it once more. */
const MAX_TEXTS_SIZE = 16 * 1024 * 1024;

/**
 * Operations that were asked before: by the exact text of their document, and by its fingerprint. Looking here is the first thing
 * that happens to a request in good fingerprint, and for most the only thing before it is read: no limits, no parsing, no validation.
 * A document that is new only in its literals or its layout is none to be prepared, so nobody's operations have to leave for it.
 */
export class DocumentCache {
  private readonly operations = new SegmentedLru<Omit<RequestedDocument, 'literals'>>({
    max: MAX_OPERATIONS,
    maxSize: MAX_OPERATIONS_SIZE,
    sizeOf: ({ madeFrom }) => BYTES_A_CHARACTER * madeFrom.length,
  });
  /** By the document alone: a key made for each request would be as long as the document. */
  private readonly texts = new SegmentedLru<readonly Text[]>({
    max: MAX_TEXTS,
    maxSize: MAX_TEXTS_SIZE,
    sizeOf: (operations, key) => operations.length * (6 * key.length + 500),
  });

  /** The operation of a document of exactly that text. */
  withText(request: GraphQLRequest): RequestedDocument | undefined {
    const text = this.texts.get(request.query)?.find(({ operationName }) => operationName === request.operationName);
    const found = text && this.operations.get(text.operation);
    return found && { known: found.known, madeFrom: found.madeFrom, literals: text.literals };
  }

  /** The operation of a document of that fingerprint, if this one's literals fit into it. */
  withFingerprint(request: GraphQLRequest, fingerprint: QueryFingerprint): RequestedDocument | undefined {
    if (fingerprint.key === null) return undefined;
    const key = keyOf(request, fingerprint.key);
    const found = this.operations.get(key);
    const literals = found && literalsIn(found.known, fingerprint);
    if (!literals) return undefined;
    this.remember(request, key, literals);
    return { ...found, literals };
  }

  /** Keeps an operation that was made for this request. */
  add(request: GraphQLRequest, fingerprint: QueryFingerprint, known: CachedOperation): RequestedDocument {
    const made = { known, madeFrom: request.query };
    const matching = fingerprint.key !== null && literalsIn(known, fingerprint);
    const key = keyOf(request, matching ? fingerprint.key : `\0${request.query}`);
    const literals = matching || {};
    this.operations.set(key, made);
    this.remember(request, key, literals);
    return { ...made, literals };
  }

  private remember({ query, operationName }: GraphQLRequest, operation: string, literals: Text['literals']): void {
    const others = (this.texts.get(query) ?? []).filter((text) => text.operationName !== operationName);
    this.texts.set(query, [...others, { operationName, operation, literals }]);
  }
}

function literalsIn(known: CachedOperation, { literals }: QueryFingerprint): RequestedDocument['literals'] | null {
  return 'query' in known && known.literals ? literalValues(known.literals, literals) : null;
}

/** No request that gets here has a U+0000 in its name or text, so this is unambiguous. */
function keyOf({ operationName }: GraphQLRequest, document: string): string {
  return `${operationName ?? ''}\0${document}`;
}
