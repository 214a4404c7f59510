import { createHash } from 'node:crypto';
import type { ExecutionContext } from './executionContext';
import { concat, literal, sql, type Sql } from './sql';

/**
 * What an answer depends on, in words that the database's own triggers use when they tell what a transaction changed: the list
 * stands at the head of the migration `told_changes`.
 */
export type Tag = string;

/** The records under which everything else is told of, by the prefixes of their global ids. */
export type RecordKind = 'article' | 'person' | 'organization' | 'place' | 'subject';

/** The tag of whatever has no tag of its own: touched by every change. */
export const anyChange: Tag = 'any';

/** Around a tag in the text of an answer. JSON holds neither: text has them escaped. */
const [START, END] = ['\x01', '\x02'];

/** Notes, while an operation is compiled for readers, what its answers will depend on. */
export class DependencyTracker {
  /** What every answer depends on. */
  readonly tags = new Set<Tag>();
  /** What depends on the arguments of a run. */
  readonly argumentTags: ((execution: ExecutionContext) => Tag | readonly Tag[])[] = [];
  /** Whether something cannot be told: then no answer may be kept. */
  uncacheable = false;
}

/** SQL text that leaves a tag in the answer; nothing where the tag is null. */
export function tagMark(tag: Sql): Sql {
  return sql`coalesce(${concat([literal(START), tag, literal(END)])}, '')`;
}

/** A tag that is known beforehand, as SQL text that leaves it in the answer. */
export function knownMark(tags: Iterable<Tag>): Sql {
  return literal([...tags].map((tag) => START + tag + END).join(''));
}

/** SQL text that leaves a record's tag in the answer, and with `links` also that of what leads to it. The id must not be null. */
export function recordMark(kind: RecordKind, id: Sql, links = false): Sql {
  return concat([literal(`${START}${kind}_`), sql`${id}::text`, literal(`${links ? '+' : ''}${END}`)]);
}

/** SQL text before an answer: which transactions it saw, and its moment by the database's clock. */
export const momentMark: Sql = sql`'${START}@' || pg_current_snapshot()::text || case when pg_is_in_recovery() then ':standby' else ':' end
  || ':' || extract(epoch from now())::text || '${END}'`;

/** The tag of a slug that was given away. */
export function slugTag(kind: string, slug: string): Tag {
  return `${kind}/slug/${createHash('sha256').update(slug).digest('hex')}`;
}

/** An answer's text as the client gets it, and what was left in it. */
export interface TrackedText {
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** What momentMark says; undefined where there was no statement. */
  readonly moment: string | undefined;
}

/** Global ids of records that stand in the answer anyway. In prose they do no harm: one tag too many. */
const idsInText =
  /(?:article|person|organization|place|subject)_[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** Takes the tags out of an answer. */
export function extractTags(tracked: string): TrackedText {
  const tags = new Set<Tag>();
  const pieces: string[] = [];
  let moment: string | undefined;
  let end = 0;
  for (let start = tracked.indexOf(START); start >= 0; start = tracked.indexOf(START, end)) {
    pieces.push(tracked.slice(end, start));
    end = tracked.indexOf(END, start) + 1;
    const tag = tracked.slice(start + 1, end - 1);
    if (tag.startsWith('@')) moment = tag.slice(1);
    else if (tag.endsWith('+')) tags.add(tag.slice(0, -1)).add(`${tag.slice(0, -1)}/links`);
    else tags.add(tag);
  }
  const text = pieces.join('') + tracked.slice(end);
  for (const [id] of text.matchAll(idsInText)) tags.add(id);
  return { text, tags, moment };
}
