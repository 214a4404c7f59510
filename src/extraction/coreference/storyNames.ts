import { type StoryPart } from '../extraction';
import { findNames } from '../names/findNames';
import { readGazetteer } from '../names/gazetteer';
import { roleWords } from '../names/roleWords';
import { type StoryWords } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';
import { venueWords } from '../names/wordLists';
import { bounded } from './boundaries';
import { withoutNouns } from './foreignNames';
import { withPeople } from './personContext';
import { titleBefore } from './titles';

/** The names of a story: the tagger's, and what the part that they stand in and the titles before them tell of them. */
export function storyNames(words: StoryWords): TaggedName[] {
  const tagged = withPeople(
    words,
    withoutNouns(words, findNames(words))
      .flatMap((name) => bounded(words, withoutTitle(words, name)))
      .map((name) => venue(words, name)),
  );
  let next = 0;
  return words.parts.flatMap(({ part }, number) => {
    const first = words.partStarts[number]!;
    const last = words.partStarts[number + 1] ?? words.tokens.length;
    const from = next;
    while (next < tagged.length && tagged[next]!.first < last) next += 1;
    return namesOfPart(words, part, tagged.slice(from, next), { first, last });
  });
}

const certain = 0.99;
/** More words than that are no bare name. */
const longestLine = 6;

/** A source line is an organization, a dateline begins with a place, a byline with a person, whatever the words are like. */
function namesOfPart(
  { lower, tokens }: StoryWords,
  part: StoryPart,
  names: TaggedName[],
  { first, last }: { first: number; last: number },
): TaggedName[] {
  if (last === first || last - first > longestLine) return names;
  if (part === 'SOURCE') return [{ first, last, kind: 'ORG', probability: certain }];
  if (part === 'DATELINE' && names.length === 0) {
    const end = tokens.slice(first, last).findIndex(({ kind }) => kind !== 'WORD');
    return end === 0 ? [] : [{ first, last: end < 0 ? last : first + end, kind: 'LOC', probability: 0.9 }];
  }
  if (part === 'BYLINE') {
    const begins = lower[first] === 'by' ? first + 1 : first;
    return names.map((name) =>
      name.first === begins && name.last - begins > 1 ? { ...name, kind: 'PER' as const } : name,
    );
  }
  return names;
}

/**
 * Takes titles off the front of a name: "State Marco Rubio" after "Secretary of" is Marco Rubio, told by his first name and the
 * title that reaches to it; "President Lula" is Lula.
 */
function withoutTitle(words: StoryWords, name: TaggedName): TaggedName {
  const { lower, tokens } = words;
  const { genders } = readGazetteer();
  let { first } = name;
  if (name.kind === 'PER') {
    while (name.last - first > 1 && roleWords.has(lower[first]!) && !genders.has(lower[first]!)) first += 1;
    if (!/^(?:of|for)$/.test(lower[name.first - 1] ?? '')) return { ...name, first };
  }
  for (let at = first + 1; at < name.last - 1; at += 1) {
    const title = genders.has(lower[at]!) && /^\p{Lu}/u.test(tokens[at]!.text) ? titleBefore(words, at) : null;
    if (title && title.first < name.first) return { ...name, first: at, kind: 'PER' };
  }
  return { ...name, first };
}

/** "at the Hotel …", "in the … Palace": what one is at or in, and has a word for a building in its name, is a place. */
function venue({ lower }: StoryWords, name: TaggedName): TaggedName {
  if (name.kind !== 'ORG' || name.last - name.first < 2) return name;
  const article = lower[name.first - 1] === 'the' ? 1 : 0;
  const inside = /^(?:at|in|outside|inside|near)$/.test(lower[name.first - 1 - article] ?? '');
  const building = lower.slice(name.first, name.last).some((word) => venueWords.has(word));
  return inside && building ? { ...name, kind: 'LOC' } : name;
}
