import { type StoryEntity, type TokenMention } from '../../entities';
import { roleWords } from '../../names/roleWords';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';

/** A mention and the index of its entity. */
export interface Mentioned {
  readonly entity: number;
  readonly mention: TokenMention;
}

/** What is known of a body's names. */
export interface Known {
  readonly words: Words;
  readonly entities: readonly StoryEntity[];
  /** By token. */
  readonly mentionAt: ReadonlyMap<number, Mentioned>;
}

/** The mentions of a body by their tokens. */
export function knownIn(words: Words, entities: readonly StoryEntity[]): Known {
  const mentionAt = new Map<number, Mentioned>();
  entities.forEach(({ mentions }, entity) => {
    for (const mention of mentions) {
      if (mention.part === 'BODY')
        for (let at = mention.first; at < mention.last; at += 1) mentionAt.set(at, { entity, mention });
    }
  });
  return { words, entities, mentionAt };
}

/**
 * The mention that is the phrase's head, and no more than a part of it: Morris in "spokeswoman Haley Morris", nobody in "a
 * spokesman for Haley Morris", "Morris’ lawyer" or "opponents of Haley Morris".
 */
export function headOf(known: Known, { first, last }: Phrase): Mentioned | null {
  const { words, mentionAt } = known;
  let of: number | null = null;
  for (let at = first; at < last; at += 1) {
    const found = mentionAt.get(at);
    if (found) {
      if (canBeHead(known, found, last) && (of === null || isTitleOf(words, of, found.mention.first))) return found;
      at = found.mention.last - 1;
    } else if (words.classes[at] === 'preposition') {
      if (words.lower[at] !== 'of') return null;
      of ??= at;
    }
  }
  return null;
}

function canBeHead({ words, entities }: Known, { entity, mention }: Mentioned, last: number): boolean {
  const { kind } = entities[entity]!;
  const end = mention.last;
  if (isPossessive(words, end) || kind === 'PLACE') return false;
  if (mention.form === 'PRONOUN') return words.classes[mention.first] !== 'determiner' || end >= last;
  // An organization before a person is the person's title: "Treasury secretary Jack Lew".
  return end >= last || kind === 'PERSON' || !isNoun(words, end);
}

/** Whether a word can be a part of a name or a title. */
export function isNoun({ classes }: Words, at: number): boolean {
  return classes[at] === 'noun' || classes[at] === 'name' || classes[at] === 'cue';
}

/** Whether a token makes a possessive of what it follows. */
export function isPossessive({ classes, tokens }: Words, at: number): boolean {
  return classes[at] === 'possessive' || /^['’]$/.test(tokens[at]?.text ?? '');
}

/** Who stands to somebody in a relation, and has no office: "the brother of". */
const relations =
  /^(?:father|mother|brother|sister|husband|wife|son|daughter|widow|uncle|aunt|cousin|colleague|partner|friend|neighbou?r|resident|witness|victim|survivor|defendant|suspect|agent|student|lawyer|attorney|fellow|veteran)$/;

/** "Secretary of State Marco Rubio" goes on to a name; "the office of Marco Rubio", "critics of Mayor Lee" end with what "of" leads in. */
function isTitleOf({ lower, classes }: Words, of: number, name: number): boolean {
  const role = lower[of - 1]!;
  if (!roleWords.has(role) || relations.test(role)) return false;
  const complement = classes[of + 1] === 'determiner' ? of + 2 : of + 1;
  return complement < name && !roleWords.has(lower[name - 1]!);
}
