import { makeOrganizations, makePeople, makePlaces, makeSubjects } from './entities.mjs';
import { zipf } from './random.mjs';

/** Everybody and everything that articles speak of, and how often they do. */
export function makeWorld(random, sizes) {
  const people = makePeople(random, sizes.people);
  const places = makePlaces(random, sizes.places);
  const organizations = makeOrganizations(random, sizes.organizations);
  const subjects = makeSubjects(random);
  const by = (list, shape) => {
    const draw = zipf(list.length, shape);
    return (source) => list[draw(source)];
  };
  return {
    articleCount: sizes.articles,
    people,
    places,
    organizations,
    subjects,
    somePerson: by(people),
    somePlace: by(places),
    someOrganization: by(organizations),
    someSubject: by(subjects, { steep: 0.7, flat: 2 }),
    source: by(organizations.slice(0, 20)),
    photographer: by(people.slice(-300)),
  };
}

/** How many quotes each article has: none to ten, `quotes` in all. */
export function quoteCounts(random, { articles, quotes }) {
  const mean = quotes / articles;
  const counts = Array.from(
    { length: articles },
    () => random.whole(0, Math.ceil(mean)) + random.whole(0, Math.ceil(mean)),
  );
  let missing = quotes - counts.reduce((sum, count) => sum + count, 0);
  while (missing !== 0) {
    const index = random.whole(0, articles - 1);
    const step = Math.sign(missing);
    if (counts[index] + step < 0) continue;
    counts[index] += step;
    missing -= step;
  }
  return counts;
}
