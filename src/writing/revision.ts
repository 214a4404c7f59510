import type { UserErrors, UserError } from './userErrors';

/**
 * Refuses a change that starts from another revision of a record than the one that is there: somebody else changed the record.
 * @throws UserErrorException CONFLICT
 */
export function checkRevision(
  userErrors: UserErrors,
  expected: number,
  current: number,
  record: NonNullable<UserError['record']>,
): void {
  if (expected === current) return;
  const message = `The ${record.kind} has revision ${current} by now: read that one, and make the change anew from it.`;
  userErrors.stop('CONFLICT', 'expectedRevision', message, record, { currentRevision: current });
}

/** The column after a change by an editor, in Prisma's words. */
export const nextRevision = { revision: { increment: 1 } } as const;
