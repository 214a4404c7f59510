import type { Knowledge } from './context';
import { parseId } from './ids';
import { lacksWords, orderNames, type Arguments } from './orderName';

/** An operation was not answered, because of what the caller asked. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const bad = (message: string): never => {
  throw new Refused('BAD_USER_INPUT', message);
};

/**
 * Refuses arguments that no caller may send.
 * @throws Refused
 */
export async function check(parent: string, field: string, args: Arguments, knowledge: Knowledge): Promise<void> {
  checkText(args);
  if (parent === 'Query') checkIds(field, args);
  if (!(
    'first' in args ||
    'last' in args ||
    'after' in args ||
    'before' in args ||
    'filter' in args ||
    'orderBy' in args ||
    'text' in args
  ))
    return;
  checkPaging(args);
  if (lacksWords(field, args)) bad('RELEVANCE needs words.');
  await checkSought(field, args, knowledge);
  for (const cursor of [args.after, args.before]) {
    if (typeof cursor === 'string' && knowledge.book.find(cursor)?.order !== orderNames(parent, field, args).name)
      bad('A cursor of another list.');
  }
}

/** Strings that PostgreSQL can't hold. */
function checkText(value: unknown): void {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) bad('Not a text.');
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkText);
}

function checkIds(field: string, args: Arguments): void {
  if (field === 'auditEntries' && typeof args.record === 'string' && !parseId(args.record)) bad('Not an id.');
  if (field === 'nodes' && (args.ids as readonly string[]).length > 100) bad('Too many ids.');
}

function checkPaging({ first, last }: Arguments): void {
  const given = [first, last].filter((size) => size !== null && size !== undefined) as number[];
  if (given.length > 1) bad('Both first and last.');
  if (given.some((size) => size < 0 || size > 100)) bad('A page from 0 to 100.');
}

/** What the server is asked for its order may be refused by it too, as an empty name may be. */
async function checkSought(field: string, args: Arguments, { learned }: Knowledge): Promise<void> {
  const filter = (args.filter ?? {}) as Arguments;
  if (field === 'search') {
    if (Array.isArray(args.types) && args.types.length === 0) bad('No types.');
    await learned.search(String(args.text));
  }
  const types: Readonly<Record<string, 'Person' | 'Organization' | 'Place'>> = {
    people: 'Person',
    organizations: 'Organization',
    places: 'Place',
    children: 'Place',
    parts: 'Organization',
  };
  const type = types[field];
  if (type && typeof filter.name === 'string') await learned.order(type, filter.name);
}
