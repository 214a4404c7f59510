import { type StoryEntity } from '../entities';
import { type GazetteerPlace, readGazetteer } from '../names/gazetteer';
import { type StoryWords } from '../names/storyWords';
import { venueWords } from '../names/wordLists';
import { wordSet } from '../languages/language';
import { type Cluster, fullest, type Name } from './clusters';

type PlaceFacts = NonNullable<StoryEntity['place']>;

const venueEnds = wordSet(
  'church school university museum center centre park square bridge building court hospital prison jail base house club ' +
    'library gallery',
);
const regionEnds = wordSet(
  'river lake mountains island islands county province state district region valley bay sea ocean gulf strait peninsula desert ' +
    'coast cape hills territory',
);

/** In thousands of inhabitants. */
const largeTown = 100;

const known = (name: Name): readonly GazetteerPlace[] => readGazetteer().places.get(name.key.join(' ')) ?? [];

/** Puts together the names of each place: the same words, or names of one country ("U.S.", "the United States"). */
export function placesOf(names: readonly Name[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const name of names) {
    const country = known(name).find(({ kind }) => kind === 'COUNTRY');
    const key = country ? `country ${country.countryCode}` : name.key.join(' ');
    const cluster = clusters.get(key);
    if (cluster) cluster.names.push(name);
    else clusters.set(key, { names: [name] });
  }
  return [...clusters.values()];
}

/** The countries that a story names, by code. */
export function countriesOf(places: readonly Cluster[]): ReadonlySet<string> {
  return new Set(
    places.flatMap(({ names }) =>
      names.flatMap((name) => known(name).flatMap(({ kind, countryCode }) => (kind === 'CITY' ? [] : [countryCode]))),
    ),
  );
}

/** What a place is and where: by the country printed after it, the countries that the story names, and the inhabitants. */
export function placeFacts(words: StoryWords, cluster: Cluster, countries: ReadonlySet<string>): PlaceFacts {
  const name = fullest(cluster);
  const candidates = known(name);
  if (candidates[0]?.kind === 'COUNTRY') return { kind: 'COUNTRY', countryCode: candidates[0].countryCode };
  const printed = cluster.names.map((each) => countryAfter(words, each)).find((code) => code !== null) ?? null;
  const best = candidates.toSorted((a, b) => worth(b, printed, countries) - worth(a, printed, countries))[0];
  // A place is not in the country that comes next in a list of places: "California, Canada and Mexico".
  if (best && (printed === null || best.countryCode === printed || best.kind === 'REGION')) {
    const { countryCode } = best;
    // Oslo and Berlin are regions to ISO 3166-2, and towns to a newspaper.
    const town = candidates.some((each) => each.countryCode === countryCode && each.inhabitants >= largeTown);
    return { kind: town ? 'CITY' : best.kind, countryCode };
  }
  const parts = name.key;
  if (parts.some((word) => venueWords.has(word)) || venueEnds.has(parts.at(-1)!))
    return { kind: 'VENUE', countryCode: printed };
  if (regionEnds.has(parts.at(-1)!) || regionEnds.has(parts[0]!)) return { kind: 'REGION', countryCode: printed };
  return { kind: printed === null ? 'REGION' : 'CITY', countryCode: printed };
}

/** "La Malbaie, Canada" and "San Diego, Calif.": the country of the place between commas. */
function countryAfter({ lower, tokens }: StoryWords, { last }: Name): string | null {
  if (tokens[last]?.text !== ',') return null;
  const { places } = readGazetteer();
  for (let count = 3; count > 0; count -= 1) {
    const place = places.get(lower.slice(last + 1, last + 1 + count).join(' '))?.[0];
    if (place && place.kind !== 'CITY' && /^\p{Lu}/u.test(tokens[last + 1]!.text)) return place.countryCode;
  }
  return null;
}

function worth(
  { kind, countryCode, inhabitants }: GazetteerPlace,
  printed: string | null,
  countries: ReadonlySet<string>,
): number {
  const size = kind === 'COUNTRY' ? 9 : kind === 'REGION' ? 5 : Math.log10(inhabitants + 1);
  return size + (countryCode === printed ? 20 : 0) + (countries.has(countryCode) ? 2 : 0);
}
