import { type StoryEntity, type TokenMention } from '../entities';
import { type FoundQuote } from '../extraction';
import { type Phrase } from './phrases';
import { type Words } from './wordsOf';

/** Who the source of a quote is. */
export type Speaker = Pick<FoundQuote, 'speaker' | 'speakerName' | 'speakerTitle' | 'sourceType'>;

/** Finds the entity behind a source as the text names it. */
export type SpeakerFinder = (source: Phrase) => Speaker;

interface Mentioned {
  readonly entity: number;
  readonly mention: TokenMention;
}

/** Makes a finder for the sources of a body. */
export function speakerFinder(words: Words, entities: readonly StoryEntity[]): SpeakerFinder {
  const mentionAt = new Map<number, Mentioned>();
  entities.forEach(({ mentions }, entity) => {
    for (const mention of mentions) {
      if (mention.part === 'BODY')
        for (let at = mention.first; at < mention.last; at += 1) mentionAt.set(at, { entity, mention });
    }
  });
  return (source) => {
    const head = headOf(words, source, mentionAt, entities);
    if (!head) return unnamed(words, source);
    const { kind } = entities[head.entity]!;
    return {
      speaker: head.entity,
      speakerName: head.mention.form === 'NAME' ? textOf(words, head.mention) : null,
      speakerTitle: titleOf(words, source, head.mention),
      sourceType: kind === 'PERSON' ? 'NAMED_PERSON' : 'NAMED_ORGANIZATION',
    };
  };
}

/**
 * The mention that is the phrase's head, and no more than a part of it: Morris in "spokeswoman Haley Morris", nobody in "a
 * spokesman for Haley Morris" or "Morris’ lawyer".
 */
function headOf(
  words: Words,
  { first, last }: Phrase,
  mentionAt: ReadonlyMap<number, Mentioned>,
  entities: readonly StoryEntity[],
): Mentioned | null {
  for (let at = first; at < last; at += 1) {
    const found = mentionAt.get(at);
    if (found) {
      const { kind } = entities[found.entity]!;
      const end = found.mention.last;
      // An organization or place before a person is the person's title: "Treasury secretary Jack Lew".
      const complete = end >= last || kind === 'PERSON' || !isNoun(words, end);
      if (!isPossessive(words, end) && complete && kind !== 'PLACE') return found;
      at = end - 1;
    } else if (words.classes[at] === 'preposition' && words.lower[at] !== 'of') {
      return null;
    } else if (words.lower[at] === 'of' && !isTitleOf(words, at, last)) return null;
  }
  return null;
}

function isNoun({ classes }: Words, at: number): boolean {
  return classes[at] === 'noun' || classes[at] === 'name' || classes[at] === 'cue';
}

function isPossessive({ classes, tokens }: Words, at: number): boolean {
  return classes[at] === 'possessive' || /^['’]$/.test(tokens[at]?.text ?? '');
}

/** "Secretary of State Marco Rubio" goes on to a name; "the office of Marco Rubio" ends with what "of" leads in. */
function isTitleOf({ classes }: Words, of: number, last: number): boolean {
  return (
    classes[of - 1] === 'name' && of + 2 < last && (classes[of + 1] === 'name' || classes[of + 1] === 'determiner')
  );
}

/** The title before a name ("Secretary of State") or after it ("the mayor of Uruapan"), or what stands in a name's place. */
function titleOf(words: Words, source: Phrase, mention: TokenMention): string | null {
  if (mention.form === 'PRONOUN') return null;
  if (mention.form === 'TITLE') return textOf(words, withoutArticle(words, mention));
  const before = withoutArticle(words, { first: source.first, last: mention.first });
  if (before.last > before.first) {
    const last = words.classes[before.last - 1] === 'comma' ? before.last - 1 : before.last;
    return last > before.first ? textOf(words, { first: before.first, last }) : null;
  }
  return words.classes[mention.last] === 'comma' ? apposition(words, mention.last + 1, source.last) : null;
}

/** Up to the next comma: "the mayor of Uruapan". */
function apposition(words: Words, first: number, end: number): string | null {
  let last = first;
  while (last < end && words.classes[last] !== 'comma' && words.classes[last] !== 'relative') last += 1;
  const title = withoutArticle(words, { first, last });
  return isNoun(words, title.first) && title.last > title.first ? textOf(words, title) : null;
}

function withoutArticle({ classes }: Words, { first, last }: Phrase): Phrase {
  return { first: classes[first] === 'determiner' ? first + 1 : first, last };
}

function textOf({ text, tokens }: Words, { first, last }: Phrase): string {
  return text.slice(tokens[first]!.start, tokens[last - 1]!.end);
}

const singular = new Set(['he', 'she', 'i', 'someone', 'somebody', 'who', 'one', 'neither']);

/** What the head noun of a source without a known name says of it. */
function unnamed(words: Words, source: Phrase): Speaker {
  const nobody = { speaker: null, speakerName: null, speakerTitle: null };
  const { groups, documents } = words.language;
  let head = source.first;
  while (head + 1 < source.last && /^(?:noun|name|determiner|possessive|cue|ing)$/.test(words.classes[head + 1]!))
    head += 1;
  const word = words.lower[head]!;
  if (documents.has(word)) return { ...nobody, sourceType: 'DOCUMENT' };
  if (groups.has(word) || /^(?:they|we|many|some|most|others)$/.test(word))
    return { ...nobody, sourceType: 'UNNAMED_GROUP' };
  if (singular.has(word)) return { ...nobody, sourceType: 'UNNAMED_PERSON' };
  if (words.classes[head] === 'noun')
    return { ...nobody, sourceType: /[^s]s$/.test(word) ? 'UNNAMED_GROUP' : 'UNNAMED_PERSON' };
  return { ...nobody, sourceType: 'UNKNOWN' };
}
