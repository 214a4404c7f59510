/**
 * The canonical form of a BCP 47 tag, in which tags are stored and compared: `EN-us` is `en-US`.
 * @returns null for what is no tag of a language
 */
export function canonicalLanguage(tag: string): string | null {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0]!;
  } catch {
    return null;
  }
}
