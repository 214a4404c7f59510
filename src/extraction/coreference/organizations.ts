import { type StoryWords } from '../names/storyWords';
import { organizationEnds } from '../names/wordLists';
import { type Cluster, fullest, type Name } from './clusters';

const small = /^(?:of|for|the|and|&|in|on|de|la)$/;

/** Puts together the names of each organization: the same words, a shorter form, or the initials. */
export function organizationsOf(words: StoryWords, names: readonly Name[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const name of names.toSorted((a, b) => b.key.length - a.key.length || a.first - b.first)) {
    const same = clusters.filter((cluster) => cluster.names.some((each) => sameOrganization(name.key, each.key)));
    // Two that fit are a guess too many.
    const found =
      same.find((cluster) => fullest(cluster).key.join(' ') === name.key.join(' ')) ??
      (same.length === 1 ? same[0] : null);
    if (found) found.names.push(name);
    else clusters.push({ names: [name] });
  }
  for (const { names: found } of clusters) found.sort((a, b) => a.first - b.first);
  return clusters.sort((a, b) => a.names[0]!.first - b.names[0]!.first);
}

function sameOrganization(name: readonly string[], full: readonly string[]): boolean {
  if (name.join(' ') === full.join(' ')) return true;
  if (name.length === 1 && isAcronym(name[0]!, full)) return true;
  const shorter = name.length < full.length && name.every((word, i) => word === full[i]);
  // "Microsoft" is "Microsoft Corp.", and "Mexican" in "Mexican Navy" nobody.
  return shorter && full.slice(name.length).some((word) => organizationEnds.has(word)) && name.join('').length > 3;
}

/** "WHO" for "World Health Organization": the initials of the words, small words counted or not. */
function isAcronym(name: string, full: readonly string[]): boolean {
  const letters = name.replace(/\./g, '');
  if (letters.length < 2 || letters.length > 8 || full.length < 2) return false;
  const initials = (list: readonly string[]) => list.map((word) => word[0]).join('');
  return initials(full) === letters || initials(full.filter((word) => !small.test(word))) === letters;
}
