import type { Draft } from './articles';
import type { Row } from './columns';
import type { Entity } from './entities';
import type { Random } from './random';

const days = ['1999-12-31', '2001-01-01', '2020-02-29', '2025-01-20'];

/** Roles with and without an organization, days and an article that proves them. */
export function makeRoles(
  random: Random,
  people: readonly Entity[],
  organizations: readonly Entity[],
  drafts: readonly Draft[],
): Row[] {
  const seen = new Set<string>();
  return people.flatMap((person) =>
    Array.from({ length: random.chance(0.3) ? 0 : random.int(1, 5) }, () => {
      const from = random.int(-2, days.length - 1);
      return {
        id: random.uuid(),
        person_id: person.id,
        title: random.pick([
          'Minister',
          'minister',
          'Ministre déléguée',
          '𝔐ayor',
          '\uffeeMayor',
          'U.S. Secretary of State',
          '',
        ]),
        organization_id: random.maybe(0.7, () => random.pick(organizations).id),
        from_date: days[from] ?? null,
        to_date: random.maybe(0.4, () => days[random.int(Math.max(from, 0), days.length - 1)] ?? null),
        article_id: random.maybe(0.5, () => random.pick(drafts).row.id),
      };
    }).filter((role) => {
      const titleKey = JSON.stringify([role.person_id, role.organization_id, role.title, role.from_date]);
      const placeKey = JSON.stringify([role.person_id, role.organization_id ?? role.id, role.from_date ?? role.id]);
      if (seen.has(titleKey) || seen.has(placeKey)) return false;
      seen.add(titleKey).add(placeKey);
      return true;
    }),
  );
}
