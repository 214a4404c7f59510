import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Measure } from '../../src/extraction/evaluate/measure';
import { namedSources } from '../../src/extraction/evaluate/namedSources';
import { quotesInPolnear } from '../../src/extraction/evaluate/quotesInPolnear';
import { reportsInPolnear } from '../../src/extraction/evaluate/reportsInPolnear';

const data = path.join('..', 'shared', 'data');

/** What is reached, in the order of the measure's figures; a little is left for a change that gains more elsewhere. */
const floors: [Measure, number[]][] = [
  [quotesInPolnear, [96.5, 98.3, 90.3, 88]],
  [reportsInPolnear, [47, 38, 77, 73]],
  [namedSources, [82]],
];

describe.each(floors)('$title', (measure, reached) => {
  const file = path.join(data, measure.data);
  // Without the annotated texts there is nothing to measure.
  const whereThere = existsSync(file) ? test : test.skip;
  whereThere(
    `keeps its figures (needs ${file})`,
    () => {
      const { figures } = measure.run(file);
      reached.forEach((floor, index) => expect(figures[index]!.value).toBeGreaterThanOrEqual(floor));
    },
    120_000,
  );
});
