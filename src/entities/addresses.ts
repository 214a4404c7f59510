import { Prisma } from '../generated/prisma/client';
import { longestSlug } from '../articles/slug';
import type { UserErrors } from '../writing/userErrors';
import type { EntityName, Writing } from './kind';

const wellFormed = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * A slug that an editor chose; undefined where none was chosen, or none that has the form of one, which is noted.
 * @param isNew whether null stands for a slug that is to be made
 */
export function slugIn(userErrors: UserErrors, given: string | null | undefined, isNew: boolean): string | undefined {
  if (given == null) {
    if (given === null && !isNew)
      userErrors.add('INVALID', 'slug', 'A slug can be changed, not taken away: give another one, or leave it out.');
    return undefined;
  }
  if (given.length <= longestSlug && wellFormed.test(given)) return given;
  const message = `A slug has small letters, digits and single hyphens between them, ${longestSlug} at the most.`;
  userErrors.add('INVALID', 'slug', message);
  return undefined;
}

/** Notes who else has the slug, now or from before: an old address goes on answering. */
export async function checkSlug(
  { tx, userErrors }: Writing,
  kind: EntityName,
  slug: string,
  self: string | null,
): Promise<void> {
  const [holder] = await tx.$queryRaw<{ id: string }[]>`
    /* slug holder */ select id::text from ${Prisma.raw(kind)} where slug = ${slug}
    union all select record_id::text from former_slug where kind = ${kind} and slug = ${slug} limit 1`;
  if (!holder || holder.id === self) return;
  const message = `Another ${kind} has this slug, or had it and still answers to it: choose another one.`;
  userErrors.add('TAKEN', 'slug', message, { kind, id: holder.id });
}

/** A slug that is free: the wanted one, or the same with a number. */
export async function freeSlug({ tx }: Writing, kind: EntityName, wanted: string): Promise<string> {
  const stem = wanted.slice(0, longestSlug - 8).replace(/-$/, '');
  const like = `^${stem}-[0-9]+$`;
  const taken = await tx.$queryRaw<{ slug: string }[]>`
    /* slugs like */ select slug from ${Prisma.raw(kind)} where slug = ${wanted} or slug ~ ${like}
    union all select slug from former_slug where kind = ${kind} and (slug = ${wanted} or slug ~ ${like})`;
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const slug = `${stem}-${number}`;
    if (!slugs.has(slug)) return slug;
  }
}

/** Lets a slug that a record gives up go on answering, and one that it takes back be its own again. */
export async function keepFormerSlug(
  { tx }: Writing,
  kind: EntityName,
  change: { readonly id: string; readonly from: string; readonly to: string },
): Promise<void> {
  if (change.from === change.to) return;
  await tx.formerSlug.deleteMany({ where: { kind, slug: change.to } });
  await tx.formerSlug.createMany({ data: { kind, slug: change.from, recordId: change.id } });
}
