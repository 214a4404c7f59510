import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../src/packageRoot';
import { startTestServer, type TestServer } from '../../harness/server';

const text = readFileSync(path.join(packageRoot, 'prisma/seed/rubio-mexico-cartels.txt'), 'utf8');
const slug = 'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico';

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface Quote {
  readonly text: string;
  readonly kind: string;
  readonly spans: readonly (Span & { readonly prefix: string; readonly suffix: string })[];
  readonly cue: Span | null;
  readonly speaker: { readonly name: string };
  readonly paragraph: { readonly index: number };
  readonly citation: string;
}
type Connection<T> = { readonly totalCount: number; readonly edges: readonly { readonly node: T }[] };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true });
});
afterAll(() => server.close());

async function ask<T>(query: string): Promise<T> {
  const { body } = await server.post(query);
  expect(body.errors).toBeUndefined();
  return body.data as T;
}

const nodes = <T>(connection: Connection<T>): T[] => connection.edges.map((edge) => edge.node);

describe('the sample article, asked for', () => {
  test('is an article of 11 quotes, each the words at its offsets', async () => {
    const { article } = await ask<{
      article: { body: string; paragraphs: (Span & { index: number })[]; quotes: Connection<Quote> };
    }>(
      `{ article(by: { slug: "${slug}" }) { body paragraphs { index start end text } quotes { totalCount edges { node {
        text kind spans { start end text prefix suffix } cue { text start end } speaker { ... on Person { name } } paragraph { index } citation } } } } }`,
    );
    const points = Array.from(article.body);
    const slice = ({ start, end }: Span): string => points.slice(start, end).join('');
    expect(article.paragraphs.map((paragraph) => paragraph.text).join('\n\n')).toBe(article.body);
    for (const paragraph of article.paragraphs) {
      expect(slice(paragraph)).toBe(paragraph.text);
      expect(text).toContain(paragraph.text);
    }

    const quotes = nodes(article.quotes);
    expect(article.quotes.totalCount).toBe(11);
    expect(quotes.map((quote) => quote.kind[0]).join('')).toBe('IDIDIDIDIMD');
    expect(quotes.map((quote) => quote.paragraph.index)).toEqual([0, 2, 3, 3, 4, 5, 6, 7, 8, 8, 9]);
    for (const quote of quotes) {
      expect(quote.speaker.name).toBe('Marco Rubio');
      expect(quote.text).toBe(quote.spans.map((span) => span.text).join(' '));
      for (const span of quote.spans) {
        expect(slice(span)).toBe(span.text);
        expect(article.body).toContain(span.prefix + span.text + span.suffix);
      }
      if (quote.cue) expect(slice(quote.cue)).toBe(quote.cue.text);
    }
    expect(quotes[0]!.citation).toBe(
      'The United States will not be sending its armed forces to Mexico to fright drug cartels or make unilateral decisions against them — Marco Rubio, Secretary of State. Rubio scraps plan to use US military against cartels in Mexico, NewsNation.',
    );
  });

  test('knows its people, organizations and places, and they know it', async () => {
    const list = '{ edges { node { name articles { totalCount } } } }';
    type Known = Connection<{ name: string; articles: { totalCount: number } }>;
    const { article } = await ask<{ article: { people: Known; organizations: Known; places: Known } }>(
      `{ article(by: { slug: "${slug}" }) { people ${list} organizations ${list} places ${list} } }`,
    );
    const names = (known: Known): string[] =>
      nodes(known)
        .map((one) => one.name)
        .sort();
    expect(names(article.people)).toEqual(['Andrej Ivanov', 'Carlos Manzo', 'Marco Rubio', 'Mélanie Joly']);
    expect(names(article.organizations)).toEqual([
      'Border Report',
      'G7',
      'Getty Images',
      'Mexican Government',
      'NewsNation',
      'U.S. Government',
    ]);
    expect(names(article.places)).toHaveLength(12);
    for (const one of [article.people, article.organizations, article.places].flatMap(nodes)) {
      expect(one.articles.totalCount).toBe(1);
    }
  });

  test('is found from its speaker, its places and a name with a typo', async () => {
    expect(
      await ask(`{
        person(by: { slug: "marco-rubio" }) { roles { title organization { name } from to } quotes { totalCount } }
        place(by: { slug: "canada" }) { children { edges { node { name children { edges { node { name } } } } } } quotesSaidHere { totalCount } }
        people(filter: { name: "Melanie Jolie" }) { edges { node { name } } }
        quotes(filter: { words: "fentanyl" }) { edges { node { position } } }
      }`),
    ).toEqual({
      person: {
        roles: [{ title: 'U.S. Secretary of State', organization: { name: 'U.S. Government' }, from: null, to: null }],
        quotes: { totalCount: 11 },
      },
      place: {
        children: {
          edges: [
            { node: { name: 'La Malbaie', children: { edges: [{ node: { name: 'Fairmont Manoir Richelieu' } }] } } },
          ],
        },
        quotesSaidHere: { totalCount: 2 },
      },
      people: { edges: [{ node: { name: 'Mélanie Joly' } }] },
      quotes: { edges: [{ node: { position: 9 } }] },
    });
  });
});
