import { longestSlug } from './slug';

/** How many numbers are tried for each slug in one look at what is taken, at first. */
const firstTries = 8;

/**
 * Slugs that are free, each the wanted one or the same with a number from 2 up: one for each wanted slug, all different. Each look
 * asks for some slugs by name, and for four times as many as the one before: thousands of one headline take a few of them.
 * @param taken gives those of some slugs that are taken; nobody else may take one of them meanwhile
 */
export async function numberedSlugs(
  wanted: readonly string[],
  taken: (slugs: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  const free: (string | undefined)[] = wanted.map(() => undefined);
  const given = new Set<string>();
  let from = 1;
  for (let tries = firstTries; free.includes(undefined); tries *= 4) {
    const open = [...wanted.keys()].filter((i) => free[i] === undefined);
    const candidates = open.map((i) => Array.from({ length: tries }, (_, n) => numbered(wanted[i]!, from + n)));
    const gone = await taken([...new Set(candidates.flat())]);
    for (const [n, i] of open.entries()) {
      const slug = candidates[n]!.find((one) => !gone.has(one) && !given.has(one));
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
