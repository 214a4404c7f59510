import { wordSet } from './language';
import { type PolarityWords } from './polarityWords';

/** German words for what was not said, not yet said, or said by hearsay only. */
export const germanPolarity: PolarityWords = {
  denying: wordSet('bestreiten dementieren leugnen abstreiten'),
  rejecting: wordSet('zurückweisen zurückgewiesen ablehnen'),
  claims: wordSet('vorwurf vorwürfe behauptung behauptungen anschuldigung anschuldigungen bericht berichte gerüchte'),
  withholding: wordSet('weigerte weigerten weigert lehnte lehnten vermied unterließ'),
  advance: wordSet('beabsichtigt plant'),
  future: wordSet('wird werden'),
  possible: wordSet(
    'könnte könnten würde würden dürfte dürften kann können sollte sollten müsste müssten soll sollen will',
  ),
  conditions: wordSet('wenn falls sofern ob bis'),
  nobody: wordSet('niemand keiner keine kein keines weder'),
  carriers: wordSet('schild schilder plakat plakate transparent transparente aufkleber hemd t-shirt banner'),
  anybody: wordSet('wer jeder jemand'),
  hearsay: wordSet('angeblich vermeintlich mutmaßlich'),
  accusing: wordSet('beschuldigen vorwerfen'),
  contested: wordSet('behaupten vorwerfen beschuldigen'),
  questions: wordSet('ob wer wann wo warum wie was welche welcher'),
  notOnly: wordSet('nur bloß zuletzt'),
  hardly: wordSet('kaum'),
};
