import { cutStory } from '../../extraction/story/cutStory';
import type { Found, GivenItem, Reader } from '../item';
import { wholeOf } from '../lines';

/** No newspaper prints a text of more; it would take as much memory several times over. */
const longestText = 16_000_000;

/** A plain text: one article, as it was pasted or saved. Nothing in it tells whether it may be public. */
export const readPlainText: Reader = async function* (text): AsyncGenerator<Found> {
  const whole = await wholeOf(text, longestText);
  const { source, images, ...story } = cutStory(whole);
  const organization = source === null ? null : ({ kind: 'organization', name: source } as const);
  const item: GivenItem = { uri: null, status: 'UNTOLD', ...story, source: organization, images };
  yield { at: 'line 1', item: isEmbargoed(whole) ? { ...item, embargoedUntil: '' } : item };
};

/** Whether one of the first lines says that the text must not be public yet: until when, a person must read. */
function isEmbargoed(text: string): boolean {
  const beginning = text.slice(0, 2000).split('\n').slice(0, 12);
  return beginning.some((line) => embargoLine.test(line));
}

const embargoLine =
  /\bembargo(?:ed)?\b|\b(?:hold|held) for release\b|\bnot (?:for|to be) (?:publication|published|release|released|broadcast|use|used)\b|\bsperrfrist\b|\bsous embargo\b/i;
