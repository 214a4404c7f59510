import { depthOf } from '../../text/jsonDepth';
import { htmlText } from '../paragraphs';
import type { Found, GivenItem, Reader } from '../item';
import { linesOf, wholeOf } from '../lines';
import { recordIn } from '../records/recordIn';
import { itemOfNinjs } from './ninjs';

/** A JSON document: a ninjs item, a list of them, or an answer of the Guardian's content API. */
export const readJson: Reader = async function* (text): AsyncGenerator<Found> {
  const whole = await wholeOf(text);
  let value: unknown;
  try {
    value = parsed(whole);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield { at: lineOfMistake(whole, error), problem: notJson(error) };
    return;
  }
  const items = itemsIn(value);
  if (!items) {
    yield found('item 1', value);
    return;
  }
  for (const [i, item] of items.entries()) yield found(`item ${i + 1}`, item);
};

/** JSON Lines: a ninjs item, or a record of an export, on each line. A broken line costs only itself. */
export const readJsonLines: Reader = async function* (text): AsyncGenerator<Found> {
  let number = 0;
  for await (const line of linesOf(text, longestLine)) {
    number += 1;
    const at = `line ${number}`;
    if (line === null) yield { at, problem: `The line is longer than ${longestLine} characters.` };
    else if (line.trim() !== '') yield foundIn(at, line);
  }
};

const longestLine = 16_000_000;

function foundIn(at: string, line: string): Found {
  try {
    return found(at, parsed(line));
  } catch (error) {
    if (error instanceof SyntaxError) return { at, problem: notJson(error) };
    throw error;
  }
}

/** No item of any format here comes near it; what goes deeper is made to break programs. */
const deepest = 100;

function parsed(json: string): unknown {
  if (depthOf(json) > deepest) throw new SyntaxError(`it is nested more than ${deepest} levels deep`);
  return JSON.parse(json);
}

function found(at: string, value: unknown): Found {
  const exported = recordIn(value);
  if (typeof exported === 'string') return { at, problem: exported };
  if (exported) return { at, exported };
  if (isGuardian(value)) return { at, item: itemOfGuardian(value) };
  const item = itemOfNinjs(value);
  if (typeof item === 'string') return { at, problem: `${item} ${noRecord}.` };
  if (!item.lookedFor) return { at, item };
  const { headline, body } = item.lookedFor;
  return { at, item: { ...item, lookedFor: { headline, body: `${body}. ${noRecord}` } } };
}

/** What else a JSON object could have been. */
const noRecord =
  'Nor is it a record of verbatim export: that has its kind as its only member, such as {"article": {…}}';

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (!isObject(value)) return null;
  if (Array.isArray(value.items) && !('uri' in value)) return value.items as unknown[];
  const { response } = value;
  if (!isObject(response)) return null;
  if (Array.isArray(response.results)) return response.results as unknown[];
  return response.content ? [response.content] : null;
}

function isGuardian(value: unknown): value is Members {
  return isObject(value) && typeof value.webUrl === 'string' && typeof value.webTitle === 'string';
}

function itemOfGuardian({ webUrl, webTitle, webPublicationDate, fields }: Members): GivenItem {
  const told = isObject(fields) ? fields : {};
  const text = (name: string): string | null =>
    typeof told[name] === 'string' && told[name] !== '' ? told[name] : null;
  const [body, standfirst] = [text('body'), text('standfirst')];
  return {
    uri: webUrl as string,
    status: 'PUBLISHED',
    headline: text('headline') ?? (webTitle as string),
    standfirst: standfirst && htmlText(standfirst),
    body: body === null ? text('bodyText') : htmlText(body),
    byline: text('byline'),
    publishedAt: typeof webPublicationDate === 'string' ? webPublicationDate : null,
    versionAt: text('lastModified'),
    source: { kind: 'organization', name: text('publication') ?? 'The Guardian' },
    lookedFor: { headline: 'as webTitle', body: 'as fields.body (ask for it by show-fields=body)' },
  };
}

function notJson(error: SyntaxError): string {
  return `This is not valid JSON (${error.message.replace(/\s*\(line \d+ column \d+\)/, '').slice(0, 120)}).`;
}

function lineOfMistake(text: string, error: SyntaxError): string {
  const position = /position (\d+)/.exec(error.message)?.[1];
  const line = position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
  return `line ${line}`;
}
