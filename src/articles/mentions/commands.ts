import { rejectMention, verifyMention } from './commands/reviewMention';

/** The commands of this folder, by the names of their mutations. */
export const mentionCommands = { verifyMention, rejectMention };
