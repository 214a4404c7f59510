import { startTestServer, type TestServer } from '../../harness/server';
import { makeKey } from '../../harness/keys';

let server: TestServer;
let editor: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer({ seeded: true });
  editor = (await makeKey(server.database, 'EDITOR')).headers;
});
afterAll(() => server.close());

interface Seen {
  readonly article: {
    readonly people: { readonly edges: readonly { readonly node: { readonly slug: string } }[] };
    readonly mentions: {
      readonly edges: readonly {
        readonly node: { readonly id: string; readonly revision: number; readonly entity: { readonly slug: string } };
      }[];
    };
  };
  readonly person: { readonly reviewStatus: string; readonly articles: { readonly totalCount: number } } | null;
}

const slug = 'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico';
const look = `{ article(by: { slug: "${slug}" }) {
    people { edges { node { slug } } }
    mentions(first: 100) { edges { node { id revision entity { slug } } } } }
  person(by: { slug: "carlos-manzo" }) { reviewStatus articles { totalCount } } }`;

async function seenBy(headers: Record<string, string> = {}) {
  const { body } = await server.post(look, {}, headers);
  const { article, person } = body.data as unknown as Seen;
  return {
    person,
    people: article.people.edges.map(({ node }) => node.slug),
    mentions: article.mentions.edges.map(({ node }) => node),
  };
}

async function review(mutation: 'verifyMention' | 'rejectMention', input: object) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { body } = await server.post(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
      mention { reviewStatus reviewedBy method confidence } userErrors { code message path } } }`,
    { input },
    editor,
  );
  return (body.data as unknown as Record<string, { mention: unknown; userErrors: readonly { code: string }[] }>)[
    mutation
  ]!;
}

test('a rejected mention relates nothing any more, is shown to editors only, and comes back when it is verified', async () => {
  const before = await seenBy();
  expect(before.people).toContain('carlos-manzo');
  expect(before.person).toEqual({ reviewStatus: 'VERIFIED', articles: { totalCount: 1 } });
  const { id } = before.mentions.find(({ entity }) => entity.slug === 'carlos-manzo')!;

  const rejected = await review('rejectMention', { id, expectedVersion: 1, expectedRevision: 1 });
  expect(rejected).toEqual({
    mention: { reviewStatus: 'REJECTED', reviewedBy: 'EDITOR', method: 'HUMAN', confidence: null },
    userErrors: [],
  });
  const readers = await seenBy();
  expect(readers.people).not.toContain('carlos-manzo');
  expect(readers.mentions.map((mention) => mention.id)).not.toContain(id);
  expect(readers.person).toBeNull();
  const editors = await seenBy(editor);
  expect(editors.people).not.toContain('carlos-manzo');
  expect(editors.mentions.map((mention) => mention.id)).toContain(id);
  expect(editors.person).toEqual({ reviewStatus: 'VERIFIED', articles: { totalCount: 0 } });

  const late = await review('verifyMention', { id, expectedRevision: 1 });
  expect(late.userErrors).toEqual([expect.objectContaining({ code: 'CONFLICT', path: ['expectedRevision'] })]);
  expect((await review('verifyMention', { id, expectedRevision: 2 })).mention).toMatchObject({
    reviewStatus: 'VERIFIED',
  });
  const again = before.mentions.map((mention) => (mention.id === id ? { ...mention, revision: 3 } : mention));
  expect(await seenBy()).toEqual({ ...before, mentions: again });
});

test('a mention that is not there, and a version that is past, are refused', async () => {
  const { id } = (await seenBy()).mentions[0]!;
  const codes = async (input: object) =>
    (await review('rejectMention', { expectedRevision: 1, ...input })).userErrors.map(({ code }) => code);
  expect(await codes({ id: 'mention_00000000-0000-4000-8000-000000000000' })).toEqual(['NOT_FOUND']);
  expect(await codes({ id: 'quote_00000000-0000-4000-8000-000000000000' })).toEqual(['INVALID']);
  expect(await codes({ id, expectedVersion: 7 })).toEqual(['CONFLICT']);
});
