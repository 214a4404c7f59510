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

/** Letters that may stand for many names: "ABC". */
const acronym = /^(?:\p{Lu}\.?){1,5}$/u;

/**
 * Which organization a name means: the only one of that name; of several the one that is best known by it, or that company
 * speaks for. An acronym that a record has only beside its name needs company.
 */
export function decideOrganization({ found, key, keys }: Named, around: Surroundings): Decision {
  const candidates = around.known.named('organization', keys);
  if (candidates.length === 0) return add;
  const before = linkToOnly(around.before(candidates), () => true, 'before');
  if (before) return before;
  const sharesName = candidates.filter((candidate) => candidate.nameKey === key);
  // Those best known by the name are loaded first: among them nobody is missing.
  if (around.known.isCrowded('organization', keys))
    return linkToOnly(sharesName, () => true, 'chosen') ?? tooManyCandidates;
  if (candidates.length === 1) {
    const isAcronym = acronym.test(found.name) && sharesName.length === 0;
    if (!isAcronym) return link(candidates[0]!, 'nameOnly');
    return linkToOnly(candidates, around.coOccurs, 'chosen') ?? ambiguous;
  }
  return linkToOnly(sharesName, () => true, 'chosen') ?? linkToOnly(candidates, around.coOccurs, 'chosen') ?? ambiguous;
}
