import { type Measure } from './measure';
import { namedSources } from './namedSources';
import { namesInConll } from './namesInConll';
import { quotesInPolnear } from './quotesInPolnear';
import { reportsInPolnear } from './reportsInPolnear';
import { speedOnPolnear, speedOnReuters } from './speed';

/** All that `npm run evaluate` measures, in the order in which it prints. */
export const measures: readonly Measure[] = [
  quotesInPolnear,
  reportsInPolnear,
  namedSources,
  namesInConll,
  speedOnPolnear,
  speedOnReuters,
];
