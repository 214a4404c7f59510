/** What tells a person's roles apart. */
export interface RoleKey {
  readonly title: string;
  readonly organizationId: string | null;
  readonly from: Date | null;
}

/**
 * The same for two roles that a person cannot both have: from one day a person has one role in an organization, whatever it is
 * called. Where the organization or the day is not known, the title tells them apart.
 */
export function roleKey({ title, organizationId, from }: RoleKey): string {
  const parts = [organizationId, from?.toISOString() ?? null];
  return JSON.stringify(parts.includes(null) ? [...parts, title] : parts);
}
