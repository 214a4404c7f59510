import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import type { Viewer } from '../auth/audience';
import type { Command, Done } from './command';
import { lineIn } from './inputTexts';
import { isTransient, takenBy } from './prismaFault';
import { UserErrors, UserErrorException, type UserError } from './userErrors';

/** One mutation that was asked for. */
export interface Call {
  readonly action: string;
  readonly command: Command<never>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  /** The caller's key for the call, so that a retry writes nothing; null for none. */
  readonly key: string | null;
}

/** What came of it: done, now or when it was first asked for; or refused, with nothing written. */
export type Result =
  Pick<Done, 'records' | 'secrets' | 'shown' | 'kept'> | { readonly userErrors: readonly UserError[] };

/** How long a key may be, in characters. */
const MAX_KEY = 400;
/** How often a transaction that ran into another one is tried. */
const MAX_TRIES = 4;
/** How long a transaction may take, and wait for a connection, in milliseconds. */
const times = { timeout: 20_000, maxWait: 10_000 };

/**
 * Carries out a call in one transaction: its rows, its line in the audit trail and its answer are written together or not at
 * all. A call with a key that was answered before is answered the same way and writes nothing; while the first is still at
 * work, the second waits for it (PostgreSQL holds its insert back).
 */
export async function executeCommand(prisma: PrismaClient, call: Call): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma.$transaction((tx) => once(tx, call), times);
    } catch (error) {
      if (error instanceof UserErrorException) return { userErrors: error.userErrors };
      const taken = takenBy(error);
      if (taken) return { userErrors: [taken] };
      if (!isTransient(error) || attempt === MAX_TRIES) throw error;
    }
  }
}

async function once(tx: Prisma.TransactionClient, call: Call): Promise<Result> {
  const userErrors = new UserErrors();
  if (call.key !== null) lineIn(userErrors, 'idempotencyKey', call.key, MAX_KEY);
  userErrors.check();
  const before = await claim(tx, call);
  if (before) return before;
  const { viewer } = call;
  const done = await call.command({ tx, viewer, userErrors }, call.input as never);
  userErrors.check();
  await tx.auditEntry.createMany({
    data: done.audit.map(({ kind, id, fromVersion, toVersion }) => ({
      actor: viewer.name ?? 'anonymous',
      apiKeyId: viewer.keyId ?? null,
      action: call.action,
      recordKind: kind,
      recordId: id,
      fromVersion: fromVersion ?? null,
      toVersion: toVersion ?? null,
    })),
  });
  if (call.key !== null) {
    const where = { caller_key: { caller: callerOf(viewer), key: call.key } };
    await tx.answeredCall.update({
      where,
      data: { answer: { records: done.records, ...(done.kept && { kept: done.kept }) } },
    });
  }
  return done;
}

/** Takes the call's key, or gives what was answered under it. */
async function claim(tx: Prisma.TransactionClient, call: Call): Promise<Result | null> {
  if (call.key === null) return null;
  const { action, key, viewer } = call;
  const inputHash = hashOf(call.input);
  const claimed = await tx.$executeRaw`
    /* claim call */ insert into answered_call (caller, key, action, input_hash, answer)
    values (${callerOf(viewer)}, ${key}, ${action}, ${inputHash}, '{}'::jsonb) on conflict do nothing`;
  if (claimed === 1) return null;
  const where = { caller_key: { caller: callerOf(viewer), key } };
  const before = await tx.answeredCall.findUniqueOrThrow({ where });
  if (before.action !== action || !inputHash.equals(before.inputHash)) {
    const message = 'This key was given to another call: give each call a key of its own.';
    throw new UserErrorException([{ code: 'CONFLICT', message, path: ['idempotencyKey'] }]);
  }
  return before.answer as unknown as Result;
}

/** Keys of different callers have nothing to do with each other. */
function callerOf(viewer: Viewer): string {
  return viewer.keyId ?? viewer.name ?? 'anonymous';
}

/** SHA-256 of the input without the call's key; graphql-js gives its fields in the order of the schema. */
function hashOf(input: Readonly<Record<string, unknown>>): Buffer {
  return createHash('sha256')
    .update(JSON.stringify({ ...input, idempotencyKey: undefined }))
    .digest();
}
