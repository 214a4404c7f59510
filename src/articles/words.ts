import type { ReviseArticleInput } from '../contract/schema.types';
import { lineIn, proseIn } from '../writing/inputTexts';
import type { UserErrors } from '../writing/userErrors';

/** What is printed of an article, as one version holds it. */
export interface Words {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: string;
}

/** How long a body may be, in characters (code points): some 35,000 English words. Requests have a limit in bytes beside it. */
export const longestBody = 200_000;

type GivenWords = Pick<ReviseArticleInput, 'headline' | 'standfirst' | 'body'>;

/** The words of an input as they are stored: what is left out is left out, and an empty standfirst is null. */
export function wordsIn(userErrors: UserErrors, input: GivenWords): Partial<Words> {
  for (const field of ['headline', 'body'] as const) {
    if (input[field] === null)
      userErrors.add('INVALID', field, `An article needs a ${field}: give it, or leave it as it is.`);
  }
  const headline = lineIn(userErrors, 'headline', input.headline);
  const standfirst = proseIn(userErrors, 'standfirst', input.standfirst);
  const body = proseIn(userErrors, 'body', input.body, longestBody);
  return {
    ...(headline != null && { headline }),
    ...(standfirst !== undefined && { standfirst }),
    ...(body != null && { body }),
  };
}

/** Whether two versions print the same. */
export function areEqual(one: Words, other: Words): boolean {
  return one.headline === other.headline && one.standfirst === other.standfirst && one.body === other.body;
}
