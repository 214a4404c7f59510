import type { UserErrorCode } from '../contract/schema.types';
import type { Span } from '../text/spans';

/** A mistake of the caller, as data. */
export interface UserError {
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: string;
  /** Where in the input it is: field names and list indexes. */
  readonly path: readonly string[];
  /** The record that stands in the way: the prefix of its global id, and its uuid. */
  readonly record?: { readonly kind: string; readonly id: string };
  /** What a program needs beside the sentence; which of it follows from the code. */
  readonly details?: ErrorDetails;
}

/** What a user error tells as data: of CONFLICT the current state, of QUOTES_UNDECIDED and WORDS_AMBIGUOUS the words in question. */
export interface ErrorDetails {
  readonly currentVersion?: number;
  readonly currentRevision?: number;
  readonly candidates?: readonly Span[];
  readonly occurrences?: readonly (Span & { readonly prefix: string; readonly suffix: string })[];
}

type Path = string | readonly string[];

/** Ends a command: nothing of it is written, and the caller is told why. */
export class UserErrorException extends Error {
  constructor(readonly userErrors: readonly UserError[]) {
    super(userErrors.map((error) => error.message).join(' '));
    this.name = 'UserErrorException';
  }
}

/** Collects all the mistakes of one call, so that the caller hears of them at once. */
export class UserErrors {
  private readonly found: UserError[] = [];

  /** Notes a mistake and goes on looking for more. */
  add(code: UserErrorCode, path: Path, message: string, record?: UserError['record'], details?: ErrorDetails): void {
    const where = typeof path === 'string' ? [path] : path;
    this.found.push({ code, message, path: where, ...(record && { record }), ...(details && { details }) });
  }

  /** Notes a mistake after which nothing more can be looked at. @throws UserErrorException */
  stop(code: UserErrorCode, path: Path, message: string, record?: UserError['record'], details?: ErrorDetails): never {
    this.add(code, path, message, record, details);
    throw new UserErrorException(this.found);
  }

  /** Whether there are any. */
  get any(): boolean {
    return this.found.length > 0;
  }

  /** All that were found so far, in their order. */
  get errors(): readonly UserError[] {
    return this.found;
  }

  /** @throws UserErrorException when there are any */
  check(): void {
    if (this.any) throw new UserErrorException(this.found);
  }
}
