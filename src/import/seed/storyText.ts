import { paragraphsOf } from '../../text/body';
import type { BlockKind } from './storyFormat';
import { storyError } from './storyError';

/** One piece of the text as printed. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

/** A story's text, cut into what its paragraphs are. The last block is the body. */
export interface StoryText {
  readonly blocks: readonly Block[];
  readonly headline: string;
  readonly body: string;
  readonly captions: readonly string[];
  readonly standfirst: string | null;
  readonly source: string | null;
}

/**
 * Cuts a text file's paragraphs into the kinds given, in order; the body takes all that are left.
 * @throws StoryError where the text has too few paragraphs.
 */
export function cutText(text: string, kinds: readonly BlockKind[]): StoryText {
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length < kinds.length) {
    throw storyError('blocks', `${kinds.length} are named, but the text has ${paragraphs.length} paragraphs.`);
  }
  const bodyAt = kinds.length - 1;
  const blocks = kinds.map((kind, index) => ({
    kind,
    text: index === bodyAt ? paragraphs.slice(bodyAt).join('\n\n') : paragraphs[index]!,
  }));
  const first = (kind: BlockKind): string | null => blocks.find((block) => block.kind === kind)?.text ?? null;
  return {
    blocks,
    headline: first('headline')!,
    body: first('body')!,
    captions: blocks.filter((block) => block.kind === 'caption').map((block) => block.text),
    standfirst: first('standfirst'),
    source: first('source'),
  };
}
