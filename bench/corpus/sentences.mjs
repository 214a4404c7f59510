import { word } from './vocabulary.mjs';

const patterns = [
  'the {adjective} {noun} {verbed} the {noun} over the {noun}',
  'the {noun} will {verb} the {adjective} {noun} before the end of the {noun}',
  'a {noun} of the {adjective} {noun} {verbed} plans to {verb} the {noun}',
  'few expected the {noun} to {verb} so {adverb} after the {noun}',
  'the {noun} and the {noun} {verbed} a {adjective} {noun}',
  'nobody in the {noun} wants to {verb} another {adjective} {noun}',
  'the {noun} cost {number} million, more than the {noun} of last year',
  'about {number} people joined the {noun} against the {adjective} {noun}',
  'the {adjective} {noun} has to {verb} its {noun} or {verb} the {noun}',
  'a {adjective} report found that the {noun} {verbed} every {noun}',
  'more than {number} families lost a {noun} when the {noun} {verbed} the {noun}',
  'the {noun} {verbed} the {noun}, and the {noun} {verbed} the {adjective} {noun}',
];

const fill = (random, pattern) =>
  pattern.replace(/\{(\w+)\}/g, (_, name) => (name === 'number' ? String(random.whole(2, 980)) : word(random, name)));

/** A clause in lower case, without a full stop. */
export const clause = (random) => fill(random, random.pick(patterns));

/** The same as the beginning of a sentence. */
export function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** A headline: few words, no full stop. */
export function headline(random, place) {
  return capital(
    fill(
      random,
      random.pick([
        `{noun} {verbed} over {adjective} {noun} in ${place}`,
        `${place} {noun} {verbed} the {noun} of a {adjective} {noun}`,
        `{adjective} {noun} to {verb} ${place} {noun}`,
        `how the {noun} {verbed} ${place}, and what comes after the {noun}`,
      ]),
    ),
  );
}
