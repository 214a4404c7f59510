import { clientError } from '../../errors/errorCodes';
import { SegmentedLru } from '../../reading/segmentedLru';
import type { GraphQLRequest, SentRequest } from '../request';
import { sha256Of } from './documentName';
import type { TrustedDocuments } from './trustedDocuments';

const MAX_TEXTS = 10_000;

/** In bytes: a text takes up to two for each character. */
const MAX_TEXTS_SIZE = 16 * 1024 * 1024;

/**
 * The documents that requests may name in place of sending them: those that the operator trusts, and those that clients sent
 * together with their hash before (automatic persisted queries). The latter are kept in memory, by each process for itself: a client
 * whose document is not there is told so, and sends it again.
 */
export class PersistedDocuments {
  private readonly sent = new SegmentedLru<{ readonly text: string }>({
    max: MAX_TEXTS,
    maxSize: MAX_TEXTS_SIZE,
    sizeOf: ({ text }) => 2 * text.length + 300,
  });

  /**
   * @param trusted the operator's list; null where there is none
   * @param trustedOnly whether nothing else is answered
   */
  constructor(
    private readonly trusted: TrustedDocuments | null,
    readonly trustedOnly: boolean,
  ) {}

  /**
   * The request with the text of its document.
   * @throws GraphQLError PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_IN_LIST, BAD_REQUEST
   */
  complete(sent: SentRequest): GraphQLRequest {
    const { query, name, operationName, variables } = sent;
    if (query === undefined) return { query: this.textOf(name), operationName, variables };
    if (name && 'sha256' in name && name.sha256 !== sha256Of(query)) {
      const message = 'The hash is not the SHA-256 of "query": send that of the very text, in UTF-8.';
      throw clientError('BAD_REQUEST', message);
    }
    if (this.trustedOnly && !this.trusted?.has(query)) throw notInList();
    return { query, operationName, variables };
  }

  /** Keeps the document of a request that brought it with its hash; it must have passed every check. */
  keep({ query, name }: SentRequest): void {
    if (query === undefined || !name || !('sha256' in name) || this.trustedOnly || this.sent.has(name.sha256)) return;
    this.sent.set(name.sha256, { text: query });
  }

  private textOf(name: SentRequest['name']): string {
    if (!name)
      throw clientError('BAD_REQUEST', 'There is no "query": send the text of a GraphQL document under that name.');
    const trusted = this.trusted?.find(name);
    if (trusted !== undefined) return trusted;
    if (this.trustedOnly) throw notInList();
    const sent = 'sha256' in name ? this.sent.get(name.sha256) : undefined;
    // Apollo's clients know this message, and send the whole text then.
    if (!sent) throw clientError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    return sent.text;
  }
}

function notInList(): Error {
  const message =
    "This server answers documents of its operator's list only, and this is none of them: ask the operator to add it.";
  return clientError('PERSISTED_QUERY_NOT_IN_LIST', message);
}
