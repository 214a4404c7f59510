import { isBlank as showsNothing, lineIn, proseIn } from '../writing/inputTexts';
import { UserErrors } from '../writing/userErrors';

/** Whether a text is missing, or has nothing to read. */
export function isBlank(text: string | null | undefined): boolean {
  return text == null || showsNothing(text);
}

/** A line as it is stored; null where it can't be. */
export function kept(given: string | null | undefined, longest?: number): string | null {
  return isBlank(given) ? null : valid((userErrors) => lineIn(userErrors, 'text', oneLine(given!), longest));
}

/** A note as it is stored; null where it can't be. */
export function keptNote(given: string | null | undefined): string | null {
  return isBlank(given) ? null : valid((userErrors) => proseIn(userErrors, 'text', withoutControls(given!)));
}

function valid(look: (userErrors: UserErrors) => string): string | null {
  const userErrors = new UserErrors();
  const text = look(userErrors);
  return userErrors.any ? null : text;
}

/** Headlines are often broken over lines by their markup. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Wires and old systems leave control characters behind, which are nobody's words. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(controls, '');
}
