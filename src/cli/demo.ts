import type { Database } from '../data/database';
import { loadDemo } from '../import/demo/loadDemo';

/** `verbatim demo`: brings in the articles of the demo, and says so. */
export async function bringDemo(database: Pick<Database, 'prisma' | 'whileAlone'>): Promise<void> {
  const articles = await loadDemo(database);
  const told = articles === 0 ? 'All articles of the demo are here already' : `Brought in ${articles} articles`;
  process.stderr.write(`${told}. Try in the explorer: Quotes to review.\n`);
}
