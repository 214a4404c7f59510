import path from 'node:path';
import type { Database } from '../../data/database';
import { packageRoot } from '../../packageRoot';
import { loadStory, readStory } from './loadStory';

/** The records of the story that an empty database begins with; its text lies beside them. */
export const sampleFile = path.join(packageRoot, 'prisma/seed/rubio-mexico-cartels.json');

/**
 * Loads the sample article where there is no article at all. Of nodes that start together only one loads it.
 * @returns whether it was loaded.
 */
export async function loadSampleIfEmpty(database: Pick<Database, 'pool' | 'prisma' | 'whileAlone'>): Promise<boolean> {
  if (!(await isEmpty(database))) return false;
  return database.whileAlone(async () => {
    if (!(await isEmpty(database))) return false;
    await loadStory(database, await readStory(sampleFile));
    return true;
  });
}

/** Whether there is no article. Not asked through Prisma, which costs a start 260 ms, and most starts need nothing else of it. */
export async function isEmpty({ pool }: Pick<Database, 'pool'>): Promise<boolean> {
  const { rows } = await pool.query<{ empty: boolean }>(
    '/* no article? */ SELECT NOT EXISTS (SELECT 1 FROM article) AS empty',
  );
  return rows[0]!.empty;
}
