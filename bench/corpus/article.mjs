import { Body } from './body.mjs';
import { plainName } from './entities.mjs';
import { distinct } from './random.mjs';
import { capital, clause, headline } from './sentences.mjs';
import { word } from './vocabulary.mjs';

const minute = 60_000;
const day = 24 * 60 * minute;
const newest = Date.parse('2026-11-01T12:00:00Z');
const years = 6;
const farAway = new Date('2099-01-01T00:00:00Z'); // no run of a measurement meets it

/**
 * Writes one article with everything in it.
 * @param world people, places, organizations, subjects and their popularity
 * @param number from 0, the newest first
 * @param quoteCount how many quotes it has
 */
export function writeArticle(random, world, number, quoteCount) {
  const cast = {
    people: distinct(random.whole(2, 8), () => world.somePerson(random)),
    places: distinct(random.whole(1, 5), () => world.somePlace(random)),
    organizations: distinct(random.whole(1, 2), () => world.someOrganization(random)),
  };
  const state = life(random, number, world.articleCount);
  const id = random.uuid();
  const { body, mentions, quotes, paragraphStarts } = writeBody(random, cast, quoteCount);
  const title = headline(random, cast.places[0].name);
  return {
    id,
    slug: `${plainName(title)}-${number + 1}`,
    uri: random.chance(0.8) ? `urn:newsml:example.org:${number + 1}` : null,
    ...state,
    headline: title,
    standfirst: random.chance(0.7) ? `${capital(clause(random))}.` : null,
    byline: random.chance(0.8) ? `By ${world.photographer(random).name}` : null,
    dateline: `${cast.places[0].name.toUpperCase()}`,
    located: cast.places[0],
    source: world.source(random),
    language: random.chance(0.97) ? 'en' : random.chance(0.7) ? 'es' : 'fr',
    genre: random.pick(['Current', 'Feature', 'Interview', 'Analysis', null]),
    urgency: random.whole(1, 9),
    keywords: distinct(random.whole(0, 4), () => word(random, 'noun')),
    body,
    firstBody: random.chance(0.1) ? body.slice(0, paragraphStarts.at(-1) - 2) : null,
    subjects: distinct(random.whole(1, 3), () => world.someSubject(random)),
    mentions,
    quotes: quotes.map((quote, index) => ({ ...quote, ...judgement(random, cast, state), position: index + 1, body })),
    images: writeImages(random, world, cast),
    correction: random.chance(0.02) ? `An earlier version misstated the ${word(random, 'noun')}.` : null,
  };
}

/** Where an article is in its life, and since when. */
function life(random, number, count) {
  const age = (number / count) ** 1.3 * years * 365 * day + random.whole(0, 30) * minute;
  const published = new Date(newest - age);
  const created = new Date(published.getTime() - random.whole(5, 600) * minute);
  const draw = random.fraction();
  if (draw < 0.02) return { status: 'DRAFT', created, published: null, embargo: null };
  if (draw < 0.03) return { status: 'SCHEDULED', created, published: null, embargo: null, due: farAway };
  if (draw < 0.05) return { status: 'WITHDRAWN', created, published, embargo: null };
  if (draw < 0.065) return { status: 'PUBLISHED', created, published, embargo: farAway };
  if (draw < 0.095) return { status: 'PUBLISHED', created, published, embargo: new Date(published.getTime()) };
  if (draw < 0.115) return { status: 'PUBLISHED', created, published: null, embargo: null };
  return { status: 'PUBLISHED', created, published, embargo: null };
}

/** What is known of a quote beside its words. */
function judgement(random, cast, { created }) {
  const draw = random.fraction();
  const reviewStatus = draw < 0.6 ? 'UNREVIEWED' : draw < 0.975 ? 'VERIFIED' : 'REJECTED';
  const rule = random.chance(0.8);
  return {
    id: random.uuid(),
    reviewStatus,
    reviewed: reviewStatus === 'UNREVIEWED' ? null : new Date(created.getTime() + random.whole(5, 50) * minute),
    anchorState: random.chance(0.97) ? 'ANCHORED' : random.pick(['MOVED', 'ALTERED', 'ORPHANED']),
    saidOn: random.chance(0.2) ? new Date(created.getTime() - random.whole(0, 3) * day) : null,
    saidIn: random.chance(0.15) ? random.pick(cast.places) : null,
    method: rule ? 'RULE' : 'HUMAN',
    confidence: rule ? random.whole(50, 100) / 100 : null,
    created,
  };
}

function writeImages(random, world, cast) {
  const count = random.chance(0.7) ? (random.chance(0.2) ? 2 : 1) : 0;
  return Array.from({ length: count }, () => ({
    id: random.uuid(),
    caption: `${capital(clause(random))}.`,
    creditLine: 'Example Images',
    photographer: random.chance(0.6) ? world.photographer(random) : null,
    located: random.chance(0.5) ? random.pick(cast.places) : null,
    people: distinct(random.whole(0, 2), () => random.pick(cast.people)),
  }));
}

/** The text, with a mention of everybody in the cast and `quoteCount` quotes of them. */
function writeBody(random, cast, quoteCount) {
  const body = new Body();
  const mentions = new Map(); // entity → spans
  const paragraphStarts = [];
  const name = (kind, entity, words) => {
    const key = `${kind} ${entity.id}`;
    const known = mentions.get(key) ?? { kind, entity, spans: [] };
    mentions.set(key, known);
    known.spans.push(body.add(words ?? entity.name));
  };
  const person = (who) => name('person', who, mentions.has(`person ${who.id}`) ? who.last : who.name);
  const paragraph = () => {
    body.paragraph();
    paragraphStarts.push(body.length);
  };

  paragraph();
  body.add(`${capital(clause(random))} in `);
  name('place', cast.places[0]);
  body.add(', the ');
  name('organization', cast.organizations[0]);
  body.add(` ${word(random, 'verbed')} on ${random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])}.`);

  const waiting = [
    ...cast.people.map((who) => () => person(who)),
    ...cast.places.slice(1).map((where) => () => name('place', where)),
    ...cast.organizations.slice(1).map((what) => () => name('organization', what)),
  ];
  const aside = () => {
    paragraph();
    for (let i = random.whole(1, 3); i > 0; i -= 1) {
      body.add(`${capital(clause(random))}`);
      const next = waiting.shift();
      if (next) {
        body.add(
          random.pick([
            ', according to people close to ',
            ', with eyes on ',
            ', a year after the visit of ',
            ', far from ',
          ]),
        );
        next();
      }
      body.add(i > 1 ? '. ' : '.');
    }
  };

  const quotes = [];
  const target = random.whole(1900, 2900);
  for (let i = 0; i < quoteCount; i += 1) {
    if (i % 2 === 1) aside();
    paragraph();
    quotes.push(writeQuote(random, body, cast, person, name));
  }
  while (waiting.length > 0 || body.length < target) aside();
  return { body: body.text, mentions: [...mentions.values()], quotes, paragraphStarts };
}

/** One paragraph that quotes somebody of the cast; its first people speak most. */
function writeQuote(random, body, cast, person, name) {
  const nobody = random.chance(0.03);
  const organization = !nobody && random.chance(0.05) ? random.pick(cast.organizations) : null;
  const who =
    nobody || organization ? null : cast.people[Math.min(random.whole(0, cast.people.length - 1), random.whole(0, 7))];
  const title = who?.title && random.chance(0.5) ? who.title : null;
  const speak = () => {
    if (organization) return name('organization', organization);
    if (!who) return body.add('an official');
    if (title) body.add(`${title} `);
    return person(who);
  };
  const spans = [];
  let cue = null;
  const say = (after) => {
    body.add(' ');
    cue = body.add(random.pick(['said', 'told reporters', 'added', 'warned', 'argued']));
    body.add(after);
  };
  const draw = random.fraction();
  let kind = 'DIRECT';
  if (draw < 0.55) {
    body.add('“');
    spans.push(body.add(`${capital(clause(random))}. ${capital(clause(random))},`));
    body.add('” ');
    speak();
    say('.');
  } else if (draw < 0.75) {
    body.add('“');
    spans.push(body.add(`${capital(clause(random))},`));
    body.add('” ');
    speak();
    say('. “');
    spans.push(body.add(`${capital(clause(random))}.`));
    body.add('”');
  } else {
    kind = draw < 0.9 ? 'INDIRECT' : 'MIXED';
    body.add('On the same day ');
    speak();
    say(kind === 'INDIRECT' ? ' that ' : ' that the matter is “');
    spans.push(
      body.add(
        kind === 'INDIRECT'
          ? clause(random)
          : `the ${word(random, 'noun')} of a ${word(random, 'adjective')} ${word(random, 'noun')}`,
      ),
    );
    body.add(kind === 'INDIRECT' ? '.' : '.”');
  }
  return {
    kind,
    spans,
    cue,
    text: spans.map((span) => span.text).join(' '),
    person: who,
    organization,
    speakerName: who?.name ?? organization?.name ?? 'an official',
    speakerTitle: title,
    sourceType: who ? 'NAMED_PERSON' : organization ? 'NAMED_ORGANIZATION' : 'UNNAMED_PERSON',
  };
}
