import type { Program } from '../harness/program';

/** The process numbers of all workers that have served, by their own numbers. */
export function workersOf(program: Program): Map<number, number> {
  const lines = program.output().split('\n');
  const serving = lines.filter((line) => line.includes('a worker serves'));
  return new Map(
    serving.map((line) => {
      const { worker, pid } = JSON.parse(line) as { worker: number; pid: number };
      return [worker, pid];
    }),
  );
}

/** Whether there is a process of this number. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** How many articles a server tells of. */
export async function headlines(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' }, // each request may meet another worker
    body: JSON.stringify({ query: '{ articles { totalCount } }' }),
  });
  const { data } = (await response.json()) as { data: { articles: { totalCount: number } } };
  return data.articles.totalCount;
}
