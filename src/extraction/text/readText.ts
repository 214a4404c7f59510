import { type Language } from '../languages/language';
import { type Paragraph, type Sentence, sentencesOf } from './sentences';
import { type Token, tokensOf } from './tokens';

/** A text cut once, for all that read it. */
export interface ReadText {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
}

/** Cuts a text into tokens, sentences and paragraphs. Time grows with its length only. */
export function readText(text: string, language: Language): ReadText {
  const tokens = tokensOf(text, language.abbreviations);
  return { text, language, tokens, ...sentencesOf(text, tokens, language) };
}
