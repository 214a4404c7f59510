import { numberedSlugs } from '../articles/numberedSlugs';
import { Prisma } from '../generated/prisma/client';
import type { EntityName, Writing } from './kind';

/**
 * Slugs that are free, each the wanted one or the same with a number: one for each wanted slug, all different. For many at once;
 * nobody else may take slugs of the kind meanwhile.
 */
export function freeSlugs(tx: Writing['tx'], kind: EntityName, wanted: readonly string[]): Promise<string[]> {
  return numberedSlugs(wanted, async (slugs) => {
    const rows = await tx.$queryRaw<{ slug: string }[]>`
      /* taken slugs */ select slug from ${Prisma.raw(kind)} where slug = any(${slugs}::text[])
      union all select slug from former_slug where kind = ${kind} and slug = any(${slugs}::text[])`;
    return new Set(rows.map(({ slug }) => slug));
  });
}
