import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endPrograms, processesIn, startProgram, untilNobodyIn } from '../harness/program';
import { until } from '../harness/until';

jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-frozen-'));
});
afterEach(async () => {
  signal('SIGCONT');
  await endPrograms();
  await untilNobodyIn(folder);
  rmSync(folder, { recursive: true, force: true });
});

/** Signals every process of PostgreSQL, as when its machine is frozen. */
function signal(name: NodeJS.Signals): void {
  for (const pid of processesIn(folder)) {
    try {
      if (path.basename(readlinkSync(`/proc/${pid}/exe`)) === 'postgres') process.kill(pid, name);
    } catch {
      // it has ended
    }
  }
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('nobody is kept waiting for a database that is frozen, and nothing is served that is not proven', async () => {
  // Without a look at whether it says anything at all, this is how long each request would wait.
  const program = startProgram({
    DATA_DIR: folder,
    STATEMENT_TIMEOUT_SECONDS: '3600',
    DATABASE_POOL_TIMEOUT_SECONDS: '300',
  });
  const url = await program.url();
  const key = /vbt_\S+/.exec(program.output())![0];
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    return [answer.status, errors?.[0]?.extensions.code, answer.headers.get('retry-after')];
  };
  const kept = '{ articles(first: 1) { edges { node { headline } } } }';
  const draft = 'mutation { draftArticle(input: { headline: "H", body: "B" }) { userErrors { message } } }';
  const asAdmin = { authorization: `Bearer ${key}` };
  expect(await ask(kept)).toEqual([200, undefined, null]);
  expect(await ask(draft, asAdmin)).toEqual([200, undefined, null]);

  signal('SIGSTOP');
  const unavailable = [503, 'SERVICE_UNAVAILABLE', '5'];
  const asked = [kept, kept, '{ people(first: 2) { totalCount } }', '{ quotes { totalCount } }'].map((query) =>
    ask(query),
  );
  expect(await Promise.all([...asked, ask(draft, asAdmin)])).toEqual(Array(5).fill(unavailable));
  expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  expect(await ask(kept)).toEqual(unavailable);

  signal('SIGCONT');
  await until('it is ready again', async () => (await fetch(`${url}/health/ready`)).ok);
  expect(await ask(kept)).toEqual([200, undefined, null]);
  expect(await ask(draft, asAdmin)).toEqual([200, undefined, null]);
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});
