import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/auth/audience';
import { startTestServer, type TestServer, type TestServerOptions } from '../harness/server';

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly record: { readonly id: string } | null;
}

/** What a mutation answered: the record as it was asked for, and the user errors. */
export interface Written<Shape> {
  readonly record: Shape;
  readonly userErrors: readonly UserError[];
}

export interface Article {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: string;
  readonly publishedAt: string | null;
  readonly revisedAt: string | null;
  readonly scheduledFor: string | null;
  readonly embargoedUntil: string | null;
}

/** What an article is asked for where a test does not say. */
export const articleFields =
  'id slug version status headline standfirst body publishedAt revisedAt scheduledFor embargoedUntil';

export type Input = Readonly<Record<string, unknown>>;

/** An editor and a reader at a running server. */
export interface Newsroom {
  readonly server: TestServer;
  /** Calls a mutation on articles as an editor. Fails where it answers with errors that are not data. */
  write<Shape = Article>(mutation: string, input: Input, fields?: string): Promise<Written<Shape>>;
  /** The same where nothing may be refused: the record. */
  done<Shape = Article>(mutation: string, input: Input, fields?: string): Promise<Shape>;
  /** The same where it must be refused: the user errors. */
  refused(mutation: string, input: Input): Promise<readonly UserError[]>;
  /** A draft with that body. */
  draft(body?: string, more?: Input): Promise<Article>;
  /** Asks as someone with that role. */
  ask<Data = Record<string, unknown>>(role: Viewer['role'], query: string, variables?: Input): Promise<Data>;
  close(): Promise<void>;
}

/** The revision that a record has now; 1 where the id is of none. */
export async function revisionOf(ask: Newsroom['ask'], id: unknown): Promise<number> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Entity { revision } ... on Quote { revision } ... on Mention { revision } } }`;
  try {
    const { node } = await ask<{ node: { revision?: number } | null }>('EDITOR', query, { id });
    return node?.revision ?? 1;
  } catch {
    return 1; // no id at all: the mutation refuses it
  }
}

/** A server whose visitors say who they are in a header. */
export async function openNewsroom(options: TestServerOptions = {}): Promise<Newsroom> {
  const keyId = randomUUID();
  const server = await startTestServer({
    viewerOf: ({ headers }) => {
      const role = (headers['x-test-role'] ?? 'READER') as Viewer['role'];
      return role === 'READER' ? { role, name: null } : { role, name: 'editor', keyId };
    },
    ...options,
  });
  return { server, close: () => server.close(), ...visitors(server) };
}

/** The same people at a server that runs already. */
export function visitors(server: Pick<TestServer, 'post'>): Omit<Newsroom, 'server' | 'close'> {
  async function ask<Data>(role: Viewer['role'], query: string, variables: Input = {}): Promise<Data> {
    const { body } = await server.post(query, variables, { 'x-test-role': role });
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data as Data;
  }
  async function write<Shape>(mutation: string, input: Input, fields = articleFields): Promise<Written<Shape>> {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { record: article { ${fields} } userErrors { code message path record { id } } } }`;
    return (await ask<Record<string, Written<Shape>>>('EDITOR', query, { input }))[mutation]!;
  }
  async function done<Shape>(mutation: string, input: Input, fields?: string): Promise<Shape> {
    const { record, userErrors } = await write<Shape>(mutation, input, fields);
    if (userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return record;
  }
  return {
    ask,
    write,
    done,
    async refused(mutation, input) {
      const { record, userErrors } = await write(mutation, input, 'id');
      expect(record).toBeNull();
      return userErrors;
    },
    draft: (body = 'One paragraph.\n\nAnother one.', more = {}) =>
      done<Article>('draftArticle', { headline: 'A headline', body, ...more }),
  };
}
