/** What pg offers to those who write queries of their own; it comes without types. */
declare module 'pg/lib/utils' {
  /** A value as it is sent to the server. @throws for an object that refers to itself */
  export function prepareValue(value: unknown): string | Buffer | null;
}
