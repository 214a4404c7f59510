import { databaseFault } from '../data/databaseFault';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import { isTransient, takenBy } from '../writing/prismaFault';
import { brokenRule } from './brokenRule';
import type { ItemResult } from './itemResults';

/** How often a batch that ran into another transaction is tried. */
const mostTries = 4;
/** How long a batch may take, and wait for a connection, in milliseconds. */
const times = { timeout: 120_000, maxWait: 30_000 };

/**
 * Stores things in one transaction. Where that fails, halves are tried until the one that can't be stored is alone: it is refused.
 * @param report told the error of that one, where it broke no rule that can be told to whoever gave it
 * @returns what became of each, in their order
 * @throws the database's error where it is away
 */
export async function storeTogether<Thing>(
  prisma: PrismaClient,
  things: readonly Thing[],
  store: (tx: Prisma.TransactionClient, some: readonly Thing[]) => Promise<ItemResult[]>,
  report: (error: unknown) => void,
): Promise<ItemResult[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma.$transaction((tx) => store(tx, things), times);
    } catch (error) {
      if (attempt < mostTries && (isTransient(error) || takenBy(error))) continue;
      if (databaseFault(error) === 'away') throw error; // one that is only slow may manage half as many
      if (things.length > 1) {
        const half = Math.ceil(things.length / 2);
        const first = await storeTogether(prisma, things.slice(0, half), store, report);
        return [...first, ...(await storeTogether(prisma, things.slice(half), store, report))];
      }
      const rule = brokenRule(error);
      if (rule === null) report(error);
      const message = rule ?? 'It could not be stored, for a reason that is in the log.';
      return [{ change: 'REFUSED', userErrors: [{ code: 'INVALID', message, path: [] }] }];
    }
  }
}
