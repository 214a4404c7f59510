import { base, en } from '@faker-js/faker';
import { capital } from './sentences.mjs';
import { word } from './vocabulary.mjs';

/** A name as it stands in an address. */
export const plainName = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Gives every name a slug of its own: the second "Ann Lee" is `ann-lee-2`. */
function slugs() {
  const seen = new Map();
  return (name) => {
    const plain = plainName(name) || 'x';
    const count = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, count);
    return count === 1 ? plain : `${plain}-${count}`;
  };
}

const accents = { e: 'é', a: 'á', o: 'ö', n: 'ñ' };
const foreign = (random, name) => name.replace(/[eaon](?=[^eaon]*$)/, (letter) => accents[letter] ?? letter);

/** @returns people, the best known first. */
export function makePeople(random, count) {
  const slug = slugs();
  const firstNames = [...en.person.first_name.female, ...en.person.first_name.male];
  return Array.from({ length: count }, () => {
    const first = random.pick(firstNames);
    const plain = random.pick(en.person.last_name.generic);
    const last = random.chance(0.05) ? foreign(random, plain) : plain;
    const name = `${first} ${last}`;
    return {
      id: random.uuid(),
      slug: slug(name),
      name,
      last,
      aliases: last !== plain ? [`${first} ${plain}`] : random.chance(0.1) ? [`${first[0]}. ${last}`] : [],
      description: random.chance(0.3)
        ? capital(`${word(random, 'adjective')} ${random.pick(en.person.job_type)}`)
        : null,
      title: random.chance(0.4) ? `${random.pick(en.person.job_area)} ${random.pick(en.person.job_type)}` : null,
      listed: random.chance(0.03),
    };
  });
}

/** @returns places, the best known first; a parent stands anywhere. */
export function makePlaces(random, count) {
  const slug = slugs();
  const codes = base.location.country_code.map(({ alpha2 }) => alpha2);
  const place = (name, kind, parent) => ({
    id: random.uuid(),
    slug: slug(name),
    name,
    kind,
    parent,
    countryCode: parent?.countryCode ?? random.pick(codes),
    latitude: random.whole(-60_0000, 70_0000) / 10_000,
    longitude: random.whole(-180_0000, 180_0000) / 10_000,
    listed: random.chance(0.03),
  });
  const countries = en.location.country.slice(0, Math.floor(count * 0.1)).map((name) => place(name, 'COUNTRY', null));
  const regionNames = [...en.location.state, ...en.location.county];
  const regions = Array.from({ length: Math.floor(count * 0.15) }, (_, i) =>
    place(
      regionNames[i] ?? `${random.pick(['North', 'South', 'East', 'West'])} ${random.pick(regionNames)}`,
      'REGION',
      random.pick(countries),
    ),
  );
  const cities = Array.from({ length: Math.floor(count * 0.55) }, (_, i) =>
    place(
      en.location.city_name[i] ?? `${random.pick(en.person.last_name.generic)}${random.pick(en.location.city_suffix)}`,
      'CITY',
      random.pick(regions),
    ),
  );
  const venues = Array.from({ length: count - countries.length - regions.length - cities.length }, () =>
    place(
      `${random.pick(en.person.last_name.generic)} ${random.pick(['Hall', 'Stadium', 'Square', 'Palace', 'Center', 'Park'])}`,
      'VENUE',
      random.pick(cities),
    ),
  );
  const all = [...countries, ...regions, ...cities, ...venues];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const other = random.whole(0, i);
    [all[i], all[other]] = [all[other], all[i]];
  }
  return all;
}

/** @returns organizations, the best known first; the first twenty are those that articles come from. */
export function makeOrganizations(random, count) {
  const slug = slugs();
  const made = [];
  for (let i = 0; i < count; i += 1) {
    const city = random.pick(en.location.city_name);
    const noun = capital(word(random, 'noun'));
    const [name, kind] =
      i < 20
        ? [`${city} ${random.pick(['Times', 'Herald', 'Post', 'Courier', 'Wire'])}`, 'news agency']
        : random.pick([
            [`Ministry of ${noun}`, 'government'],
            [`${city} ${noun} Council`, 'council'],
            [`${random.pick(en.person.last_name.generic)} ${noun} Group`, 'company'],
            [`University of ${city}`, 'university'],
            [`${noun} Workers Union`, 'union'],
            [`${city} Police`, 'police'],
          ]);
    const parent = i >= 40 && random.chance(0.1) ? made[random.whole(20, i - 1)] : null;
    made.push({ id: random.uuid(), slug: slug(name), name, kind, parent, listed: random.chance(0.03) });
  }
  return made;
}

/** The top of the IPTC Media Topics. */
export function makeSubjects(random) {
  return Object.entries({
    '01000000': 'arts, culture, entertainment and media',
    '02000000': 'crime, law and justice',
    '03000000': 'disaster, accident and emergency incident',
    '04000000': 'economy, business and finance',
    '05000000': 'education',
    '06000000': 'environment',
    '07000000': 'health',
    '08000000': 'human interest',
    '09000000': 'labour',
    10000000: 'lifestyle and leisure',
    11000000: 'politics and government',
    12000000: 'religion',
    13000000: 'science and technology',
    14000000: 'society',
    15000000: 'sport',
    16000000: 'conflict, war and peace',
    17000000: 'weather',
  }).map(([code, name]) => ({ id: random.uuid(), code: `medtop:${code}`, name, listed: true }));
}
