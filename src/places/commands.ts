import { adding, revising } from '../entities/addAndRevise';
import { merging } from '../entities/merge';
import { placeKind } from './placeKind';

/** The commands of this folder, by the names of their mutations. */
export const placeCommands = {
  addPlace: adding(placeKind),
  revisePlace: revising(placeKind),
  mergePlaces: merging('place'),
};
