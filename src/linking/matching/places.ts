import type { FoundEntity } from '../../extraction/extraction';
import {
  add,
  ambiguous,
  tooManyCandidates,
  type Decision,
  link,
  linkToOnly,
  mostNamesakes,
  type Named,
  type Surroundings,
} from './decision';
import type { KnownEntity } from './known';

/**
 * Which place a name means. A country is known by its code. Others are held against what is known of them: another kind of
 * place, or one in another country, is another place. Of several that are left, country, name or company must speak for one.
 */
export function decidePlace({ found, key, keys }: Named, around: Surroundings): Decision {
  const { place } = found;
  const named = around.known.named('place', keys);
  const before = linkToOnly(around.before(named), (one) => mayBe(found, one), 'before');
  if (before) return before;
  if (place?.kind === 'COUNTRY' && place.countryCode !== null) {
    const countries = around.known.countries(place.countryCode);
    const only =
      linkToOnly(countries, () => true, 'id') ?? linkToOnly(countries, (one) => one.nameKeys.includes(key), 'id');
    if (only) return only;
  }
  if (around.known.isCrowded('place', keys)) return tooManyCandidates;
  const candidates = named.filter((candidate) => mayBe(found, candidate));
  if (candidates.length === 0) return add;
  const sameCountry = (candidate: KnownEntity): boolean =>
    candidate.countryCode !== null && candidate.countryCode === place?.countryCode;
  if (candidates.length === 1) return link(candidates[0]!, sameCountry(candidates[0]!) ? 'agreed' : 'nameOnly');
  return (
    linkToOnly(candidates, sameCountry, 'chosen') ??
    linkToOnly(candidates, (candidate) => candidate.nameKey === key, 'chosen') ??
    (candidates.length > mostNamesakes ? tooManyCandidates : linkToOnly(candidates, around.coOccurs, 'chosen')) ??
    ambiguous
  );
}

/** Whether nothing that is known of both tells them apart. */
function mayBe({ place }: FoundEntity, candidate: KnownEntity): boolean {
  if (place === null) return true;
  const { countryCode, placeKind } = candidate;
  return placeKind === place.kind && (countryCode === null || [null, countryCode].includes(place.countryCode));
}
