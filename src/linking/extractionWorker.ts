import { extract } from '../extraction/extract';
import type { Extraction, Story } from '../extraction/extraction';

/** Extracts from each story; gives the error of a story on which extraction failed. Runs on a thread of its own. */
export function extractStories(stories: readonly Story[]): (Extraction | { readonly error: Error })[] {
  return stories.map((story) => {
    try {
      return extract(story);
    } catch (error) {
      return { error: error instanceof Error ? error : new Error(String(error)) };
    }
  });
}
