import type { UserErrors } from '../writing/userErrors';

/** An embargo as an input gives it: undefined stays, null ends it. */
export type GivenEmbargo = string | null | undefined;

/** Notes a mistake where an embargo would end before the article is published: it would hide nothing. */
export function checkEmbargo(userErrors: UserErrors, embargoedUntil: GivenEmbargo, publication: Date): void {
  if (embargoedUntil == null || new Date(embargoedUntil) >= publication) return;
  const message = `The embargo would end before the publication (${publication.toISOString()}): set it later, or to null for none.`;
  userErrors.add('INVALID', 'embargoedUntil', message);
}

/** Notes a mistake where a moment that must come lies in the past. */
export function checkAhead(userErrors: UserErrors, field: string, given: string, now: Date): void {
  if (new Date(given) > now) return;
  userErrors.add(
    'INVALID',
    field,
    `This moment is past (it is ${now.toISOString()}): give a later one, or publish now.`,
  );
}

/** Notes a mistake where a moment that has been lies in the future. */
export function checkPast(userErrors: UserErrors, field: string, given: string, now: Date): void {
  if (new Date(given) <= now) return;
  userErrors.add(
    'INVALID',
    field,
    'This moment is still to come: schedule the article for it, or leave it out for now.',
  );
}

/** A column's value for a moment in an input. */
export function momentOf<Given extends string | null | undefined>(given: Given) {
  return (given == null ? given : new Date(given)) as Given extends string ? Date : Given;
}
