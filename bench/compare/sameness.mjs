/** Where two values differ first, as a path; null where they are the same. The order of an object's keys is free. */
export function difference(a, b, path = 'data') {
  if (Object.is(a, b)) return null;
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  ) {
    return `${path}: ${show(a)} ≠ ${show(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

function show(value) {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Sends a request and reads the answer. @throws where it is no JSON */
export async function ask(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
  const text = await response.text();
  try {
    return { status: response.status, bytes: Buffer.byteLength(text), answer: JSON.parse(text) };
  } catch {
    throw new Error(`${url} answered ${response.status} with something else than JSON: ${text.slice(0, 200)}`);
  }
}

/**
 * Asks both sides the same.
 * @param requests pairs of bodies: the first side's, the second's
 * @returns what differs, a line each
 */
export async function compare(one, other, requests) {
  const complaints = [];
  for (const [body, otherBody] of requests) {
    const [a, b] = await Promise.all([ask(one.url, body), ask(other.url, otherBody)]);
    const found = b.answer.errors
      ? `an answer with errors: ${show(b.answer.errors)}`
      : difference(shaped(one, a), shaped(other, b));
    if (found) complaints.push(`${show(JSON.parse(body).variables)}: ${one.title} ≠ ${other.title} at ${found}`);
  }
  return complaints;
}

const shaped = (side, { answer }) => (side.asContract ? side.asContract(answer.data) : answer.data);
