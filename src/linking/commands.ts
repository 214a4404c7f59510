import { extractArticle } from './commands/extractArticle';

/** The commands of this folder, by the names of their mutations. */
export const findingCommands = { extractArticle };
