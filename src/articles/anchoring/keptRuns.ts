import { diffArrays } from 'diff';
import { textBetween, type Tokens } from './tokens';
import { uniqueRuns } from './uniqueRuns';
import { type Level, type Range, unitsOf } from './units';

/** Tokens that an edit keeps: `length` of them, from `before` in the old text and from `after` in the new one. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

// What bounds the time, by counting and not by the clock, so that the same texts always give the same script. A comparison
// costs the square of its edits: 1,000 are a quarter of a second; all of a script's comparisons together, about one second.
const mostEdits = 1000;
const mostSteps = 2_000_000;

/** In what the texts are compared, one after the other; words once more, between those that stand once in either text. */
const levels: readonly Level[] = ['paragraphs', 'sentences', 'tokens', 'tokens'];

interface Search {
  readonly before: Tokens;
  readonly after: Tokens;
  readonly runs: Run[];
  stepsLeft: number;
}

/**
 * What two texts have in common, in order: unchanged paragraphs first, between those sentences, between those words. Where
 * more has changed than can be compared in bounded time, only what stands once in either text counts as kept.
 */
export function keptRuns(before: Tokens, after: Tokens): Run[] {
  const search: Search = { before, after, runs: [], stepsLeft: mostSteps };
  alignRanges(search, { from: 0, to: before.count }, { from: 0, to: after.count }, 0);
  return search.runs;
}

function alignRanges(search: Search, before: Range, after: Range, levelAt: number): void {
  const level = levels[levelAt];
  if (level === undefined || before.from === before.to || after.from === after.to) return;
  const names = new Map<string, number>();
  const old = named(search.before, unitsOf(search.before, before, level), names);
  const young = named(search.after, unitsOf(search.after, after, level), names);

  const shorter = Math.min(old.names.length, young.names.length);
  let head = 0;
  while (head < shorter && old.names[head] === young.names[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.names.at(-1 - tail) === young.names.at(-1 - tail)) tail += 1;

  const kept = keptUnits(search, old.names, young.names, { head, tail });
  const nextLevel = kept.complete && level === 'tokens' ? levels.length : levelAt + 1;
  let oldAt = 0;
  let youngAt = 0;
  const gapUpTo = (oldTo: number, youngTo: number): void => {
    alignRanges(search, cover(old, oldAt, oldTo, before), cover(young, youngAt, youngTo, after), nextLevel);
  };
  for (const run of kept.runs) {
    gapUpTo(run.before, run.after);
    for (let i = 0; i < run.length; i += 1) keep(search.runs, old.units[run.before + i]!, young.units[run.after + i]!);
    oldAt = run.before + run.length;
    youngAt = run.after + run.length;
  }
  gapUpTo(old.units.length, young.units.length);
}

interface KeptUnits {
  /** Runs of units, not of tokens. */
  readonly runs: Run[];
  /** Whether they are all that can be kept. */
  readonly complete: boolean;
}

/** The units that both have in common: the beginning and the end, as long as given, and what the middle keeps. */
function keptUnits(search: Search, old: number[], young: number[], same: { head: number; tail: number }): KeptUnits {
  const { head, tail } = same;
  const middleOld = old.slice(head, old.length - tail);
  const middleYoung = young.slice(head, young.length - tail);
  const compared = comparedRuns(search, middleOld, middleYoung);
  const middle = compared ?? uniqueRuns(middleOld, middleYoung);
  const runs = [
    { before: 0, after: 0, length: head },
    ...middle.map((run) => ({ ...run, before: run.before + head, after: run.after + head })),
    { before: old.length - tail, after: young.length - tail, length: tail },
  ];
  return { runs: runs.filter((run) => run.length > 0), complete: compared !== undefined };
}

/** The most that two lists have in common; nothing where finding it takes too many steps. */
function comparedRuns(search: Search, old: number[], young: number[]): Run[] | undefined {
  if (old.length === 0 || young.length === 0) return [];
  const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(2 * search.stepsLeft)));
  const parts = diffArrays(old, young, { maxEditLength });
  const runs: Run[] = [];
  let before = 0;
  let after = 0;
  let edits = parts ? 0 : maxEditLength;
  for (const { added, removed, count } of parts ?? []) {
    if (added || removed) edits += count;
    else runs.push({ before, after, length: count });
    if (!added) before += count;
    if (!removed) after += count;
  }
  search.stepsLeft -= edits ** 2 / 2;
  return parts && runs;
}

interface Named {
  readonly units: Range[];
  /** A number for each unit: equal units have equal ones. */
  readonly names: number[];
}

function named(tokens: Tokens, units: Range[], names: Map<string, number>): Named {
  return {
    units,
    names: units.map((unit) => {
      const text = textBetween(tokens, unit.from, unit.to);
      const name = names.get(text) ?? names.size;
      names.set(text, name);
      return name;
    }),
  };
}

/** The tokens of units `from` up to, not including, `to`. */
function cover({ units }: Named, from: number, to: number, whole: Range): Range {
  const start = units[from]?.from ?? whole.to;
  return { from: start, to: to > from ? units[to - 1]!.to : start };
}

function keep(runs: Run[], old: Range, young: Range): void {
  const length = old.to - old.from;
  const last = runs.at(-1);
  if (last && last.before + last.length === old.from && last.after + last.length === young.from) {
    runs[runs.length - 1] = { ...last, length: last.length + length };
  } else {
    runs.push({ before: old.from, after: young.from, length });
  }
}
