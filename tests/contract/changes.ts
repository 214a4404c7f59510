import { execFileSync } from 'node:child_process';
import { buildSchema, findBreakingChanges } from 'graphql';
import { packageRoot } from '../../src/packageRoot';

/**
 * The changes from one contract to the next that break clients and have no reason in `notes`
 * (docs/contract-changes.md: a line "- `what changed`: why" each), in the words of graphql-js.
 */
export function unexplainedChanges(before: string, after: string, notes: string): string[] {
  const explained = new Set([...notes.matchAll(/^- `([^\n]+)`: \S[^\n]{14,}$/gm)].map(([, change]) => change));
  return findBreakingChanges(buildSchema(before), buildSchema(after))
    .map(({ description }) => description)
    .filter((description) => !explained.has(description));
}

/**
 * The contracts that clients may already rely on: of the last release, and of the main branch as others have it; where
 * git knows neither, of the commit before. By the name of the commit; empty in a copy without history. Contracts from before
 * the release that the notes count from ("## Since 0.1.0") are left out: nobody relies on them.
 * @param notes docs/contract-changes.md as it is now
 */
export function earlierContracts(notes: string): Map<string, string> {
  const since = countedFrom(notes);
  if (since === undefined) return new Map();
  const known = [git('describe', '--tags', '--abbrev=0', '--match', 'v*'), git('merge-base', 'HEAD', 'origin/main')];
  const bases = known.filter((base) => base !== undefined && base !== git('rev-parse', 'HEAD'));
  const contracts = new Map<string, string>();
  for (const base of bases.length > 0 ? bases : ['HEAD~1']) {
    if (countedFrom(git('show', `${base}:./docs/contract-changes.md`) ?? '') !== since) continue;
    const contract = git('show', `${base}:./schema.graphql`);
    if (contract !== undefined) contracts.set(base!, contract);
  }
  return contracts;
}

/** The release from which changes are counted; undefined before the first one, while every name is still free. */
export function countedFrom(notes: string): string | undefined {
  return /^## Since (\S+)$/m.exec(notes)?.[1];
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: packageRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined; // no git, no repository, or nothing of that name
  }
}
