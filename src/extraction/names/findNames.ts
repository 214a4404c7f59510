import { agreed } from './agreement';
import { readWords } from './documentWords';
import { readModel } from './model';
import { type StoryWords } from './storyWords';
import { tag, type TaggedName } from './tagger';

const plainSigns: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '–': '-', '—': '-' };

/** The names of a story, in its order; the words of all parts count as one document. */
export function findNames({ tokens, sentenceStarts }: StoryWords): TaggedName[] {
  // The tagger learned from texts with plain quotation marks and apostrophes.
  const words = tokens.map(({ text }) => text.replace(/[’‘“”–—]/g, (sign) => plainSigns[sign]!));
  const document = readWords({ words, sentenceStarts });
  return agreed(tag(readModel(), document), document);
}
