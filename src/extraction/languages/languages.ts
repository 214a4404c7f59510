import { german } from './de';
import { english } from './en';
import { french } from './fr';
import { type Language } from './language';

const languages: readonly Language[] = [english, german, french];

/** The language of a BCP 47 tag such as "en-US"; English where it is not known here. */
export function languageFor(tag: string): Language {
  const code = tag.toLowerCase().split('-')[0];
  return languages.find((language) => language.code === code) ?? english;
}

/** How many words of a text are looked at to tell its language. */
const sample = 300;

/** Tells a text's language, as a BCP 47 code, by its function words: of those known here the one with the most. */
export function guessLanguage(text: string): string {
  const words =
    text
      .slice(0, sample * 10)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = languages.map(({ classes }) => words.filter((word) => classes.has(word)).length);
  return languages[counts.indexOf(Math.max(...counts))]!.code;
}
