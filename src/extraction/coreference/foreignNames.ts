import { readGazetteer } from '../names/gazetteer';
import { type StoryWords } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';

/**
 * Leaves out nouns that were taken for names, in parts of a story that are not in English: there every noun may have a capital.
 * A name of one word must be a known place, or a person's last name; a person must have a known first name.
 */
export function withoutNouns(words: StoryWords, names: readonly TaggedName[]): TaggedName[] {
  if (words.parts.every(({ read }) => read.language.code === 'en')) return [...names];
  const kept = names.flatMap((name) => {
    const { language } = words.parts[words.partOf[name.first]!]!.read;
    return language.code === 'en' ? [name] : core(words, name, language.classes);
  });
  const lastNames = new Set(
    kept
      .filter(({ kind, first, last }) => kind === 'PER' && last - first > 1)
      .map(({ last }) => words.lower[last - 1]!),
  );
  return kept.flatMap((name) => {
    if (words.parts[words.partOf[name.first]!]!.read.language.code === 'en' || name.last - name.first > 1)
      return [name];
    const word = words.lower[name.first]!;
    if (lastNames.has(word)) return [{ ...name, kind: 'PER' as const }];
    const places = readGazetteer().places.get(word);
    if (places && name.kind === 'LOC') return [name];
    return /^\p{Lu}{2,}/u.test(words.tokens[name.first]!.text) ? [name] : [];
  });
}

/** A name without the articles, prepositions and titles that it was found with. */
function core({ lower }: StoryWords, name: TaggedName, functionWords: ReadonlyMap<string, unknown>): TaggedName[] {
  const { last } = name;
  let { first } = name;
  for (let at = first; at < last; at += 1) if (functionWords.has(lower[at]!)) first = at + 1;
  if (first >= last) return [];
  const { genders } = readGazetteer();
  const given = lower.slice(first, last).findIndex((word) => genders.has(word));
  if (given >= 0 && first + given < last - 1) return [{ ...name, first: first + given, last, kind: 'PER' }];
  return name.kind === 'PER' && last - first > 1 && first === name.first ? [] : [{ ...name, first, last }];
}
