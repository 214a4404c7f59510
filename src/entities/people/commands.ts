import { adding, revising } from '../addAndRevise';
import { merging } from '../merge';
import { personKind } from './personKind';

/** The commands of this folder, by the names of their mutations. */
export const personCommands = {
  addPerson: adding(personKind),
  revisePerson: revising(personKind),
  mergePeople: merging('person'),
};
