import { Prisma } from '../generated/prisma/client';
import type { UserError } from './userErrors';

/** Transactions that ran into each other: trying again is right. Prisma's codes, and PostgreSQL's under them. */
const TRANSIENT = /\b(P2034|40001|40P01)\b/;

/** Whether the same transaction may well succeed when tried again. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return TRANSIENT.test(error.code) || TRANSIENT.test(JSON.stringify(error.meta ?? {}));
}

/**
 * The user error of a unique value that something else took in the same moment; null for any other error. Commands look first
 * and can say who has it; this is for the ones that lose the race.
 */
export function takenBy(error: unknown): UserError | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null;
  const field = /"fields":\["?\\?"?(\w+)/.exec(JSON.stringify(error.meta ?? {}))?.[1] ?? 'slug';
  const path = field === 'scheme' || field === 'value' ? 'externalIds' : field;
  return {
    code: 'TAKEN',
    message: `Something else took this ${path} in the same moment: choose another one.`,
    path: [path],
  };
}
