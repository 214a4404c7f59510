import type { RoleInput } from '../../contract/schema.types';
import type { Work } from '../../writing/command';
import type { Writing } from '../kind';
import { recordIn } from '../../writing/inputIds';
import { lineIn } from '../../writing/inputTexts';
import type { UserErrors } from '../../writing/userErrors';
import { type RoleKey, roleKey } from './roleKey';

const longestTitle = 300;
const most = 100;

/** A role as it is to be stored. */
interface GivenRole extends RoleKey {
  readonly to: Date | null;
}

/** The roles that an input gives; undefined where it leaves them as they are. Notes what is wrong with them. */
export async function rolesIn(
  work: Writing,
  given: readonly RoleInput[] | null | undefined,
): Promise<readonly GivenRole[] | undefined> {
  if (given == null) return given === null ? [] : undefined;
  if (given.length > most) {
    work.userErrors.add('INVALID', 'roles', `There are ${given.length} roles; ${most} are allowed: leave some out.`);
    return undefined;
  }
  const organizations = await organizationsIn(work, given);
  const seen = new Set<string>();
  return given.map((one, i) => {
    const role = roleIn(work.userErrors, String(i), one, organizations[i]!);
    const key = roleKey(role);
    if (seen.has(key)) {
      const message = 'This role stands here twice: one organization, one first day, one role.';
      work.userErrors.add('INVALID', ['roles', String(i)], message);
    }
    seen.add(key);
    return role;
  });
}

/** The organizations of the roles. They are locked in the order of their ids, as everyone locks them. */
async function organizationsIn(work: Writing, given: readonly RoleInput[]): Promise<(string | null)[]> {
  const found = given.map((): string | null => null);
  const named = given.flatMap(({ organization }, i) => (organization == null ? [] : [{ organization, i }]));
  for (const { organization, i } of named.sort((a, b) => (a.organization < b.organization ? -1 : 1))) {
    const record = await recordIn(work, ['roles', String(i), 'organization'], organization, ['organization']);
    found[i] = record?.id ?? null;
  }
  return found;
}

function roleIn(userErrors: UserErrors, index: string, given: RoleInput, organizationId: string | null): GivenRole {
  if (given.from != null && given.to != null && given.from > given.to) {
    userErrors.add(
      'INVALID',
      ['roles', index, 'to'],
      'A role ends on the day it began or later: mend one of the two days.',
    );
  }
  return {
    title: lineIn(userErrors, ['roles', index, 'title'], given.title, longestTitle),
    organizationId,
    from: dayOf(given.from),
    to: dayOf(given.to),
  };
}

function dayOf(day: string | null | undefined): Date | null {
  return day == null ? null : new Date(`${day}T00:00:00Z`);
}

/**
 * Gives a person these roles in place of all that editors gave before. One that rests on an article stays with it: readers must
 * not learn from an editor's list what the article may not tell them yet; what the list says otherwise of it is changed there.
 */
export async function writeRoles(tx: Work['tx'], personId: string, roles: readonly GivenRole[]): Promise<void> {
  const stored = await tx.role.findMany({ where: { personId } });
  const byKey = new Map(stored.map((role) => [roleKey(role), role]));
  const kept = roles.flatMap((role) => byKey.get(roleKey(role))?.id ?? []);
  await tx.role.deleteMany({ where: { personId, articleId: null, id: { notIn: kept } } });
  for (const role of roles) {
    const before = byKey.get(roleKey(role));
    if (before) await tx.role.update({ where: { id: before.id }, data: { title: role.title, to: role.to } });
    else await tx.role.create({ data: { ...role, personId } });
  }
}
