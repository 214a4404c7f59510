import { isBlank, lineIn } from '../writing/inputTexts';
import type { UserErrors } from '../writing/userErrors';
import type { GivenEntity } from './kind';

/** How long a name may be, in characters. */
const longestName = 200;
const mostAliases = 100;

/** A name that an input gives, and where it stands there. */
export interface GivenName {
  readonly text: string;
  readonly path: readonly string[];
}

/** The names that an input gives, normalized; undefined what it leaves as it is. */
export interface GivenNames {
  readonly name: string | undefined;
  readonly aliases: readonly string[] | undefined;
  /** Those that can be looked up. */
  readonly all: readonly GivenName[];
}

/** The names in an input. Notes what is wrong with them. */
export function namesIn(userErrors: UserErrors, given: GivenEntity): GivenNames {
  if (given.name === null) {
    userErrors.add('INVALID', 'name', 'A name can be changed, not taken away: give another one, or leave it out.');
  }
  const name = given.name == null ? undefined : nameIn(userErrors, ['name'], given.name);
  const aliases = aliasesIn(userErrors, given.aliases);
  const all = [
    { text: name ?? '', path: ['name'] },
    ...(aliases ?? []).map((text, i) => ({ text, path: ['aliases', String(i)] })),
  ];
  return { name, aliases, all: all.filter(({ text }) => text !== '' && text.length <= 2 * longestName) };
}

/** Other names, each once and without the best known one. */
export function withoutDoubles(aliases: readonly string[], name: string): string[] {
  return [...new Set(aliases)].filter((alias) => alias !== name);
}

function aliasesIn(userErrors: UserErrors, given: GivenEntity['aliases']): readonly string[] | undefined {
  if (given == null) return given === null ? [] : undefined;
  if (given.length <= mostAliases) return given.map((alias, i) => nameIn(userErrors, ['aliases', String(i)], alias));
  const message = `There are ${given.length} aliases; ${mostAliases} are allowed: leave some out.`;
  userErrors.add('INVALID', 'aliases', message);
  return [];
}

function nameIn(userErrors: UserErrors, path: readonly string[], given: string): string {
  const name = lineIn(userErrors, path, given, longestName);
  if (isBlank(name) || /[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return name;
  userErrors.add('INVALID', path, 'This name has nothing that can be seen: give it in letters.');
  return '';
}
