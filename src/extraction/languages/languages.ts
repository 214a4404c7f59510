import { guessLanguage, undetermined } from '../../text/guessLanguage';
import { german } from './de';
import { english } from './en';
import { french } from './fr';
import { type Language } from './language';

const languages: readonly Language[] = [english, german, french];

/** How many words of a text are looked at to tell its language. */
const sample = 300;

/** Of a text's words, the least share that are function words of its language: in news about four in ten are. */
const leastShare = 0.15;

/** The language of a BCP 47 tag such as "en-US"; null where it is none of those that are known here. */
export function languageFor(tag: string): Language | null {
  const code = tag.toLowerCase().split('-')[0];
  return languages.find((language) => language.code === code) ?? null;
}

/**
 * The language in which a text is to be read: the one it is said to be in, unless its words say otherwise.
 * @param tag BCP 47, as the sender or an editor named it
 * @returns null where the text is in no language that is known here
 */
export function languageOf(tag: string, text: string): Language | null {
  const named = languageFor(tag);
  if (named && shareOf(named, text) >= leastShare) return named;
  const guessed = guessLanguage(text);
  if (guessed !== null) return languageFor(guessed);
  return tag === undetermined ? byFunctionWords(text) : named;
}

/** A text's language as a BCP 47 tag, "und" where it can't be told. A short text is told by its function words. */
export function languageTag(text: string): string {
  return guessLanguage(text) ?? byFunctionWords(text)?.code ?? undetermined;
}

function byFunctionWords(text: string): Language | null {
  const shares = languages.map((language) => shareOf(language, text));
  const most = Math.max(...shares);
  return most >= leastShare * 2 ? languages[shares.indexOf(most)]! : null;
}

/** The share of function words among a text's first words, 0 to 1. */
function shareOf({ classes }: Language, text: string): number {
  const words =
    text
      .slice(0, sample * 10)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, sample) ?? [];
  return words.filter((word) => classes.has(word)).length / Math.max(words.length, 1);
}
