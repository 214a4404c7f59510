import { paragraphsOf } from '../../text/body';
import { type Story, type StoryImage } from '../extraction';
import { languageTag } from '../languages/languages';
import { captionOf } from './captions';
import { datelineOf } from './dateline';
import { unwrapLines } from './unwrapLines';

/** What is known of a raw text beforehand. */
export interface CutOptions {
  /** BCP 47; told by the text where it is left out, "und" where the text can't tell. */
  readonly language?: string | undefined;
}

const byline = /^(?:by|von|par|por|di|text by|story by)[: ]\s?\p{Lu}/iu;
/** A line that tells only when the story was published. */
const dateOnly =
  /^(?:(?:first )?published|updated|posted|last updated|last modified|created)?:?\s*(?:on |at )?[\p{L}.,]*\s?\d{1,4}[\p{L}\p{N}\s.,:/()-]{0,40}$/iu;

/**
 * Cuts a raw article into its parts: name of the source, headline, standfirst, byline, captions, and the body with its
 * dateline and credit. What is no such part, or is in doubt, belongs to the body. A text without a headline gets its first
 * sentence, which stays in the body too.
 */
export function cutStory(raw: string, { language }: CutOptions = {}): Story {
  const paragraphs = paragraphsOf(unwrapLines(raw.replace(/^\uFEFF/, '')));
  const head = headOf(paragraphs);
  const images: StoryImage[] = [];
  const body = paragraphs.slice(head.length).filter((paragraph, index) => {
    // A caption stands before the text, or says of itself that it is one.
    const image = index === 0 || /\(/.test(paragraph) ? captionOf(paragraph) : null;
    if (image) images.push(image);
    return image === null;
  });
  const dateline = datelineOf(body[0] ?? '');
  const text = body.join('\n\n');
  return {
    headline: head.headline ?? firstSentence(text),
    standfirst: head.standfirst,
    byline: head.byline,
    dateline: dateline?.dateline ?? null,
    source: head.source,
    creditLine: dateline?.creditLine ?? null,
    language: language ?? languageTag(text),
    images,
    body: text,
  };
}

interface Head {
  readonly source: string | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly byline: string | null;
  /** How many paragraphs it takes. */
  readonly length: number;
}

function headOf(paragraphs: readonly string[]): Head {
  let at = 0;
  const source = isSource(paragraphs) ? paragraphs[at++]! : null;
  const headline = paragraphs.length > at + 1 && isHeadline(paragraphs[at]!) ? paragraphs[at++]! : null;
  // A byline stands close below the headline; what is between them is the standfirst.
  const below = paragraphs.slice(at, at + 3).findIndex((paragraph) => isByline(paragraph));
  const standfirst = headline !== null && below === 1 ? paragraphs[at]! : null;
  const hasByline = below === 0 || below === 1;
  if (hasByline) at += below + 1;
  const line = hasByline ? paragraphs[at - 1]! : null;
  while (at < paragraphs.length && paragraphs[at]!.length < 60 && dateOnly.test(paragraphs[at]!)) at += 1;
  return { source, headline, standfirst, byline: line, length: at };
}

/** A line of few words that doesn't end as a sentence does. */
function isHeadline(paragraph: string): boolean {
  return (
    paragraph.length <= 200 && !paragraph.includes('\n') && !/[.:;,]["”’]?$/.test(paragraph) && !datelineOf(paragraph)
  );
}

/** The publisher's name stands alone, over the headline. */
function isSource([first, second, third]: readonly string[]): boolean {
  if (first === undefined || second === undefined || third === undefined) return false;
  const words = (text: string) => text.split(' ').length;
  return (
    words(first) <= 4 &&
    isHeadline(first) &&
    !/[?!]$/.test(first) &&
    isHeadline(second) &&
    words(second) > words(first) &&
    !isByline(second)
  );
}

function isByline(paragraph: string): boolean {
  return paragraph.length <= 120 && byline.test(paragraph) && !/[.?!]["”]?$/.test(paragraph);
}

/** At most 120 code points, cut at a blank. */
function firstSentence(text: string): string {
  const [sentence] = /^[^\n]{0,400}?(?:[.?!…](?=["”’»]?(?:\s|$))|$)/u.exec(text) ?? [''];
  const line = (sentence || text.slice(0, 400)).split('\n')[0]!.replace(/[.…]$/, '');
  const points = [...line];
  if (points.length <= 120) return line;
  const cut = points.slice(0, 120).join('');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))}…`;
}
