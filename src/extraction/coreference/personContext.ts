import { wordSet } from '../languages/language';
import { readGazetteer } from '../names/gazetteer';
import { addressWords, roleWords } from '../names/roleWords';
import { sameSentence, type StoryWords } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';
import { organizationEnds } from '../names/wordLists';

/** What people do right behind their names, and organizations without a first name seldom do. */
const personal = wordSet(
  'said says told tells added adds asked asks wrote writes tweeted insisted denied denies admitted admits replied recalled joked who ' +
    'whose argued claimed claims warned noted explained',
);
/** Offices and addresses that stand before a person's name only. */
const offices = wordSet(
  'sen sen. senator rep rep. gov gov. governor sgt sgt. lt lt. col col. gen gen. capt capt. maj maj. adm adm. cmdr cmdr. cllr ' +
    'minister mayor councillor councilman councilwoman congressman congresswoman inspector detective sergeant constable reverend ' +
    'rev rev. prof prof. professor judge justice chancellor premier spokesman spokeswoman spokesperson',
);
const pronouns = wordSet('i he she it we they you him her them us his its our their my your who');
/** A person's name has no more words. */
const longest = 4;

/** Takes for people whom the words around them make people, all over the story; and leaves out pronouns that were taken for names. */
export function withPeople(words: StoryWords, names: readonly TaggedName[]): TaggedName[] {
  const kept = names.filter((name) => !isPronoun(words, name)).map((name) => withoutOffice(words, name));
  const keyOf = ({ first, last }: TaggedName) => words.lower.slice(first, last).join(' ');
  const people = new Set(kept.filter((name) => name.kind !== 'PER' && isPerson(words, name)).map(keyOf));
  if (people.size === 0) return kept;
  const byLastName = new Set([...people].map((key) => key.split(' ').at(-1)!));
  return kept.map((name) => {
    const key = keyOf(name);
    const isThem = people.has(key) || (name.kind === 'ORG' && byLastName.has(key));
    return name.kind !== 'PER' && isThem ? { ...name, kind: 'PER' } : name;
  });
}

/** "Sen. Corrigan" is Corrigan, whatever kind of name the whole was taken for. */
function withoutOffice({ lower }: StoryWords, name: TaggedName): TaggedName {
  let { first } = name;
  while (name.last - first > 1 && (offices.has(lower[first]!) || addressWords.has(lower[first]!))) first += 1;
  return first > name.first ? { ...name, first, kind: 'PER' } : name;
}

/** "She" is no name; "WHO" is one. */
function isPronoun({ lower, tokens }: StoryWords, { first, last }: TaggedName): boolean {
  return last - first === 1 && pronouns.has(lower[first]!) && !/^\p{Lu}{2,}$/u.test(tokens[first]!.text);
}

function isPerson(words: StoryWords, name: TaggedName): boolean {
  const { lower, tokens } = words;
  const { first, last } = name;
  const own = lower.slice(first, last);
  if (own.length > longest || own.some((word) => organizationEnds.has(word) || /^(?:of|the|&|and|for)$/.test(word)))
    return false;
  const before = sameSentence(words, first - 1, first) ? lower[first - 1]! : '';
  const titled =
    offices.has(before) || (/^(?:mr|mrs|ms|dr)\.?$/.test(before) && /^\p{Lu}/u.test(tokens[first - 1]!.text));
  if (titled) return true;
  if (own.length < 2 || !readGazetteer().genders.has(own[0]!)) return false;
  return actsAsPerson(words, name, before);
}

/** "Rosa Miller said", "Rosa Miller, 43,", "the dentist Rosa Miller" */
function actsAsPerson(words: StoryWords, { last }: TaggedName, before: string): boolean {
  const { lower } = words;
  const aged = lower[last] === ',' && /^\d{1,2}$/.test(lower[last + 1] ?? '');
  const verb = personal.has(lower[last] ?? '') && sameSentence(words, last - 1, last);
  const modal =
    /^(?:will|is|has|had|would)$/.test(lower[last] ?? '') &&
    /^(?:tell|say|expected|said|told|denied)$/.test(lower[last + 1] ?? '');
  const inverted = /^(?:said|says|added|adds|asked|wrote|tweeted)$/.test(before);
  return aged || verb || modal || inverted || roleWords.has(before);
}
