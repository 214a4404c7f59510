import type { Commands } from './writing/command';
import { articleCommands } from './articles/commands';
import { importCommands } from './import/commands';
import { quoteCommands } from './quotes/commands';
import { findingCommands } from './findings/commands';
import { mentionCommands } from './mentions/commands';
import { personCommands } from './people/commands';
import { organizationCommands } from './organizations/commands';
import { placeCommands } from './places/commands';
import { apiKeyCommands } from './auth/commands';

/** The command of every mutation. */
export const commands: Commands = {
  ...articleCommands,
  ...importCommands,
  ...quoteCommands,
  ...mentionCommands,
  ...findingCommands,
  ...personCommands,
  ...organizationCommands,
  ...placeCommands,
  ...apiKeyCommands,
};
