import type { Random } from './random';

/** A stretch of a body, in code points. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Up to `count` stretches of a body that follow each other without overlap. Most begin and end with a word; some cross the
 * end of a paragraph, some begin in the blank line between two.
 */
export function passages(random: Random, body: string, count: number): Passage[] {
  const points = [...body];
  const cuts = points.flatMap((point, index) => (/\s/.test(point) ? [index, index + 1] : []));
  const borders = [...new Set([0, ...cuts, points.length])].sort((a, b) => a - b);
  const taken: Passage[] = [];
  let from = 0;
  for (let number = 0; number < count; number++) {
    const starts = borders.filter((border) => border >= from && border < points.length);
    if (starts.length === 0) break;
    const start = number === 0 ? random.pick(starts) : (starts[Math.min(random.int(0, 3), starts.length - 1)] ?? from);
    const ends = borders.filter((border) => border > start).slice(0, random.chance(0.1) ? 60 : 12);
    if (ends.length === 0) break;
    const end = random.pick(ends);
    taken.push({
      start,
      end,
      text: points.slice(start, end).join(''),
      prefix: points.slice(Math.max(0, start - 20), start).join(''),
      suffix: points.slice(end, end + 20).join(''),
    });
    from = end;
  }
  return taken;
}
