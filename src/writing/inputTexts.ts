import { normalizeBody } from '../text/body';
import { codePointCount } from '../text/spans';
import type { UserErrors } from './userErrors';

type Path = string | readonly string[];

/** How long the usual text of one line may be, in characters (code points). */
export const longestLine = 1000;

/** How long a note may be: a standfirst, a correction, a reason. */
export const longestNote = 10_000;

// Line ends, tabs and form feeds are blanks, and are normalized; the other control characters are nobody's words.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u;
const bidirectional = /[\u202a-\u202e\u2066-\u2069]/u;
/** Something that leaves ink, or holds the place of something: blanks, joiners and fillers do not, nor does the empty Braille cell. */
const visible = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/u;
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/u;

/** Whether a text shows nothing to who reads it: it is empty, or made of blanks and of characters that nobody sees. */
export function isBlank(text: string): boolean {
  return !visible.test(text);
}

/**
 * A text of one line as it is stored: NFC, tabs as blanks, no blanks at its ends. Undefined and null stay what they are; what
 * is wrong with it is noted; what is given back then is not to be stored, but can be looked up without harm.
 */
export function lineIn<Given extends string | null | undefined>(
  userErrors: UserErrors,
  path: Path,
  given: Given,
  longest = longestLine,
): Given {
  return checked(userErrors, path, given, longest, (text) => {
    if (lineBreak.test(text.trim()))
      userErrors.add('INVALID', path, `${nameOf(path)} must be one line: take the line breaks out.`);
    return text.normalize('NFC').replaceAll('\t', ' ').trim();
  });
}

/** The same for a text that may have paragraphs, normalized as bodies are. */
export function proseIn<Given extends string | null | undefined>(
  userErrors: UserErrors,
  path: Path,
  given: Given,
  longest = longestNote,
): Given {
  return checked(userErrors, path, given, longest, normalizeBody);
}

function checked<Given extends string | null | undefined>(
  userErrors: UserErrors,
  path: Path,
  given: Given,
  longest: number,
  normalize: (text: string) => string,
): Given {
  if (given == null) return given;
  const refusal = forbiddenIn(given);
  if (refusal !== null) {
    userErrors.add('INVALID', path, `${nameOf(path)} ${refusal}`);
    return '' as Given;
  }
  const text = normalize(given);
  const length = codePointCount(text);
  if (isBlank(text))
    userErrors.add('INVALID', path, `${nameOf(path)} is blank: give its words, or leave it out where it may be.`);
  else if (length > longest) {
    userErrors.add('INVALID', path, `${nameOf(path)} has ${length} characters; ${longest} are allowed: shorten it.`);
  }
  return text as Given;
}

/** What to do about a character that no text may hold; null where there is none. */
function forbiddenIn(text: string): string | null {
  if (!text.isWellFormed()) return 'contains half of a surrogate pair, which is not a character: leave it out.';
  const sign = control.exec(text);
  if (sign) return `contains the control character ${codeOf(sign[0])}: leave it out.`;
  const turn = bidirectional.exec(text);
  if (turn) return `contains ${codeOf(turn[0])}, which makes words look otherwise than they are: leave it out.`;
  return null;
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The field that a path ends in: "keywords" for ["keywords", "3"]. */
function nameOf(path: Path): string {
  return typeof path === 'string' ? path : (path.findLast((part) => !/^\d+$/.test(part)) ?? 'The text');
}
