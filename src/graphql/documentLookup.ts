import type { Preparer } from './apollo';
import { type RequestedDocument, DocumentCache } from './documentCache';
import { guardDocument } from './guard';
import { type QueryFingerprint, fingerprintOf } from './queryFingerprint';
import type { GraphQLRequest } from './request';

/** The operation of a request. */
export interface LookupResult {
  readonly document: RequestedDocument;
  /** Whether it was asked before, and so needed no preparing. */
  readonly isCached: boolean;
}

/** Finds the operations that requests ask for, and has those made that were not asked before. */
export class DocumentLookup {
  private readonly documents = new DocumentCache();
  /** What is being made, so that whoever asks for the same meanwhile waits for it. */
  private readonly inMaking = new Map<string, Promise<RequestedDocument>>();

  constructor(private readonly preparer: Preparer) {}

  /**
   * @param readOnly refuse anything but a query that is new
   * @returns at once where exactly this document was asked before
   * @throws GraphQLError, RequestErrors for a document that is too large or not valid
   */
  find(request: GraphQLRequest, readOnly: boolean): LookupResult | Promise<LookupResult> {
    const known = this.documents.withText(request);
    return known ? { document: known, isCached: true } : this.findOther(request, readOnly);
  }

  private async findOther(request: GraphQLRequest, readOnly: boolean): Promise<LookupResult> {
    const fingerprint = fingerprintOf(request.query);
    const matching = this.documents.withFingerprint(request, fingerprint);
    if (matching) return { document: matching, isCached: true };
    return { document: await this.make(request, fingerprint, readOnly), isCached: false };
  }

  private async make(
    request: GraphQLRequest,
    fingerprint: QueryFingerprint,
    readOnly: boolean,
  ): Promise<RequestedDocument> {
    const key = `${readOnly ? 'read' : 'any'} ${request.operationName ?? ''}\0${request.query}`;
    const begun = this.inMaking.get(key);
    if (begun) return begun;
    const making = this.prepare(request, fingerprint, readOnly).finally(() => this.inMaking.delete(key));
    this.inMaking.set(key, making);
    return making;
  }

  private async prepare(
    request: GraphQLRequest,
    fingerprint: QueryFingerprint,
    readOnly: boolean,
  ): Promise<RequestedDocument> {
    guardDocument(request.query, fingerprint.tokens);
    const literals = fingerprint.key === null ? null : fingerprint.literals;
    const known = await this.preparer.prepare(request, { readOnly, literals });
    return this.documents.add(request, fingerprint, known);
  }
}
