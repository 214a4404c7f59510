import { casing, type DocumentWords } from './documentWords';
import { type NameKind } from './labels';
import { type TaggedName } from './tagger';

/**
 * Makes the names of one document agree, as a reader does: a word that is surely a person's surname in one sentence is it in the
 * others too ("one sense per discourse", Gale, Church and Yarowsky 1992).
 */
export function agreed(tagged: readonly TaggedName[], document: DocumentWords): TaggedName[] {
  const names = tagged.flatMap((name) => withoutVerbs(name, document));
  const votes = votesOf(names, document);
  const settled = names.map((name) => revised(name, document, votes));
  return [...settled, ...missed(settled, document, votes)].sort((a, b) => a.first - b.first);
}

const insideNames =
  /^(?:of|the|for|and|in|on|at|to|by|de|da|del|della|di|dos|du|des|la|le|les|el|al|bin|ibn|van|von|der|den|y|e|et|und|a|an|or|with|from|n|'s|und)$/;

/** Cuts a name where a word in small letters stands that no name has: "Campa said Sergio" is two. */
function withoutVerbs(name: TaggedName, { lower, capital }: DocumentWords): TaggedName[] {
  const pieces: TaggedName[] = [];
  let first = name.first;
  for (let at = name.first; at <= name.last; at += 1) {
    const goesOn =
      at < name.last && (capital[at] === 1 || !/^[a-z]{2,}$/.test(lower[at]!) || insideNames.test(lower[at]!));
    if (goesOn) continue;
    if (at > first) pieces.push({ ...name, first, last: at });
    first = at + 1;
  }
  return pieces;
}

const saying = /^(?:said|says|told|added|asked|wrote|recalled|explained)$/;

type Votes = ReadonlyMap<string, ReadonlyMap<NameKind, number>>;

const keyOf = ({ lower }: DocumentWords, first: number, last: number): string => lower.slice(first, last).join(' ');

/** How much speaks for each kind of each name: the sum of the probabilities; a person's last name counts with the full one. */
function votesOf(names: readonly TaggedName[], document: DocumentWords): Votes {
  const votes = new Map<string, Map<NameKind, number>>();
  const vote = (key: string, kind: NameKind, weight: number) => {
    const known = votes.get(key) ?? new Map<NameKind, number>();
    known.set(kind, (known.get(kind) ?? 0) + weight);
    votes.set(key, known);
  };
  for (const { first, last, kind, probability } of names) {
    // Headlines and capitals tell least about a name.
    const isPlain = document.casing[first] === casing.usual && !document.inCapitals[first];
    const weight = isPlain ? probability : probability / 2;
    // A place or body that speaks, and has the last name of a person of this document, is that person.
    const speaks = kind !== 'PER' && [first - 1, last].some((at) => saying.test(document.lower[at] ?? ''));
    vote(keyOf(document, first, last), kind, speaks ? weight * 0.3 : weight);
    if (kind === 'PER' && last - first > 1) vote(document.lower[last - 1]!, kind, weight * 2.5);
  }
  return votes;
}

const sure = 0.9;

function revised(name: TaggedName, document: DocumentWords, votes: Votes): TaggedName {
  if (name.probability >= sure) return name;
  const [kind, share] = winner(votes.get(keyOf(document, name.first, name.last)));
  return kind === undefined || kind === name.kind || share < 0.6 ? name : { ...name, kind, probability: share * 0.9 };
}

function winner(votes: ReadonlyMap<NameKind, number> | undefined): [NameKind | undefined, number] {
  let best: NameKind | undefined;
  let most = 0;
  let sum = 0;
  for (const [kind, weight] of votes ?? []) {
    sum += weight;
    if (weight > most) [best, most] = [kind, weight];
  }
  return [best, sum === 0 ? 0 : most / sum];
}

/** What a name must have for it, in all, to be read as one where the tagger passed it by. */
const enough = 0.8;
const longest = 6;

/** Words outside of all names that are a name elsewhere in the document and are printed as one here. */
function missed(names: readonly TaggedName[], document: DocumentWords, votes: Votes): TaggedName[] {
  const taken = new Uint8Array(document.lower.length);
  for (const { first, last } of names) taken.fill(1, first, last);
  const found: TaggedName[] = [];
  for (const [start, end] of document.sentences) {
    for (let first = start; first < end; first += 1) {
      if (document.capital[first] === 0 || taken[first] === 1) continue;
      const name = nameFrom(document, taken, votes, first, end);
      if (!name) continue;
      found.push(name);
      first = name.last - 1;
    }
  }
  return found;
}

/** The longest name of the document that stands at a word, if there is one. */
function nameFrom(
  document: DocumentWords,
  taken: Uint8Array,
  votes: Votes,
  first: number,
  end: number,
): TaggedName | null {
  for (let last = Math.min(first + longest, end); last > first; last -= 1) {
    const vote = votes.get(keyOf(document, first, last));
    const [kind, share] = winner(vote);
    if (kind !== undefined && vote!.get(kind)! >= enough && printedAsName(document, taken, first, last)) {
      return { first, last, kind, probability: share * 0.8 };
    }
  }
  return null;
}

/** All words free, the first with a capital; and a single word nowhere in small letters in this document. */
function printedAsName({ printed, capital }: DocumentWords, taken: Uint8Array, first: number, last: number): boolean {
  for (let i = first; i < last; i += 1) if (taken[i] === 1) return false;
  return capital[first] === 1 && ((printed[first]! & 1) === 0 || last - first > 1);
}
