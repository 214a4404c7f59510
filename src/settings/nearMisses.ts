/** A variable of the environment that nobody reads, and the setting that is nearly called so. */
export interface NearMiss {
  readonly variable: string;
  readonly setting: string;
}

/** What names of settings end in, and is left out or confused easily. */
const units = /_(?:SECONDS?|SECS?|MS|MB|BYTES|SIZE|URLS?)$/;

/**
 * Finds variables that were probably meant to be settings: of the same letters in another case, one or two letters away, or with
 * another unit at the end. A name of up to five letters is one letter away at the most: HOME is not HOST.
 * @param env names and values; one that is empty counts as not set
 * @param settings the names that are read
 */
export function nearMisses(
  env: Readonly<Record<string, string | undefined>>,
  settings: readonly string[],
): readonly NearMiss[] {
  const known = new Set(settings);
  return Object.keys(env)
    .filter((variable) => env[variable] && !known.has(variable))
    .flatMap((variable) => {
      const setting = settings.find((name) => isNear(variable.toUpperCase(), name));
      return setting === undefined ? [] : [{ variable, setting }];
    });
}

function isNear(given: string, setting: string): boolean {
  if (given === setting) return true;
  const stem = setting.replace(units, '');
  if (stem !== setting && stem.includes('_') && given.replace(units, '') === stem) return true;
  const most = setting.length > 5 ? 2 : 1;
  return Math.abs(given.length - setting.length) <= most && distance(given, setting) <= most;
}

/** How many letters are to be put in, taken out, replaced or swapped with their neighbour to make one name of another. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
