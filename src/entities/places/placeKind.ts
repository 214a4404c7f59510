import type { PlaceKind } from '../../generated/prisma/enums';
import type { AddPlaceInput, RevisePlaceInput } from '../../contract/schema.types';
import type { EntityKind, EntityRow } from '../kind';
import { parentIn } from '../parents';
import type { UserErrors } from '../../writing/userErrors';

interface Columns {
  readonly kind: PlaceKind | undefined;
  readonly parentId: string | null | undefined;
  readonly countryCode: string | null | undefined;
  readonly latitude: number | null | undefined;
  readonly longitude: number | null | undefined;
}

type Given = Omit<AddPlaceInput, 'name' | 'placeKind'> & Pick<RevisePlaceInput, 'name' | 'placeKind'>;

/** How places are added and revised. */
export const placeKind: EntityKind<Given, Columns> = {
  name: 'place',
  hasParents: true,
  async ownIn(work, given, before) {
    const { userErrors } = work;
    checkPosition(userErrors, given, before);
    checkCountry(userErrors, given.countryCode);
    if (given.placeKind === null)
      userErrors.add(
        'INVALID',
        'placeKind',
        'A kind can be changed, not taken away: give another one, or leave it out.',
      );
    return {
      columns: {
        kind: given.placeKind ?? undefined,
        parentId: await parentIn(work, 'place', given.within, before),
        countryCode: given.countryCode,
        latitude: given.latitude,
        longitude: given.longitude,
      },
    };
  },
  differs(columns, before, other) {
    const kind = columns.kind ?? before?.kind;
    const country = columns.countryCode ?? before?.country_code;
    return kind !== other.kind || (country != null && other.country_code != null && country !== other.country_code);
  },
  insert: (tx, { kind, ...data }) => tx.place.createMany({ data: { ...data, kind: kind! } }),
  update: (tx, id, data) => tx.place.update({ where: { id }, data, select: { id: true } }),
};

function checkCountry(userErrors: UserErrors, given: string | null | undefined): void {
  if (given == null || /^[A-Z]{2}$/.test(given)) return;
  userErrors.add(
    'INVALID',
    'countryCode',
    'A country is given by the two capital letters of ISO 3166-1, such as "MX".',
  );
}

function checkPosition(userErrors: UserErrors, given: Given, before: EntityRow | null): void {
  const { latitude = before?.latitude ?? null, longitude = before?.longitude ?? null } = given;
  if (given.latitude != null && Math.abs(given.latitude) > 90)
    userErrors.add('INVALID', 'latitude', 'A latitude goes from -90 to 90 degrees.');
  if (given.longitude != null && Math.abs(given.longitude) > 180)
    userErrors.add('INVALID', 'longitude', 'A longitude goes from -180 to 180 degrees.');
  if (given.latitude === undefined && given.longitude === undefined) return;
  if ((latitude === null) === (longitude === null)) return;
  const missing = latitude === null ? 'latitude' : 'longitude';
  userErrors.add('INVALID', missing, 'A position has a latitude and a longitude: give both, or neither.');
}
