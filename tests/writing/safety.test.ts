import { type Input, type Newsroom, openNewsroom } from '../articles/newsroom';
import { printFigures } from '../harness/figures';

/** How many calls each measurement makes; SAFETY_CALLS=1000 gives the figures of docs/operating.md. */
const calls = Number(process.env.SAFETY_CALLS ?? 100);
/** How many are sent at once. */
const atOnce = 50;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom({ config: { databasePoolTimeoutMs: 60_000 } });
});
afterAll(() => newsroom.close());

const patience = 60_000 + calls * 400;

interface Drafted {
  readonly article: { readonly id: string; readonly headline: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

const draftQuery = `mutation ($input: DraftArticleInput!) {
  draftArticle(input: $input) { article { id headline } userErrors { code message path } } }`;

async function draft(input: Input, headers: Record<string, string> = {}): Promise<Drafted> {
  const { body } = await newsroom.server.post(draftQuery, { input }, { 'x-test-role': 'EDITOR', ...headers });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return (body.data as { draftArticle: Drafted }).draftArticle;
}

async function inCrowds<Result>(count: number, work: (i: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < count; start += atOnce) {
    const crowd = Array.from({ length: Math.min(atOnce, count - start) }, (_, i) => work(start + i));
    results.push(...(await Promise.all(crowd)));
  }
  return results;
}

test(
  'of simultaneous revisions one wins, the others are told of its version, and nothing is lost or written twice',
  async () => {
    const { prisma } = newsroom.server.database;
    const article = await newsroom.draft('The beginning.');
    let version = 1;
    for (let start = 0; start < calls; start += atOnce) {
      const answers = await Promise.all(
        Array.from({ length: atOnce }, (_, i) =>
          newsroom.write('reviseArticle', { id: article.id, expectedVersion: version, body: `Revision ${start + i}.` }),
        ),
      );
      const winners = answers.filter(({ userErrors }) => userErrors.length === 0);
      const losers = answers.flatMap(({ userErrors }) => userErrors);
      expect(winners).toHaveLength(1);
      expect(losers).toHaveLength(atOnce - 1);
      version += 1;
      expect(winners[0]!.record.version).toBe(version);
      for (const { code, message } of losers) {
        expect(code).toBe('CONFLICT');
        expect(message).toContain(`version ${version}`);
      }
      const stored = await prisma.article.findUniqueOrThrow({ where: { id: article.id.slice('article_'.length) } });
      expect(stored.version).toBe(version);
    }
    const versions = await prisma.articleVersion.findMany({
      where: { articleId: article.id.slice('article_'.length) },
    });
    expect(versions.map(({ number }) => number).sort((a, b) => a - b)).toEqual(versions.map((_, i) => i + 1));
    expect(versions).toHaveLength(version);
    printFigures(`${Math.ceil(calls / atOnce) * atOnce} simultaneous revisions: 0 lost, 0 written twice\n`);
  },
  patience,
);

test(
  'a call that is sent again, at once or later, is answered the same and written once',
  async () => {
    const { prisma } = newsroom.server.database;
    const before = [await prisma.article.count(), await prisma.auditEntry.count()];
    const name = (i: number): Input => ({ headline: `Story ${i}`, body: 'Words.', idempotencyKey: `call-${i}` });
    const twice = await inCrowds(calls, (i) => Promise.all([draft(name(i)), draft(name(i))]));
    const later = await inCrowds(calls, (i) => draft(name(i)));
    for (const [i, [one, other]] of twice.entries()) {
      expect(one.article?.headline).toBe(`Story ${i}`);
      expect(other).toEqual(one);
      expect(later[i]).toEqual(one);
    }
    const after = [await prisma.article.count(), await prisma.auditEntry.count()];
    expect(after).toEqual(before.map((count) => count + calls));
    printFigures(`${calls} calls, each sent three times: ${after[0]! - before[0]!} written\n`);
  },
  patience,
);

test('the Idempotency-Key header does the same for a request', async () => {
  const headers = { 'idempotency-key': 'request-1' };
  const input = { headline: 'By header', body: 'Words.' };
  const [one, other] = await Promise.all([draft(input, headers), draft(input, headers)]);
  expect(other).toEqual(one);
  expect(one.article).not.toBeNull();
  expect((await draft(input, { 'idempotency-key': 'request-2' })).article!.id).not.toBe(one.article!.id);
});

test('a key that stands for another call is refused, and a refused call does not use its key up', async () => {
  const refused = await draft({ headline: ' ', body: 'Words.', idempotencyKey: 'again' });
  expect(refused.userErrors.map(({ code }) => code)).toEqual(['INVALID']);
  const put = { headline: 'Put right', body: 'Words.', idempotencyKey: 'again' };
  expect((await draft(put)).article?.headline).toBe('Put right');
  const other = await draft({ ...put, headline: 'Another call' });
  expect(other).toMatchObject({ article: null, userErrors: [{ code: 'CONFLICT', path: ['idempotencyKey'] }] });
});

test.each(['', ' ', 'a\u0007b', 'x'.repeat(401)])('a key that is none is refused: %j', async (idempotencyKey) => {
  const refused = await draft({ headline: 'Named', body: 'Words.', idempotencyKey });
  expect(refused).toMatchObject({ article: null, userErrors: [{ code: 'INVALID', path: ['idempotencyKey'] }] });
});

test('the keys of one caller are nothing to another', async () => {
  const { database } = newsroom.server;
  const input = { headline: 'Mine', body: 'Words.', idempotencyKey: 'shared' };
  const { article } = await draft(input);
  const stored = await database.prisma.answeredCall.findFirstOrThrow({ where: { key: 'shared' } });
  await database.prisma.answeredCall.update({
    where: { caller_key: { caller: stored.caller, key: 'shared' } },
    data: { caller: 'somebody-else' },
  });
  expect((await draft(input)).article!.id).not.toBe(article!.id);
});

test('several mutations of one request are carried out one after the other, each on its own', async () => {
  const query = `mutation { a: draftArticle(input: { headline: "One", body: "Words." }) { article { headline } userErrors { code } }
    b: draftArticle(input: { headline: " ", body: "Words." }) { article { headline } userErrors { code } }
    c: draftArticle(input: { headline: "Three", body: "Words." }) { article { headline } userErrors { code } } }`;
  expect(await newsroom.ask('EDITOR', query)).toEqual({
    a: { article: { headline: 'One' }, userErrors: [] },
    b: { article: null, userErrors: [{ code: 'INVALID' }] },
    c: { article: { headline: 'Three' }, userErrors: [] },
  });
});

test('the audit trail tells editors who did what from which version, and nobody can change it', async () => {
  const { id } = await newsroom.draft('First.');
  await newsroom.done('reviseArticle', { id, expectedVersion: 1, body: 'Second.' });
  const query = `query ($record: ID) { auditEntries(record: $record) {
    totalCount edges { node { actor action fromVersion toVersion record { id } } } } }`;
  const told = await newsroom.ask<{ auditEntries: unknown }>('EDITOR', query, { record: id });
  expect(told.auditEntries).toEqual({
    totalCount: 2,
    edges: [
      { node: { actor: 'editor', action: 'reviseArticle', fromVersion: 1, toVersion: 2, record: { id } } },
      { node: { actor: 'editor', action: 'draftArticle', fromVersion: null, toVersion: 1, record: { id } } },
    ],
  });
  await expect(newsroom.ask('READER', query, { record: id })).rejects.toThrow('UNAUTHENTICATED');
  for (const change of ['update audit_entry set actor = $$x$$', 'delete from audit_entry', 'truncate audit_entry']) {
    await expect(newsroom.server.database.pool.query(change)).rejects.toThrow('only ever added to');
  }
});
