import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newToken } from '../../src/auth/keys';
import { endPrograms, type Program, startProgram, untilNobodyIn } from '../harness/program';
import { createScratchDatabase } from '../harness/scratch';
import { printFigures } from '../harness/figures';

/** How often the program is killed while it writes; KILLS=30 gives the figure of docs/operating.md. */
const kills = Number(process.env.KILLS ?? 6);
/** How many writers are at work when it happens. */
const writers = 4;

const token = newToken();
const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-kills-'));
afterAll(async () => {
  await endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const query = `mutation ($input: DraftArticleInput!) { draftArticle(input: $input) { article { id } userErrors { code } } }`;
const readQuery = 'query ($slug: String!) { article(by: { slug: $slug }) { id } }';

async function ask(url: string, text: string, variables: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: text, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data!;
}

/** Drafts under a slug that is also the call's name; gives the article's id once that is acknowledged. */
async function draft(url: string, slug: string): Promise<string> {
  const input = { headline: slug, body: `Words of ${slug}.`, slug, idempotencyKey: slug };
  const { draftArticle } = (await ask(url, query, { input })) as {
    draftArticle: { article: { id: string } | null; userErrors: unknown[] };
  };
  if (!draftArticle.article) throw new Error(JSON.stringify(draftArticle.userErrors));
  return draftArticle.article.id;
}

/** Writes until the program is gone; gives what was acknowledged, and what was not. */
async function writeUntilGone(
  url: string,
  round: number,
  writer: number,
  heard: () => void,
): Promise<{ acknowledged: Map<string, string>; open: string }> {
  const acknowledged = new Map<string, string>();
  for (let i = 0; i < 1_000_000; i += 1) {
    const slug = `round-${round}-writer-${writer}-call-${i}`;
    try {
      acknowledged.set(slug, await draft(url, slug));
      heard();
    } catch {
      return { acknowledged, open: slug };
    }
  }
  throw new Error('The program was not killed.');
}

/** How many of the acknowledged calls are gone, and how many were carried out twice when they were sent again. */
async function lookAgain(
  url: string,
  acknowledged: ReadonlyMap<string, string>,
  open: string,
): Promise<[number, number]> {
  let lost = 0;
  let twice = 0;
  for (const [slug, id] of acknowledged) {
    const { article } = (await ask(url, readQuery, { slug })) as { article: { id: string } | null };
    if (article?.id !== id) lost += 1;
    if ((await draft(url, slug)) !== id) twice += 1;
  }
  // Nobody knows whether this one was written: the same call answers, and there is one article of it.
  const id = await draft(url, open);
  if ((await draft(url, open)) !== id) twice += 1;
  return [lost, twice];
}

async function survive(variables: Record<string, string>, gone: () => Promise<void>): Promise<void> {
  let lost = 0;
  let twice = 0;
  let acknowledgedCalls = 0;
  let program: Program = startProgram({ ...variables, FIRST_ADMIN_KEY: token });
  for (let round = 0; round < kills; round += 1) {
    const url = await program.url();
    let answers = 0;
    const heard = (): void => {
      answers += 1;
      // In the middle of writing: the other writers' calls are under way. Never the same moment.
      if (answers === 6 + (round % 9)) program.process.kill('SIGKILL');
    };
    const work = Promise.all(Array.from({ length: writers }, (_, writer) => writeUntilGone(url, round, writer, heard)));
    const results = await work;
    await program.ended;
    await gone();
    program = startProgram({ ...variables, FIRST_ADMIN_KEY: token });
    const again = await program.url();
    for (const { acknowledged, open } of results) {
      acknowledgedCalls += acknowledged.size;
      const [missing, doubled] = await lookAgain(again, acknowledged, open);
      lost += missing;
      twice += doubled;
    }
  }
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  printFigures(`${kills} kills, ${acknowledgedCalls} acknowledged writes: ${lost} lost, ${twice} written twice\n`);
  expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
  expect(acknowledgedCalls).toBeGreaterThan(0);
}

const patience = 120_000 + kills * 60_000;

test(
  'what was acknowledged survives SIGKILL, on the embedded database',
  async () => {
    await survive({ DATA_DIR: path.join(folder, 'data') }, () => untilNobodyIn(path.join(folder, 'data')));
  },
  patience,
);

(process.env.DATABASE_URL ? test : test.skip)(
  'what was acknowledged survives SIGKILL, on a PostgreSQL server',
  async () => {
    const scratch = await createScratchDatabase(process.env.DATABASE_URL!);
    await survive({ DATABASE_URL: scratch.url }, () => Promise.resolve());
    await endPrograms();
    await scratch.drop();
  },
  patience,
);
