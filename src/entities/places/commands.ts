import { adding, revising } from '../addAndRevise';
import { merging } from '../merge';
import { placeKind } from './placeKind';

/** The commands of this folder, by the names of their mutations. */
export const placeCommands = {
  addPlace: adding(placeKind),
  revisePlace: revising(placeKind),
  mergePlaces: merging('place'),
};
