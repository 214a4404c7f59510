import { type Gender, readGazetteer } from '../names/gazetteer';
import { femaleWords, maleWords } from '../names/roleWords';

/** What words say of a person's sex: a form of address, a title ("spokeswoman"), else the first name by the lists. */
export function genderOf(before: readonly string[], firstName: string | null): Gender {
  if (before.some((word) => femaleWords.has(word))) return 'FEMALE';
  if (before.some((word) => maleWords.has(word))) return 'MALE';
  return (firstName === null ? undefined : readGazetteer().genders.get(firstName)) ?? 'EITHER';
}

/** Whether a pronoun's or another name's sex can be the person's. */
export function agrees(a: Gender, b: Gender): boolean {
  return a === 'EITHER' || b === 'EITHER' || a === b;
}
