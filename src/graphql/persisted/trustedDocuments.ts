import { readFile } from 'node:fs/promises';
import { StartError } from '../../errors/startError';
import { type DocumentName, nameInDocumentId, nameInExtension, sha256Of } from './documentName';
import { documentsOf, type ListedDocument } from './manifest';

/** How many mistakes of a list are told at once. */
const MAX_TOLD = 20;

/** The documents that the operator trusts. */
export class TrustedDocuments {
  private readonly byId: ReadonlyMap<string, string>;
  /** Every document can be named by the hash of its text, whatever the list calls it. */
  private readonly byHash: ReadonlyMap<string, string>;
  private readonly texts: ReadonlySet<string>;

  constructor(documents: readonly ListedDocument[]) {
    this.byId = new Map(documents.map(({ id, text }) => [id, text]));
    this.byHash = new Map(documents.map(({ text }) => [sha256Of(text), text]));
    this.texts = new Set(this.byId.values());
  }

  /** The text of the document of that name. */
  find(name: DocumentName): string | undefined {
    return 'sha256' in name ? this.byHash.get(name.sha256) : this.byId.get(name.id);
  }

  /** Whether exactly this text is on the list. */
  has(text: string): boolean {
    return this.texts.has(text);
  }
}

/**
 * Reads the operator's list and checks all of it.
 * @param file the path of its JSON
 * @param mistakesIn what is wrong with a document, in sentences
 * @throws StartError naming the file, and what is wrong with which document
 */
export async function readTrustedDocuments(
  file: string,
  mistakesIn: (text: string) => Promise<readonly string[]>,
): Promise<TrustedDocuments> {
  const documents = documentsOf(await readJson(file));
  if (!documents) {
    const forms = `{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": …, "body": …}, …]} or {"<name>": "<text>", …}`;
    throw new StartError(`TRUSTED_DOCUMENTS: ${file} is no list of documents. It must have the form ${forms}.`);
  }
  const mistakes: string[] = [];
  const texts = new Map<string, string>();
  for (const { id, text } of documents) {
    const wrong = [...mistakesInName(id, text, texts.get(id)), ...(await mistakesIn(text))];
    mistakes.push(...wrong.map((mistake) => `${JSON.stringify(id.slice(0, 100))}: ${mistake}`));
    texts.set(id, text);
  }
  if (mistakes.length > 0) throw new StartError(told(file, mistakes));
  return new TrustedDocuments(documents);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new StartError(`TRUSTED_DOCUMENTS: ${file} can't be read. Set it to the path of a JSON file.`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new StartError(`TRUSTED_DOCUMENTS: ${file} is not JSON. Make it anew.`, { cause: error });
  }
}

function mistakesInName(id: string, text: string, before: string | undefined): string[] {
  const mistakes: string[] = [];
  if (before !== undefined && before !== text) mistakes.push('Two documents have this name.');
  try {
    const names = [nameInDocumentId(id), nameInExtension({ version: 1, sha256Hash: id })];
    const isWrong = names.some((name) => 'sha256' in name && name.sha256 !== sha256Of(text));
    if (isWrong) mistakes.push("The name is a SHA-256, but not that of the document's text.");
  } catch (error) {
    mistakes.push(`No client can send this name. ${(error as Error).message}`);
  }
  return mistakes;
}

function told(file: string, mistakes: readonly string[]): string {
  const more = mistakes.length > MAX_TOLD ? [`and ${mistakes.length - MAX_TOLD} more.`] : [];
  const lines = [...mistakes.slice(0, MAX_TOLD), ...more].map((line) => `- ${line}`);
  return [`TRUSTED_DOCUMENTS: not every document in ${file} can be answered. Correct the list:`, ...lines].join('\n');
}
