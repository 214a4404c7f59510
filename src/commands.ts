import type { Commands } from './writing/command';
import { articleCommands } from './articles/commands';
import { importCommands } from './import/commands';
import { quoteCommands } from './articles/quotes/commands';
import { findingCommands } from './linking/commands';
import { mentionCommands } from './articles/mentions/commands';
import { personCommands } from './entities/people/commands';
import { organizationCommands } from './entities/organizations/commands';
import { placeCommands } from './entities/places/commands';
import { apiKeyCommands } from './apiKeys/commands';

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
