import { type Measure } from './measure';
import { namedSources } from './namedSources';
import { namesInConll } from './namesInConll';
import { pronounsInGum } from './pronounsInGum';
import { quotesInGerman } from './quotesInGerman';
import { quotesInPolnear } from './quotesInPolnear';
import { reportsInPolnear } from './reportsInPolnear';
import { speedOnPolnear, speedOnReuters } from './speed';

/** All that `npm run evaluate` measures, in the order in which it prints. */
export const measures: readonly Measure[] = [
  quotesInPolnear,
  reportsInPolnear,
  namedSources,
  quotesInGerman('quotes/german_wikinews.dev.jsonl', 'dev'),
  quotesInGerman('quotes/german_wikinews.train.jsonl', 'train'),
  namesInConll,
  pronounsInGum,
  speedOnPolnear,
  speedOnReuters,
];
