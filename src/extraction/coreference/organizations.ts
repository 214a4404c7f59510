import { organizationEnds } from '../names/wordLists';
import { addTo, type Cluster, type Name } from './clusters';

const small = /^(?:of|for|the|and|&|in|on|de|la)$/;
const longestPrefix = 6;

/** Puts together the names of each organization: the same words, a shorter form, or the initials. */
export function organizationsOf(names: readonly Name[]): Cluster[] {
  const byName = new Map<string, Cluster>();
  const shorter = new Map<string, Cluster[]>();
  for (const name of names.toSorted((a, b) => b.key.length - a.key.length || a.first - b.first)) {
    const key = name.key.join(' ');
    const fuller = shorter.get(shortKey(name)) ?? [];
    // Two that fit are a guess too many.
    const found = byName.get(key) ?? (fuller.length === 1 ? fuller[0] : undefined);
    if (found) {
      found.names.push(name);
      continue;
    }
    const made = { names: [name] };
    byName.set(key, made);
    for (const form of shorterForms(name.key)) addTo(shorter, form, made);
  }
  const clusters = [...byName.values()];
  for (const cluster of clusters) cluster.names.sort((a, b) => a.first - b.first);
  return clusters.sort((a, b) => a.names[0]!.first - b.names[0]!.first);
}

/** How a shorter form is looked up: without full stops ("U.N."). */
function shortKey({ key }: Name): string {
  return key.join(' ').replace(/\./g, '');
}

/** What a full name may be shortened to: its first words where the rest says what it is ("Microsoft Corp."), its initials. */
function shorterForms(full: readonly string[]): Set<string> {
  const forms = new Set<string>();
  for (let count = 1; count <= Math.min(full.length - 1, longestPrefix); count += 1) {
    const prefix = full.slice(0, count).join(' ').replace(/\./g, '');
    if (prefix.length > 3 && full.slice(count).some((word) => organizationEnds.has(word))) forms.add(prefix);
  }
  if (full.length < 2 || full.length > 10) return forms;
  const initials = (list: readonly string[]) => list.map((word) => word[0]).join('');
  for (const letters of [initials(full), initials(full.filter((word) => !small.test(word)))])
    if (letters.length > 1) forms.add(letters);
  const number = full[0] === 'group' && full[1] === 'of' ? groupSizes.get(full[2] ?? '') : undefined;
  if (number !== undefined) forms.add(`g${number}`).add(`g-${number}`);
  return forms;
}

/** "G7" is the Group of Seven. */
const groupSizes = new Map(Object.entries({ seven: 7, eight: 8, ten: 10, twenty: 20 }));
