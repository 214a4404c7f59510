import type { IncomingMessage } from 'node:http';
import type { Viewer } from '../../src/auth/audience';
import type { Outcome } from './compare';
import type { Operation } from './operations/maker';

const header = 'x-test-viewer';

/** Who asks, for a server under test: as `askServer` tells it. */
export function viewerOfTest({ headers }: Pick<IncomingMessage, 'headers'>): Viewer {
  return JSON.parse(decodeURIComponent(String(headers[header]))) as Viewer;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks a running server. */
export async function askServer(url: string, { text, variables, viewer, operationName }: Operation): Promise<Outcome> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      [header]: encodeURIComponent(JSON.stringify(viewer)),
    },
    body: JSON.stringify({ query: text, variables, operationName }),
  });
  const answer = await response.text();
  const { data, errors } = JSON.parse(answer) as Body;
  const [error] = errors ?? [];
  if (!error) return { data, text: answer };
  const code = String(error.extensions?.code);
  // A body with signs that no text may have is refused before anyone knows which argument they are for.
  const early = code === 'BAD_REQUEST' && /\\u0000|\\ud[89a-f]/i.test(JSON.stringify({ text, variables }));
  return { refused: early ? 'BAD_USER_INPUT' : code, message: error.message };
}
