import { type ReadPart, type StoryEntity, type TokenMention } from '../entities';

/** The people whom a story names by two capitalized words or more, with their last names and pronouns. */
export function entitiesOf(parts: readonly ReadPart[]): StoryEntity[] {
  const people = new Map<string, { name: string; mentions: TokenMention[] }>();
  for (const { part, read } of parts) {
    let latest: TokenMention[] | null = null;
    for (let first = 0; first < read.tokens.length; first += 1) {
      const word = read.tokens[first]!.text;
      if (latest && /^(?:he|she|his|her)$/i.test(word)) latest.push({ part, first, last: first + 1, form: 'PRONOUN' });
      const capital = (at: number) =>
        /^\p{Lu}[\p{L}’'-]*\p{Ll}/u.test(read.tokens[at]?.text ?? '') &&
        !read.language.classes.has(read.tokens[at]!.text.toLowerCase());
      let last = first;
      while (last < first + 4 && capital(last)) last += 1;
      if (last === first) continue;
      const surname = read.tokens[last - 1]!.text;
      if (last - first > 1 && !people.has(surname)) {
        people.set(surname, {
          name: read.text.slice(read.tokens[first]!.start, read.tokens[last - 1]!.end),
          mentions: [],
        });
      }
      latest = people.get(surname)?.mentions ?? latest;
      if (people.has(surname)) latest!.push({ part, first, last, form: 'NAME' });
      first = last - 1;
    }
  }
  return [...people.values()].map(({ name, mentions }) => ({
    kind: 'PERSON',
    name,
    otherNames: [],
    titles: [],
    place: null,
    mentions,
    confidence: 0.5,
  }));
}
