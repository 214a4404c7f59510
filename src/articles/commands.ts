import { correctArticle } from './commands/correctArticle';
import { draftArticle } from './commands/draftArticle';
import { publishArticle } from './commands/publishArticle';
import { reinstateArticle } from './commands/reinstateArticle';
import { reviseArticle } from './commands/reviseArticle';
import { scheduleArticle, unscheduleArticle } from './commands/scheduleArticle';
import { unpublishArticle } from './commands/unpublishArticle';
import { withdrawArticle } from './commands/withdrawArticle';

/** The commands of this folder, by the names of their mutations. */
export const articleCommands = {
  draftArticle,
  reviseArticle,
  scheduleArticle,
  unscheduleArticle,
  publishArticle,
  correctArticle,
  unpublishArticle,
  withdrawArticle,
  reinstateArticle,
};
