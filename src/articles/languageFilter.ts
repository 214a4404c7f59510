import type { Param } from '../reading/sql';
import { bind, checkText } from '../reading/values';
import { canonicalLanguage } from '../text/languageTag';

/** A language as it is stored; what is no tag of a language finds nothing. */
export const bindLanguage = (value: unknown, where: string): Param =>
  bind(value, 'text', (tag) => canonicalLanguage(tag) ?? checkText(tag, where));
