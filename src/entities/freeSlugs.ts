import { Prisma } from '../generated/prisma/client';
import { longestSlug } from '../articles/slug';
import type { EntityName, Writing } from './kind';

/** How many numbers are tried for each slug in one look at the database, at first. */
const firstTries = 8;

/**
 * Slugs that are free, each the wanted one or the same with a number: one for each wanted slug, all different. For many at once;
 * nobody else may take slugs of the kind meanwhile.
 */
export async function freeSlugs(tx: Writing['tx'], kind: EntityName, wanted: readonly string[]): Promise<string[]> {
  const free: (string | undefined)[] = wanted.map(() => undefined);
  const given = new Set<string>();
  let from = 1;
  for (let tries = firstTries; free.includes(undefined); tries *= 4) {
    const open = [...wanted.keys()].filter((i) => free[i] === undefined);
    const candidates = open.map((i) => Array.from({ length: tries }, (_, n) => numbered(wanted[i]!, from + n)));
    const taken = await takenSlugs(tx, kind, [...new Set(candidates.flat())]);
    for (const [n, i] of open.entries()) {
      const slug = candidates[n]!.find((one) => !taken.has(one) && !given.has(one));
      if (slug === undefined) continue;
      given.add(slug);
      free[i] = slug;
    }
    from += tries;
  }
  return free as string[];
}

/** The wanted slug, as the number's turn has it: itself first, then with 2, 3 … */
function numbered(wanted: string, number: number): string {
  if (number === 1) return wanted;
  return `${wanted.slice(0, longestSlug - 8).replace(/-$/, '')}-${number}`;
}

async function takenSlugs(tx: Writing['tx'], kind: EntityName, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    /* taken slugs */ select slug from ${Prisma.raw(kind)} where slug = any(${slugs}::text[])
    union all select slug from former_slug where kind = ${kind} and slug = any(${slugs}::text[])`;
  return new Set(rows.map(({ slug }) => slug));
}
