import { Prisma } from '../../generated/prisma/client';
import type { Work } from '../../writing/command';
import { type RoleKey, roleKey } from './roleKey';

/** A stored role, as choosing between doubles needs to know it. */
export interface HeldRole extends RoleKey {
  readonly id: string;
  readonly personId: string;
  readonly articleId: string | null;
  /** Whether readers may see it, now or once an embargo ends: it rests on no article, or on a published one. */
  readonly isPublic: boolean;
}

/**
 * Which roles are to go when those of the one are to be the other's: of two that one person can't both have, the one that
 * readers see less of; of equals, the one that comes later in the list.
 */
export function doublesAmong(roles: readonly HeldRole[]): string[] {
  const kept = new Map<string, HeldRole>();
  const doubles: string[] = [];
  for (const role of roles) {
    const key = `${role.personId} ${roleKey(role)}`;
    const other = kept.get(key);
    if (other) doubles.push(weight(role) > weight(other) ? other.id : role.id);
    if (!other || weight(role) > weight(other)) kept.set(key, role);
  }
  return doubles;
}

function weight(role: HeldRole): number {
  if (role.articleId === null) return 2;
  return role.isPublic ? 1 : 0;
}

/** Gives the survivor the roles of the person, or at the organization, that goes. */
export async function mergeRoles(
  tx: Work['tx'],
  column: 'person_id' | 'organization_id',
  ids: { readonly from: string; readonly into: string },
): Promise<void> {
  const { from, into } = ids;
  const held = Prisma.raw(column);
  // Both in the survivor's name, its own first.
  const roles = await tx.$queryRaw<HeldRole[]>`
    /* roles of both */ select r.id::text, r.title, r.from_date as "from", r.article_id::text as "articleId",
      coalesce(${column === 'person_id' ? into : null}::text, r.person_id::text) as "personId",
      coalesce(${column === 'organization_id' ? into : null}::text, r.organization_id::text) as "organizationId",
      r.article_id is null or a.status = 'PUBLISHED' as "isPublic"
    from role r left join article a on a.id = r.article_id
    where r.${held} in (${from}::uuid, ${into}::uuid) order by r.${held} <> ${into}::uuid, r.id`;
  await tx.role.deleteMany({ where: { id: { in: doublesAmong(roles) } } });
  await tx.$executeRaw`/* move roles */ update role set ${held} = ${into}::uuid where ${held} = ${from}::uuid`;
}
