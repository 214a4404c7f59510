import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { dataFolder } from './wordClasses';

export interface GazetteerPlace {
  readonly kind: 'COUNTRY' | 'REGION' | 'CITY';
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  /** Of a city, in thousands. */
  readonly inhabitants: number;
}

export type Gender = 'FEMALE' | 'MALE' | 'EITHER';

export interface Gazetteer {
  /** All places of a name in small letters: countries, regions, then towns from the largest down. */
  readonly places: ReadonlyMap<string, readonly GazetteerPlace[]>;
  /** Words that a place's name of several words begins with. */
  readonly placeStarts: ReadonlySet<string>;
  /** By first name, in small letters. */
  readonly genders: ReadonlyMap<string, Gender>;
  readonly surnames: ReadonlySet<string>;
}

let gazetteer: Gazetteer | undefined;

/** The lists that scripts/names/gazetteer.mjs writes, read once. */
export function readGazetteer(): Gazetteer {
  return (gazetteer ??= { ...readPlaces(), ...readPeople() });
}

function linesOf(file: string): string[][] {
  const text = brotliDecompressSync(readFileSync(path.join(dataFolder, file))).toString('utf8');
  return text.split('\n').map((line) => line.split('\t'));
}

const order = { COUNTRY: 0, REGION: 1, CITY: 2 };

function readPlaces(): Pick<Gazetteer, 'places' | 'placeStarts'> {
  const places = new Map<string, GazetteerPlace[]>();
  const placeStarts = new Set<string>();
  for (const [kind, name, ...countries] of linesOf('places.txt.br') as [
    GazetteerPlace['kind'],
    string,
    ...string[],
  ][]) {
    const key = name.toLowerCase();
    const known = places.get(key) ?? [];
    for (const country of countries)
      known.push({ kind, countryCode: country.slice(0, 2), inhabitants: Number(country.slice(3)) });
    places.set(key, known);
    const blank = key.indexOf(' ');
    if (blank > 0) placeStarts.add(key.slice(0, blank));
  }
  for (const known of places.values())
    if (known.length > 1) known.sort((a, b) => order[a.kind] - order[b.kind] || b.inhabitants - a.inhabitants);
  return { places, placeStarts };
}

function readPeople(): Pick<Gazetteer, 'genders' | 'surnames'> {
  const genders = new Map<string, Gender>();
  const surnames = new Set<string>();
  const gender = { F: 'FEMALE', M: 'MALE', N: 'EITHER' } as const;
  for (const [list, name] of linesOf('people.txt.br') as ['F' | 'M' | 'N' | 'S', string][])
    if (list === 'S') surnames.add(name);
    else genders.set(name, gender[list]);
  return { genders, surnames };
}
