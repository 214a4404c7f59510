import type { Config } from '../../settings/config';
import type { Preparer } from '../apollo';
import { mistakesInDocument } from './checkDocument';
import { PersistedDocuments } from './persistedDocuments';
import { readTrustedDocuments } from './trustedDocuments';

/**
 * Makes room for the documents that requests may name.
 * @throws StartError where the operator's list has mistakes
 */
export async function openPersistedDocuments(
  { trustedDocuments: file, trustedDocumentsOnly }: Pick<Config, 'trustedDocuments' | 'trustedDocumentsOnly'>,
  preparer: Preparer,
): Promise<PersistedDocuments> {
  const trusted =
    file === undefined ? null : await readTrustedDocuments(file, (text) => mistakesInDocument(preparer, text));
  return new PersistedDocuments(trusted, trustedDocumentsOnly);
}
