/** What stands before the data of an answer. */
export const answerStart = '{"data":';

/**
 * What stands after the data of an answer, and after its errors where it has some.
 * @param cost what the operation costs, and `limit` what it may cost
 */
export function answerEnd(cost: number, limit: number): string {
  return `,"extensions":{"cost":{"requested":${cost},"limit":${limit}}}}`;
}
