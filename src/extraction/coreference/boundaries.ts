import { wordSet } from '../languages/language';
import { readGazetteer } from '../names/gazetteer';
import { sameSentence, type StoryWords } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';

const institutions = wordSet(
  'government congress senate parliament army navy treasury embassy consulate constitution police ministry cabinet court',
);

/** What the words around a name say of its kind and ends, where the tagger is less sure than they are. */
export function bounded(words: StoryWords, name: TaggedName): TaggedName[] {
  const [first, ...rest] = withoutAcronym(words, name);
  return [beforeCountry(words, withInstitution(words, first)), ...rest];
}

function isCountry({ lower }: StoryWords, first: number, last: number): boolean {
  return readGazetteer().places.get(lower.slice(first, last).join(' '))?.[0]?.kind === 'COUNTRY';
}

const capital = /^\p{Lu}/u;

/** "U.S. Government" is one organization, no country. */
function withInstitution(words: StoryWords, name: TaggedName): TaggedName {
  const { lower, tokens } = words;
  const next = tokens[name.last];
  if (name.kind !== 'LOC' || !next || !sameSentence(words, name.first, name.last)) return name;
  const joins = institutions.has(lower[name.last]!) && capital.test(next.text) && /\p{Ll}/u.test(next.text);
  return joins && isCountry(words, name.first, name.last) ? { ...name, last: name.last + 1, kind: 'ORG' } : name;
}

/** "LA MALBAIE, CANADA": what the name of a country follows after a comma, in capitals as datelines are, is a place. */
function beforeCountry(words: StoryWords, name: TaggedName): TaggedName {
  const { tokens, lower, sentenceOf, sentenceStarts } = words;
  if (name.kind === 'LOC' || lower[name.last] !== ',' || sentenceStarts[sentenceOf[name.first]!] !== name.first)
    return name;
  const inCapitals = tokens.slice(name.first, name.last + 2).every(({ text }) => !/\p{Ll}/u.test(text));
  const country = [1, 2, 3].some((count) => isCountry(words, name.last + 1, name.last + 1 + count));
  return inCapitals && country ? { ...name, kind: 'LOC' } : name;
}

/** "the Manoir Richelieu for the G7": initials after "for the" begin a name of their own. */
function withoutAcronym({ lower, tokens }: StoryWords, name: TaggedName): [TaggedName, ...TaggedName[]] {
  for (let at = name.first + 1; at < name.last - 2; at += 1) {
    if (lower[at] !== 'for' || lower[at + 1] !== 'the' || !/^\p{Lu}[\p{Lu}\p{N}]{1,5}$/u.test(tokens[at + 2]!.text))
      continue;
    return [
      { ...name, last: at },
      { ...name, first: at + 2, kind: 'ORG' },
    ];
  }
  return [name];
}
