import type { Preparer } from './apollo';
import { type AskedDocument, Documents } from './documents';
import { guardDocument } from './guard';
import { type NormalForm, normalFormOf } from './normalForm';
import type { GraphQLRequest } from './request';

/** The operation of a request. */
export interface FoundDocument {
  readonly document: AskedDocument;
  /** Whether it was asked before, and so needed no preparing. */
  readonly isKnown: boolean;
}

/** Finds the operations that requests ask for, and has those made that were not asked before. */
export class DocumentLookup {
  private readonly documents = new Documents();
  /** What is being made, so that whoever asks for the same meanwhile waits for it. */
  private readonly inMaking = new Map<string, Promise<AskedDocument>>();

  constructor(private readonly preparer: Preparer) {}

  /**
   * @param readOnly refuse anything but a query that is new
   * @returns at once where exactly this document was asked before
   * @throws GraphQLError, RefusedOperation for a document that is too large or not valid
   */
  find(request: GraphQLRequest, readOnly: boolean): FoundDocument | Promise<FoundDocument> {
    const known = this.documents.withText(request);
    return known ? { document: known, isKnown: true } : this.findOther(request, readOnly);
  }

  private async findOther(request: GraphQLRequest, readOnly: boolean): Promise<FoundDocument> {
    const form = normalFormOf(request.query);
    const inForm = this.documents.withForm(request, form);
    if (inForm) return { document: inForm, isKnown: true };
    return { document: await this.make(request, form, readOnly), isKnown: false };
  }

  private async make(request: GraphQLRequest, form: NormalForm, readOnly: boolean): Promise<AskedDocument> {
    const key = `${readOnly ? 'read' : 'any'} ${request.operationName ?? ''}\0${request.query}`;
    const begun = this.inMaking.get(key);
    if (begun) return begun;
    const making = this.prepare(request, form, readOnly).finally(() => this.inMaking.delete(key));
    this.inMaking.set(key, making);
    return making;
  }

  private async prepare(request: GraphQLRequest, form: NormalForm, readOnly: boolean): Promise<AskedDocument> {
    guardDocument(request.query, form.tokens);
    const literals = form.key === null ? null : form.literals;
    const known = await this.preparer.prepare(request, { readOnly, literals });
    return this.documents.add(request, form, known);
  }
}
