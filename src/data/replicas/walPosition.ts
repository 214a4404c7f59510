/** A place in PostgreSQL's write-ahead log: whoever has replayed up to there has every change that was written before. */
export type WalPosition = bigint;

/**
 * Reads a `pg_lsn` as PostgreSQL prints it: two hexadecimal numbers of 32 bits.
 * @param text such as "16/B374D848"
 * @throws Error when it is no such text
 */
export function parseWalPosition(text: string): WalPosition {
  const parts = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text);
  if (!parts) throw new Error(`No position in a write-ahead log: ${text}`);
  return (BigInt(`0x${parts[1]!}`) << 32n) | BigInt(`0x${parts[2]!}`);
}
