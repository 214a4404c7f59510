import { lineIn } from '../writing/inputTexts';
import type { UserErrors } from '../writing/userErrors';
import type { EntityName, ExternalId, Writing } from './kind';

const scheme = /^[a-z0-9][a-z0-9._-]{0,49}$/;
const longestValue = 200;
const most = 100;

/** Who has an external id. */
interface Owned extends ExternalId {
  readonly kind: EntityName;
  readonly id: string;
}

/** The external ids that an input gives; undefined where it leaves them as they are. Notes what is wrong with them. */
export function externalIdsIn(
  userErrors: UserErrors,
  given: readonly ExternalId[] | null | undefined,
): readonly ExternalId[] | undefined {
  if (given == null) return given === null ? [] : undefined;
  if (given.length > most) {
    userErrors.add('INVALID', 'externalIds', `There are ${given.length} ids; ${most} are allowed: leave some out.`);
    return undefined;
  }
  const seen = new Set<string>();
  return given.map((one, i) => {
    const path = ['externalIds', String(i)];
    const named = scheme.test(one.scheme);
    if (!named) {
      const message =
        'A scheme names a catalogue in small letters and digits, with dots, hyphens and underscores within: "wikidata".';
      userErrors.add('INVALID', [...path, 'scheme'], message);
    }
    const value = lineIn(userErrors, [...path, 'value'], one.value, longestValue);
    const key = `${one.scheme} ${value}`;
    if (seen.has(key)) userErrors.add('INVALID', path, 'This id stands here twice: give it once.');
    seen.add(key);
    // What is not fit to be stored is not looked up either: no catalogue has an empty name.
    return named && value.length <= 2 * longestValue ? { scheme: one.scheme, value } : { scheme: '', value: '' };
  });
}

/** Notes who else has one of the external ids, of whatever kind: it is the same one, or one of the two is wrong. */
export async function checkExternalIds(
  { tx, userErrors }: Writing,
  wanted: readonly ExternalId[],
  self: string | null,
): Promise<void> {
  const owned = await tx.$queryRaw<Owned[]>`
    /* external id owners */ select scheme, value, coalesce(person_id, organization_id, place_id)::text as id,
      case when person_id is not null then 'person' when place_id is not null then 'place' else 'organization' end as kind
    from external_id where (scheme, value) in (
      select * from unnest(${wanted.map((one) => one.scheme)}::text[], ${wanted.map((one) => one.value)}::text[]))`;
  for (const [i, one] of wanted.entries()) {
    const owner = owned.find(({ scheme, value }) => scheme === one.scheme && value === one.value);
    if (!owner || owner.id === self) continue;
    const message = `Another ${owner.kind} has this id: it is the same one, or one of the two ids is wrong.`;
    userErrors.add('TAKEN', ['externalIds', String(i)], message, { kind: owner.kind, id: owner.id });
  }
}

/** Gives an entity exactly these external ids. */
export async function writeExternalIds(
  { tx }: Writing,
  kind: EntityName,
  id: string,
  ids: readonly ExternalId[],
): Promise<void> {
  const owner = { [`${kind}Id`]: id };
  await tx.externalId.deleteMany({ where: { ...owner, NOT: ids.map(({ scheme, value }) => ({ scheme, value })) } });
  await tx.externalId.createMany({
    data: ids.map(({ scheme, value }) => ({ scheme, value, ...owner })),
    skipDuplicates: true,
  });
}

/** The external ids that an entity has. */
export function externalIdsOf({ tx }: Writing, kind: EntityName, id: string): Promise<ExternalId[]> {
  return tx.externalId.findMany({ where: { [`${kind}Id`]: id }, select: { scheme: true, value: true } });
}
