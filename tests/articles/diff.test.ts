import { type Newsroom, openNewsroom } from './newsroom';
import { storeQuotes } from './storedQuotes';

let newsroom: Newsroom;
beforeAll(async () => (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());

const query = `query ($article: ID!, $from: Int!, $to: Int!) {
  articleDiff(article: $article, from: $from, to: $to) { from to changes { kind text } quotes { quote { id } state } } }`;

interface Diff {
  readonly changes: readonly { readonly kind: string; readonly text: string }[];
  readonly quotes: readonly { readonly quote: { readonly id: string }; readonly state: string }[];
}

const first = 'She said: “We will not keep ships waiting in a harbour that may sink.”';
const second = 'He said: “The money for the work on the harbour is there, and more will come.”';
const third = '“Fishing goes on as it did in the years before,” both of them said.';

test('a diff tells what changed word by word, and what became of each quote', async () => {
  const body = [first, second, third].join('\n\n');
  const article = await newsroom.draft(body);
  const ids = await storeQuotes(newsroom, article, [
    { words: ['We will not keep ships waiting in a harbour that may sink.'] },
    { words: ['The money for the work on the harbour is there, and more will come.'] },
    { words: ['Fishing goes on as it did in the years before,'] },
  ]);
  const changed = [first.replace('ships waiting', 'boats waiting'), second, 'Nothing was said of fishing.'].join(
    '\n\n',
  );
  await newsroom.done('reviseArticle', {
    id: article.id,
    expectedVersion: 1,
    body: changed,
    quotes: [{ quote: ids[0], decision: 'CONFIRM' }],
  });
  const ask = async (from: number, to: number) =>
    (await newsroom.ask<{ articleDiff: Diff | null }>('EDITOR', query, { article: article.id, from, to })).articleDiff;
  const diff = (await ask(1, 2))!;
  const joined = (...kinds: string[]) =>
    diff.changes
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');
  expect(joined('EQUAL', 'DELETED')).toBe(body);
  expect(joined('EQUAL', 'INSERTED')).toBe(changed);
  expect(diff.changes.slice(1, 3)).toEqual([
    { kind: 'DELETED', text: 'ships' },
    { kind: 'INSERTED', text: 'boats' },
  ]);
  expect(diff.quotes).toEqual([
    { quote: { id: ids[0] }, state: 'ALTERED' },
    { quote: { id: ids[1] }, state: 'ANCHORED' },
    { quote: { id: ids[2] }, state: 'ORPHANED' },
  ]);
  // Back again, of the quotes that have words in the second version.
  expect((await ask(2, 1))!.quotes.map(({ state }) => state)).toEqual(['ALTERED', 'ANCHORED']);
  expect(await ask(1, 3)).toBeNull();
  expect(await ask(0, 1)).toBeNull();
});

test('readers are refused diffs, of published articles too', async () => {
  const { id } = await newsroom.draft();
  await newsroom.done('publishArticle', { id, expectedVersion: 1 });
  await expect(newsroom.ask('READER', query, { article: id, from: 1, to: 1 })).rejects.toThrow('UNAUTHENTICATED');
});
