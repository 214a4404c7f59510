import type { Viewer } from '../auth/audience';

/** Sends a statement of its own, for the few values that no one statement can make. */
export type Fetch = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** One run of an operation. */
export interface ExecutionContext {
  /** The variables, coerced by their types. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  /** For parameters that must be fetched and worked on first. */
  readonly fetch?: Fetch;
  /** What a mutation brought, for the reading of its payload. */
  readonly outcome?: unknown;
}
