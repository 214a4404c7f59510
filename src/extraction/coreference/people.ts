import { type Gender } from '../names/gazetteer';
import { addressWords } from '../names/roleWords';
import { type StoryWords, type WordSpan } from '../names/storyWords';
import { addTo, type Cluster, type Name, nearest } from './clusters';
import { agrees, genderOf } from './gender';
import { titleAfter, titleBefore } from './titles';

/** A person with what the story says of them. */
export interface PersonCluster extends Cluster {
  readonly titles: WordSpan[];
  gender: Gender;
  fullest: Name;
}

const generation = /^(?:jr|sr|ii|iii|iv)\.?$/;

/** A name's words without "Jr.". */
function core({ key }: Name): readonly string[] {
  return key.length > 1 && generation.test(key.at(-1)!) ? key.slice(0, -1) : key;
}

/** Persons by the words that a shorter form of their name may be: the first and the last of the full one. */
type ByWord = Map<string, PersonCluster[]>;

/** Puts together the names of each person: full names first, then first and last names alone, by the nearest that fits. */
export function peopleOf(words: StoryWords, names: readonly Name[]): PersonCluster[] {
  const byWord: ByWord = new Map();
  const ofFullNames = new Map<Name, PersonCluster>();
  for (const name of names) if (core(name).length > 1) ofFullNames.set(name, personOf(words, byWord, name));
  // Each person's names are gathered in the story's order, so that the nearest is the one named last.
  for (const name of names) (ofFullNames.get(name) ?? personOf(words, byWord, name)).names.push(name);
  const people = new Set([...byWord.values()].flat());
  return [...people].sort((a, b) => a.names[0]!.first - b.names[0]!.first);
}

/** The person whom a name means, with its titles added; a new one where nobody fits. */
function personOf(words: StoryWords, byWord: ByWord, name: Name): PersonCluster {
  const own = core(name);
  const titles = [titleBefore(words, name.first), titleAfter(words, name.last)].filter((title) => title !== null);
  const address = words.lower.slice(Math.max(0, name.first - 1), name.first).filter((word) => addressWords.has(word));
  const said = [...address, ...titles.flatMap(({ first, last }) => words.lower.slice(first, last))];
  const spoken = genderOf(said, null);
  const fits = (each: PersonCluster) => agrees(spoken, each.gender) && samePerson(own, core(each.fullest));
  // "His father Omar Haddad" is somebody else than Omar Haddad.
  const person = isRelative(words, name) ? null : nearest(byWord.get(own.at(-1)!), name.first, fits);
  if (person) {
    for (const title of titles) if (person.titles.length < mostTitles) person.titles.push(title);
    if (person.gender === 'EITHER') person.gender = spoken;
    if (own.length > core(person.fullest).length) person.fullest = name;
    return person;
  }
  const gender = genderOf(said, own.length > 1 ? firstName(name) : null);
  const made = { names: [], titles, gender, fullest: name };
  for (const word of [own[0]!, own.at(-1)!]) addTo(byWord, word, made);
  return made;
}

/** "his father", "Lee’s wife" before a full name brings a new person in, of whom nobody spoke before. */
function isRelative({ lower }: StoryWords, { first, key }: Name): boolean {
  const possessive = /^(?:his|her|their|my|['’]s)$/.test(lower[first - 2] ?? '');
  return key.length > 1 && possessive && kin.test(lower[first - 1] ?? '');
}

const kin =
  /^(?:father|mother|brother|sister|son|daughter|husband|wife|widow|uncle|aunt|cousin|grandfather|grandmother|nephew|niece|father-in-law|mother-in-law)$/;

/** A person with more titles is a list of words, not a person. */
const mostTitles = 50;

function firstName(name: Name): string {
  return core(name).find((word) => !addressWords.has(word) && word.length > 2) ?? name.key[0]!;
}

/** Whether a name can be a shorter or other form of a fuller one: "Rubio", "M. Rubio", "Marco Antonio Rubio". */
function samePerson(name: readonly string[], full: readonly string[]): boolean {
  if (name.length === 1)
    return full.length === 1 ? name[0] === full[0] : name[0] === full.at(-1) || name[0] === full[0];
  if (full.length === 1) return false;
  if (name.at(-1) !== full.at(-1)) return false;
  return sameFirstName(name[0]!, full[0]!) || full.includes(name[0]!) || name.includes(full[0]!);
}

function sameFirstName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.replace('.', '').length <= 1 ? long.startsWith(short[0]!) : short.length >= 3 && long.startsWith(short);
}
