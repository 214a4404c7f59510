import { attributeQuote } from './commands/attributeQuote';
import { recordQuote } from './commands/recordQuote';
import { rejectQuote, verifyQuote } from './commands/reviewQuote';
import { reviseQuote } from './commands/reviseQuote';

/** The commands of this folder, by the names of their mutations. */
export const quoteCommands = { recordQuote, reviseQuote, attributeQuote, verifyQuote, rejectQuote };
