import { readGazetteer } from './gazetteer';
import { bodyWords, dayWords, organizationEnds, placeEnds, titleWords } from './wordLists';

/** The lists that a word may stand in, as bits. */
export const list = {
  title: 1,
  organizationEnd: 2,
  placeEnd: 4,
  day: 8,
  firstName: 16,
  surname: 32,
  countryFirst: 64,
  countryNext: 128,
  regionFirst: 256,
  regionNext: 512,
  largeTownFirst: 1024,
  townFirst: 2048,
  townNext: 4096,
  body: 8192,
} as const;

/** How many bits there are. */
export const listCount = Object.keys(list).length;

const longestPlace = 4;
/** In thousands of inhabitants. */
const largeTown = 100;

/** The lists of each word, as bits of one number; names of places of several words are looked up as a whole. */
export function listsOf(lower: readonly string[], capital: readonly boolean[]): Uint16Array {
  const lists = new Uint16Array(lower.length);
  const known = new Map<string, number>();
  lower.forEach((word, i) => {
    let bits = known.get(word);
    if (bits === undefined) known.set(word, (bits = wordLists(word)));
    lists[i] = bits;
  });
  for (let i = 0; i < lower.length;) i += capital[i] ? markPlace(lower, lists, i) : 1;
  return lists;
}

function wordLists(word: string): number {
  const { genders, surnames } = readGazetteer();
  return (
    (titleWords.has(word) ? list.title : 0) |
    (organizationEnds.has(word) ? list.organizationEnd : 0) |
    (placeEnds.has(word) ? list.placeEnd : 0) |
    (dayWords.has(word) ? list.day : 0) |
    (bodyWords.has(word) ? list.body : 0) |
    (genders.has(word) ? list.firstName : 0) |
    (surnames.has(word) ? list.surname : 0)
  );
}

/** Marks the longest place that begins with word `first`; says how many words it has, 1 where there is none. */
function markPlace(lower: readonly string[], lists: Uint16Array, first: number): number {
  const { places, placeStarts } = readGazetteer();
  const longest = placeStarts.has(lower[first]!) ? Math.min(longestPlace, lower.length - first) : 1;
  for (let count = longest; count > 0; count -= 1) {
    const place = places.get(count === 1 ? lower[first]! : lower.slice(first, first + count).join(' '))?.[0];
    if (!place) continue;
    const isTown = place.kind === 'CITY';
    const [begins, goesOn] = isTown
      ? [place.inhabitants >= largeTown ? list.largeTownFirst : list.townFirst, list.townNext]
      : place.kind === 'COUNTRY'
        ? [list.countryFirst, list.countryNext]
        : [list.regionFirst, list.regionNext];
    lists[first]! |= begins;
    for (let i = first + 1; i < first + count; i += 1) lists[i]! |= goesOn;
    return count;
  }
  return 1;
}
