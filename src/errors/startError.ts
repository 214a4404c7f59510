/**
 * Something that only the operator can put right. The message is one or more whole sentences that say what to do; it is
 * printed without a stack, and the process ends with code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
