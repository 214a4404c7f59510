import { extract } from '../extraction/extract';
import type { Extraction, Story } from '../extraction/extraction';

/** What was found in each story; or the error of one that extraction failed on. Runs on a thread of its own. */
export function extractStories(stories: readonly Story[]): (Extraction | { readonly error: Error })[] {
  return stories.map((story) => {
    try {
      return extract(story);
    } catch (error) {
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  });
}
