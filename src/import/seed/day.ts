/** A calendar day as Prisma takes it: its midnight in UTC; null where none is given. */
export function dayOf(day: string | undefined): Date | null {
  return day === undefined ? null : new Date(`${day}T00:00:00Z`);
}
