import {
  add,
  ambiguous,
  tooManyCandidates,
  type Decision,
  link,
  linkToOnly,
  type Named,
  type Surroundings,
} from './decision';
import type { KnownEntity } from './known';
import { titlesAgree } from './titles';

/** Whom a person's name means. */
export function decidePerson(named: Named, around: Surroundings): Decision {
  const full = fullNames(named.keys);
  return full.length > 0 ? byFullName(named, full, around) : bySurname(named, around);
}

/** The names by which a person is looked for: the full ones; where there is none, the fullest, as a surname. */
export function decidingNames(keys: readonly string[]): readonly string[] {
  const full = fullNames(keys);
  return full.length > 0 ? full : keys.slice(0, 1);
}

function fullNames(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key.includes(' '));
}

/**
 * The only person of a full name is meant, unless the titles contradict and nothing else speaks for it; then it is another one.
 * Of several, titles or company must speak for exactly one.
 */
function byFullName({ found }: Named, keys: readonly string[], around: Surroundings): Decision {
  const candidates = around.known.named('person', keys);
  const before = linkToOnly(around.before(candidates), () => true, 'before');
  if (before) return before;
  if (around.known.isCrowded('person', keys)) return tooManyCandidates;
  const agreement = new Map(candidates.map((candidate) => [candidate, titlesAgree(found.titles, candidate.titles)]));
  const isAnother = (candidate: KnownEntity): boolean =>
    agreement.get(candidate) === false && !around.coOccurs(candidate);
  const possible = candidates.filter((candidate) => !isAnother(candidate));
  if (possible.length === 0) return add;
  const speaksFor = (candidate: KnownEntity): boolean =>
    agreement.get(candidate) === true || around.coOccurs(candidate);
  if (candidates.length > 1) return linkToOnly(possible, speaksFor, 'chosen') ?? ambiguous;
  const [only] = possible;
  if (agreement.get(only!) === true) return link(only!, 'agreed');
  return link(only!, agreement.get(only!) === false ? 'chosen' : 'nameOnly');
}

/** A surname alone is many people's: titles or company must speak for exactly one. One that nobody has yet gets a record. */
function bySurname({ key, found }: Named, around: Surroundings): Decision {
  const candidates = around.known.surnamed(key);
  if (candidates.length === 0) return add;
  const before = linkToOnly(around.before(candidates), () => true, 'before');
  if (before) return before;
  if (around.known.isCrowded('person', [key])) return tooManyCandidates;
  const speaksFor = (candidate: KnownEntity): boolean =>
    titlesAgree(found.titles, candidate.titles) === true || around.coOccurs(candidate);
  return linkToOnly(candidates, speaksFor, 'chosen') ?? ambiguous;
}
