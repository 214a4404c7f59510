import { normalizeBody } from '../../text/body';
import { longestBody } from '../../articles/words';
import type { Story } from '../../extraction/extraction';
import { type CutOptions, cutStory } from '../../extraction/story/cutStory';
import type { ExtractArticleInput } from '../../contract/schema.types';
import { lineIn, proseIn } from '../../writing/inputTexts';
import type { UserErrors } from '../../writing/userErrors';

/**
 * The text of an input, cut into the parts of a story.
 * @throws UserErrorException for a text that is blank, too long, or nothing but a headline, and for an expectedVersion that it can't have
 */
export function storyIn(userErrors: UserErrors, input: ExtractArticleInput): Story {
  const text = proseIn(userErrors, 'text', input.text ?? '', longestBody);
  const headline = lineIn(userErrors, 'headline', input.headline);
  if (input.expectedVersion != null)
    userErrors.add('INVALID', 'expectedVersion', 'A text has no version: leave it out, or name an article by its id.');
  userErrors.check();
  const story = cut(text, headline ?? null, { language: input.language ?? undefined });
  if (story.body === '')
    userErrors.stop('INVALID', 'text', 'There is nothing in this text but a headline: give the article.');
  return story;
}

function cut(text: string, headline: string | null, options: CutOptions): Story {
  const stands = headline === null || text.startsWith(headline);
  const story = cutStory(stands ? text : `${headline}\n\n${text}`, options);
  if (stands || story.headline === headline) return { ...story, body: normalizeBody(story.body) };
  // It does not look like a headline, and so it stayed in the body.
  const alone = cutStory(text, options);
  return { ...alone, headline, body: normalizeBody(alone.body) };
}
