import { paragraphsOf } from '../../articles/body';
import type { Found, Reader } from '../item';
import { wholeOf } from '../lines';

/** A plain text: one article, as it was pasted or saved. */
export const readPlainText: Reader = async function* (text): AsyncGenerator<Found> {
  const [headline, ...body] = paragraphsOf(await wholeOf(text, 16_000_000));
  if (body.length === 0) {
    yield { at: 'line 1', problem: 'A text needs a headline and, after a blank line, a body.' };
    return;
  }
  yield {
    at: 'line 1',
    item: { uri: null, status: 'PUBLISHED', headline: headline!.replace(/\s+/g, ' '), body: body.join('\n\n') },
  };
};
