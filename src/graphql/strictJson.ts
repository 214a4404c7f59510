import { isUtf8 } from 'node:buffer';
import { clientError } from '../errors/errorCodes';
import { depthOf } from '../text/jsonDepth';

/** How deep JSON may be nested. Arguments of this API need less than ten. */
const MAX_JSON_DEPTH = 32;

/**
 * The JSON value in the bytes of a body. A byte order mark at its start is let pass: some programs can't leave it out.
 * @throws GraphQLError BAD_REQUEST for anything that is not UTF-8, not JSON, too deeply nested, or holds text that can't be stored
 */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0)
    throw clientError('BAD_REQUEST', 'The body is empty: send JSON such as {"query": "{ __typename }"}.');
  if (!isUtf8(bytes)) throw clientError('BAD_REQUEST', 'The body is not UTF-8: encode the JSON so.');
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return parseJson(bytes.toString('utf8', start), 'The body');
}

/**
 * The JSON value in a text that is well-formed and has no U+0000.
 * @param what what the text is, to begin messages with: "The body"
 * @throws GraphQLError BAD_REQUEST
 */
export function parseJson(text: string, what: string): unknown {
  const actual = depthOf(text);
  if (actual > MAX_JSON_DEPTH) {
    const message = `${what} is nested ${actual} levels deep; ${MAX_JSON_DEPTH} are allowed.`;
    throw clientError('BAD_REQUEST', message, { limit: 'jsonDepth', max: MAX_JSON_DEPTH, actual });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw clientError('BAD_REQUEST', `${what} is not valid JSON. Look for a missing quotation mark, comma or bracket.`);
  }
  // In well-formed text they can only stand as escapes.
  if (text.includes('\\u')) checkStrings(value, what);
  return value;
}

/** PostgreSQL stores neither U+0000 nor lone surrogates (it would keep something else, silently), so both end here. */
function checkStrings(value: unknown, what: string): void {
  if (typeof value === 'string') checkText(value, what);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item) => checkStrings(item, what));
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    checkText(key, what);
    checkStrings(member, what);
  }
}

/**
 * @param what what the text is part of, to begin the message with
 * @throws GraphQLError BAD_REQUEST for U+0000 and for lone surrogates
 */
export function checkText(text: string, what: string): void {
  if (text.includes('\0'))
    throw clientError('BAD_REQUEST', `${what} contains the character U+0000, which is not allowed: leave it out.`);
  if (!text.isWellFormed()) {
    throw clientError(
      'BAD_REQUEST',
      `${what} contains half of a surrogate pair, which is not a character: leave it out.`,
    );
  }
}
