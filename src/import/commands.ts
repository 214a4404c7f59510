import { importArticles } from './commands/importArticles';

/** The commands of this folder, by the names of their mutations. */
export const importCommands = { importArticles };
