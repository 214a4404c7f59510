import { type Gender } from '../names/gazetteer';
import { addressWords } from '../names/roleWords';
import { type StoryWords, type WordSpan } from '../names/storyWords';
import { type Cluster, fullest, type Name, nearest } from './clusters';
import { agrees, genderOf } from './gender';
import { titleAfter, titleBefore } from './titles';

/** A person with what the story says of them. */
export interface PersonCluster extends Cluster {
  readonly titles: WordSpan[];
  gender: Gender;
}

const generation = /^(?:jr|sr|ii|iii|iv)\.?$/;

/** A name's words without "Jr.". */
function core({ key }: Name): readonly string[] {
  return key.length > 1 && generation.test(key.at(-1)!) ? key.slice(0, -1) : key;
}

/** Puts together the names of each person: full names first, then first and last names alone, by the nearest that fits. */
export function peopleOf(words: StoryWords, names: readonly Name[]): PersonCluster[] {
  const people: PersonCluster[] = [];
  const byLength = (name: Name) => (core(name).length > 1 ? 0 : 1);
  for (const name of names.toSorted((a, b) => byLength(a) - byLength(b) || a.first - b.first))
    addName(words, people, name);
  for (const person of people) person.names.sort((a, b) => a.first - b.first);
  return people.sort((a, b) => a.names[0]!.first - b.names[0]!.first);
}

function addName(words: StoryWords, people: PersonCluster[], name: Name): void {
  const before = titleBefore(words, name.first);
  const titles = [before, titleAfter(words, name.last)].filter((title) => title !== null);
  const address = words.lower.slice(Math.max(0, name.first - 1), name.first).filter((word) => addressWords.has(word));
  const said = titles.flatMap(({ first, last }) => words.lower.slice(first, last));
  const gender = genderOf([...address, ...said], core(name).length > 1 ? firstName(name) : null);
  const spoken = genderOf([...address, ...said], null);
  const person = nearest(
    people,
    name.first,
    (each) => agrees(spoken, each.gender) && samePerson(core(name), core(fullest(each))),
  );
  if (!person) {
    people.push({ names: [name], titles, gender });
    return;
  }
  person.names.push(name);
  person.titles.push(...titles);
  if (person.gender === 'EITHER') person.gender = gender;
}

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
