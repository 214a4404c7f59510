import { cutStory } from '../../extraction/story/cutStory';
import type { Found, Reader } from '../item';
import { wholeOf } from '../lines';

/** No newspaper prints a text of more; it would take as much memory several times over. */
const longestText = 16_000_000;

/** A plain text: one article, as it was pasted or saved. */
export const readPlainText: Reader = async function* (text): AsyncGenerator<Found> {
  const { source, images, ...story } = cutStory(await wholeOf(text, longestText));
  const organization = source === null ? null : ({ kind: 'organization', name: source } as const);
  yield { at: 'line 1', item: { uri: null, status: 'PUBLISHED', ...story, source: organization, images } };
};
