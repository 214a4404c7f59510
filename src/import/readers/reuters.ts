import { momentIn } from '../moments';
import { elementsNamed } from '../xmlElements';
import { XmlProblem } from '../xmlFound';
import { childAt, childrenNamed, lineOf, textOf, type XmlElement } from '../xmlTree';
import type { Found, GivenItem, NamedMention, Reader } from '../item';

/**
 * Reuters-21578 as its author gave it out: SGML without a root, one REUTERS element a story, with control characters of the
 * wire. Read story by story, so that a broken one costs only itself.
 */
export const readReuters: Reader = async function* (text) {
  let line = 1;
  for await (const { sgml, lines } of stories(text)) {
    yield* readStory(sgml, line);
    line += lines;
  }
};

/** No story of that collection has more than 20,000. */
const longestStory = 1_000_000;
const ending = '</REUTERS>';

async function* stories(text: AsyncIterable<string>): AsyncGenerator<{ sgml: string; lines: number }> {
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    for (let end = rest.indexOf(ending); end >= 0; end = rest.indexOf(ending)) {
      yield counted(rest.slice(0, end + ending.length));
      rest = rest.slice(end + ending.length);
    }
    if (rest.length > longestStory) {
      yield counted(rest);
      rest = '';
    }
  }
  if (rest.trim() !== '') yield counted(rest);
}

function counted(sgml: string) {
  return { sgml, lines: sgml.split('\n').length - 1 };
}

/** The control characters of the wire, written as references or as they are. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const wireControls = /&#(?:[0-9]|1[0-9]|2[0-9]|3[01]|127);|[\u0000-\u0008\u000b-\u001f]/g;

async function* readStory(sgml: string, line: number): AsyncGenerator<Found> {
  const start = sgml.indexOf('<REUTERS');
  const at = `line ${line + (start < 0 ? 0 : counted(sgml.slice(0, start)).lines)}`;
  const plain = sgml.slice(Math.max(start, 0)).replace(wireControls, '');
  try {
    for await (const found of elementsNamed(once(plain), new Set(['REUTERS'])))
      yield 'problem' in found
        ? { at, problem: `This story can't be read: ${found.problem}` }
        : { at, item: itemOf(found.element) };
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    yield { at, problem: `This story can't be read: ${error.message}` };
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

function itemOf(story: XmlElement): GivenItem {
  const text = childAt(story, 'TEXT');
  const dateline = lineOf(childAt(text, 'DATELINE'))?.replace(/\s*-$/, '') ?? null;
  const [first, ...more] = text && text.attributes.TYPE === 'UNPROC' ? paragraphs(textOf(text)) : [];
  const headline = lineOf(childAt(text, 'TITLE')) ?? first ?? null;
  const printed = paragraphs(textOf(childAt(text, 'BODY') ?? { name: '', attributes: {}, children: [] }));
  const body = (printed.length > 0 ? printed : more).join('\n\n');
  // A flash is its headline: there is no other text.
  const whole = body === '' ? headline : dateline === null ? body : `${dateline} - ${body}`;
  return {
    uri: `reuters-21578:${story.attributes.NEWID}`,
    status: 'PUBLISHED',
    headline,
    body: whole,
    byline: lineOf(childAt(text, 'AUTHOR')),
    dateline,
    language: 'en',
    publishedAt: momentOf(lineOf(childAt(story, 'DATE'))),
    source: { kind: 'organization', name: 'Reuters' },
    subjects: listed(story, 'TOPICS').map((code) => ({ code: `reuters:${code}`, name: code.replaceAll('-', ' ') })),
    mentions: [
      ...listed(story, 'PLACES').map((code): NamedMention => ({ ...named('place', code), placeKind: 'COUNTRY' })),
      ...listed(story, 'PEOPLE').map((code) => named('person', code)),
      ...[...listed(story, 'ORGS'), ...listed(story, 'EXCHANGES')].map((code) => named('organization', code)),
    ],
  };
}

/** Lines of the wire are some 64 characters; a paragraph begins with blanks. The last line says whose it is. */
function paragraphs(text: string): string[] {
  return text
    .replace(/\s*\b(?:reuter|reuters)\.?\s*$/i, '')
    .replace(/^\s*\*+/, '')
    .split(/\n(?=[ \t]{2,}\S)|\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function listed(story: XmlElement, name: string): string[] {
  return childrenNamed(childAt(story, name), 'D').flatMap((one) => lineOf(one) ?? []);
}

/** Its lists hold codes: "el-salvador", "usa", "james-baker", "opec". Bodies and short codes are acronyms there. */
function named(kind: NamedMention['kind'], code: string): NamedMention {
  const isAcronym = kind === 'organization' || (kind === 'place' && code.length <= 3);
  const name = isAcronym
    ? code.toUpperCase()
    : code.replaceAll('-', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return { kind, name, rel: 'ABOUT' };
}

/** "26-FEB-1987 15:01:01.79": the wire's time is taken for UTC. */
function momentOf(printed: string | null): string | null {
  const found = /\d{1,2}-[A-Z]{3}-\d{4}(?:\s+\d\d:\d\d:\d\d)?/.exec(printed ?? '');
  return (found && momentIn(found[0])?.at.toISOString()) ?? null;
}
