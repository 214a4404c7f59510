import { type ReadPart, type StoryEntity, type TokenMention } from '../entities';
import { type StoryWords, storyWords, textOf, type WordSpan } from '../names/storyWords';
import { type Cluster, keyed, type Name, printedNames } from './clusters';
import { organizationsOf } from './organizations';
import { peopleOf, type PersonCluster } from './people';
import { countriesOf, placeFacts, placesOf } from './places';
import { resolvePronouns } from './pronouns';
import { roleMentionsOf } from './roleMentions';
import { storyNames } from './storyNames';

/** The people, organizations and places that a story names, each with all words that refer to it, pronouns included. */
export function entitiesOf(parts: readonly ReadPart[]): StoryEntity[] {
  const words = storyWords(parts);
  const names = storyNames(words).map((name) => keyed(words, name));
  const of = (kind: Name['kind']) => names.filter((name) => name.kind === kind);
  const places = placesOf(of('LOC'));
  const countries = countriesOf(places);
  return [
    ...peopleEntities(words, peopleOf(words, of('PER')), names),
    ...organizationsOf(of('ORG')).map((cluster) => entity(words, 'ORGANIZATION', cluster)),
    ...places.map((cluster) => ({ ...entity(words, 'PLACE', cluster), place: placeFacts(words, cluster, countries) })),
  ];
}

function entity(words: StoryWords, kind: StoryEntity['kind'], cluster: Cluster): StoryEntity {
  const [name, ...otherNames] = printedNames(words, cluster);
  const mentions = cluster.names.map((span) => mention(words, span, 'NAME'));
  return { kind, name, otherNames, titles: [], place: null, mentions, confidence: confidenceOf(cluster) };
}

/** The surest of its names, and a little more for each other one. */
function confidenceOf({ names }: Cluster): number {
  const doubt = names.map(({ probability }) => 1 - probability).sort((a, b) => a - b);
  const more = doubt.slice(1, 4).reduce((product, each) => product * Math.sqrt(Math.max(each, 0.3)), 1);
  return Math.round((1 - doubt[0]! * more) * 100) / 100;
}

function mention(
  { partOf, partStarts, parts }: StoryWords,
  { first, last }: WordSpan,
  form: TokenMention['form'],
): TokenMention {
  const part = partOf[first]!;
  const start = partStarts[part]!;
  return { part: parts[part]!.part, first: first - start, last: last - start, form };
}

function peopleEntities(words: StoryWords, people: readonly PersonCluster[], names: readonly Name[]): StoryEntity[] {
  const taken = new Uint8Array(words.tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last);
  const spans = new Map<PersonCluster, FormedSpan[]>(
    people.map((person) => [person, person.names.map(({ first, last }) => ({ first, last, form: 'NAME' }))]),
  );
  for (const { person, first, last } of roleMentionsOf(words, people, taken))
    spans.get(person)!.push({ first, last, form: 'TITLE' });
  const referents = people.map((person) => ({ gender: person.gender, mentions: spans.get(person)! }));
  for (const { referent, word } of resolvePronouns(words, referents))
    spans.get(people[referent]!)!.push({ first: word, last: word + 1, form: 'PRONOUN' });
  return people.map((person) => ({
    ...entity(words, 'PERSON', person),
    titles: [...new Set(person.titles.map((title) => textOf(words, title)))],
    mentions: spans
      .get(person)!
      .sort((a, b) => a.first - b.first)
      .map((span) => mention(words, span, span.form)),
  }));
}

interface FormedSpan extends WordSpan {
  readonly form: TokenMention['form'];
}
