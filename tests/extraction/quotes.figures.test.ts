import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Measure } from '../../src/extraction/evaluate/measure';
import { namedSources } from '../../src/extraction/evaluate/namedSources';
import { pronounsInGum } from '../../src/extraction/evaluate/pronounsInGum';
import { quotesInGerman } from '../../src/extraction/evaluate/quotesInGerman';
import { quotesInPolnear } from '../../src/extraction/evaluate/quotesInPolnear';
import { reportsInPolnear } from '../../src/extraction/evaluate/reportsInPolnear';

const data = path.join('..', 'shared', 'data');

/** What is reached, in the order of the measure's figures; a little is left for a change that gains more elsewhere. */
const floors: [Measure, number[]][] = [
  [quotesInPolnear, [96, 98, 89.8, 88]],
  [reportsInPolnear, [46, 37, 77, 73]],
  [namedSources, [86]],
  [pronounsInGum, [87]],
  [quotesInGerman('quotes/german_wikinews.dev.jsonl', 'dev'), [76, 55, 44, 82]],
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
