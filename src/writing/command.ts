import type { Prisma } from '../generated/prisma/client';
import type { Mutation } from '../contract/schema.types';
import type { Viewer } from '../auth/audience';
import type { UserErrors } from './userErrors';

/** What a command works with. All that it writes goes through `tx`: one transaction, all or nothing. */
export interface Work {
  readonly tx: Prisma.TransactionClient;
  readonly viewer: Viewer;
  readonly userErrors: UserErrors;
}

/** A line for the audit trail: which record was changed, and from which version to which. */
export interface AuditNote {
  /** The prefix of the record's global id: "article". */
  readonly kind: string;
  readonly id: string;
  readonly fromVersion?: number;
  readonly toVersion?: number;
}

/** What a command did. */
export interface Done {
  /** The payload's records, by the field's name: uuids. */
  readonly records: Readonly<Record<string, string>>;
  /** What the payload shows once and nothing keeps: the token of a new key. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What else the payload shows and nothing keeps, as JSON, by the field's name: what a dry run found. */
  readonly shown?: Readonly<Record<string, object>>;
  /** What else the payload shows, as JSON, and a retry is told again: what became of each of several items. */
  readonly kept?: Readonly<Record<string, object>>;
  readonly audit: readonly AuditNote[];
}

/** Carries out a mutation. @throws UserErrorException for what the caller must put right; then nothing is written */
export type Command<Input> = (work: Work, input: Input) => Promise<Done>;

/** The mutations of the contract. */
export type MutationName = Exclude<keyof Mutation, '__typename'>;

/** One command for each mutation of the contract, under its name. Each knows the type of its own input. */
export type Commands = { readonly [Name in MutationName]: Command<never> };
