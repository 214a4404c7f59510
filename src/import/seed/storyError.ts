/** A mistake in a story's files. The message says where it is and what to do, a line for each mistake. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
}

/** An error at a place in the records: `quotes[2].speaker: …`. */
export function storyError(path: string, sentence: string): StoryError {
  return new StoryError(`${path}: ${sentence}`);
}
