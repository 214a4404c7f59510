import { queryToTry } from '../../src/process/banner';
import type { Program } from '../harness/program';

/** The headline that the banner's query finds. */
export async function headline(url: string): Promise<string> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: queryToTry }),
  });
  const { data } = (await answer.json()) as {
    data: { articles: { edges: { node: { headline: string; quotes: { edges: unknown[] } } }[] } };
  };
  const article = data.articles.edges[0]?.node;
  expect(article?.quotes.edges).toHaveLength(2);
  return article?.headline ?? '';
}

/** The headline of the sample article. */
export const sample = 'Rubio scraps plan to use US military against cartels in Mexico';

/** Ends a program by SIGTERM, which it must follow in good order. */
export async function stopped(program: Program): Promise<void> {
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
}
