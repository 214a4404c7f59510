import { adding, revising } from '../addAndRevise';
import { merging } from '../merge';
import { organizationKind } from './organizationKind';

/** The commands of this folder, by the names of their mutations. */
export const organizationCommands = {
  addOrganization: adding(organizationKind),
  reviseOrganization: revising(organizationKind),
  mergeOrganizations: merging('organization'),
};
