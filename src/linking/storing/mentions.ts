import { inTextOrder } from '../../articles/textOrder';
import type { EntityName } from '../../entities/kind';
import type { FoundMention, Story } from '../../extraction/extraction';
import { type Span, wordsAt } from '../../text/spans';
import { entityNames, type ExtractedArticle, rounded } from '../extractedArticle';
import type { Matched } from '../matching/matchBatch';
import { type Plan, planOf } from './plan';
import { overlapsSome } from './spans';

export type Rel = 'ABOUT' | 'MENTIONS' | 'DEPICTS';

/** A mention of an article as its record says it. */
export interface MentionFacts {
  readonly kind: EntityName;
  readonly entityId: string;
  readonly rel: Rel;
  readonly confidence: number | null;
  /** Where the body names it, in the order of the text; none where only other parts of the article do. */
  readonly spans: readonly Span[];
}

/** A mention that is stored already. */
export interface StoredMention extends MentionFacts {
  readonly id: string;
  readonly articleId: string;
  readonly version: number;
  readonly position: number;
  /** Whether a person recorded it or decided about it: then it stays as it is. */
  readonly kept: boolean;
  readonly rejected: boolean;
}

/** A mention that was found. */
export interface FoundFacts extends MentionFacts {
  /** Whether the article was tied to the entity before: a mention of it keeps the confidence that it has. */
  readonly tied: boolean;
}

/** What a mention's record is to be. */
export type MentionPlan = Plan<MentionFacts>;

/** What becomes of the mentions of one article; what stays as it is is left out. */
export interface MentionsPlan {
  readonly plans: readonly MentionPlan[];
  readonly gone: readonly string[];
}

/**
 * Holds the mentions that were found in a version against those that are stored, as planQuotes does for quotes. Words that an
 * editor let name one entity name no other; an entity that an editor rejected is not found again.
 */
export function planMentions(
  found: readonly FoundFacts[],
  stored: readonly StoredMention[],
  version: number,
): MentionsPlan {
  const kept = stored.filter((mention) => mention.kept);
  const known = new Set(kept.map(keyOf));
  const taken = kept
    .filter((mention) => mention.version === version && !mention.rejected)
    .flatMap(({ spans }) => spans);
  const free = found
    .filter((facts) => !known.has(keyOf(facts)))
    .map((facts) => ({ before: facts, spans: facts.spans.filter((span) => !overlapsSome(span, taken)) }))
    .filter(({ before, spans }) => spans.length > 0 || before.spans.length === 0)
    .map(({ before, spans }): FoundFacts => ({ ...before, spans }));
  const open = stored.filter((mention) => !mention.kept);
  const twins = new Map([...open].reverse().map((mention) => [keyOf(mention), mention]));
  const records = [
    ...kept.map((mention) => ({
      ...{ mention, facts: null, position: mention.position },
      start: mention.version === version ? (mention.spans[0]?.start ?? null) : null,
    })),
    ...free.map((facts, i) => {
      const mention = twins.get(keyOf(facts)) ?? null;
      const confidence = facts.tied && mention ? mention.confidence : facts.confidence;
      const position = mention?.position ?? stored.length + i + 1;
      return { mention, facts: { ...facts, confidence }, position, start: facts.spans[0]?.start ?? null };
    }),
  ];
  const staying = new Set(records.map(({ mention }) => mention));
  return {
    gone: open.filter((mention) => !staying.has(mention)).map(({ id }) => id),
    plans: inTextOrder(records).flatMap(({ mention, facts }, i) =>
      planOf(mention, facts, { version, position: i + 1 }, isSame),
    ),
  };
}

/** An article speaks of an entity in one way at the most, and shows it or not. */
function keyOf({ entityId, rel }: MentionFacts): string {
  return `${entityId} ${rel === 'DEPICTS' ? 'shown' : 'spoken of'}`;
}

function isSame(mention: StoredMention, facts: MentionFacts): boolean {
  return mention.rel === facts.rel && mention.confidence === facts.confidence;
}

/**
 * What an article mentions, and whom its pictures show, as records say it: each entity once in each way. What the headline names
 * is what the article is about.
 * @param shown the ids of the people whom the pictures show
 */
export function mentionFacts(
  { extraction }: ExtractedArticle,
  matched: Matched,
  shown: ReadonlySet<string>,
): FoundFacts[] {
  const byEntity = new Map<string, FoundFacts>();
  for (const [index, found] of extraction.entities.entries()) {
    const record = matched[index];
    const named = found.mentions.filter(({ form }) => form === 'NAME');
    if (!record || named.length === 0) continue;
    const other = byEntity.get(record.id);
    byEntity.set(record.id, {
      kind: entityNames[found.kind],
      entityId: record.id,
      rel: other?.rel === 'ABOUT' || named.some(({ part }) => part === 'HEADLINE') ? 'ABOUT' : 'MENTIONS',
      tied: record.tied,
      confidence: Math.max(other?.confidence ?? 0, rounded(found.confidence * record.match)),
      spans: apart([...(other?.spans ?? []), ...named.flatMap((mention) => inBody(extraction.story, mention))]),
    });
  }
  const mentions = [...byEntity.values()];
  const depicted = mentions.filter(({ entityId }) => shown.has(entityId));
  return [...mentions, ...depicted.map((mention): FoundFacts => ({ ...mention, rel: 'DEPICTS', spans: [] }))];
}

/** The dateline stands at the start of the body, too. */
function inBody({ body, dateline }: Story, { part, span }: FoundMention): Span[] {
  const isDateline = part === 'DATELINE' && dateline !== null && body.startsWith(dateline);
  if (part !== 'BODY' && !isDateline) return [];
  return [{ ...span, text: wordsAt(body, span.start, span.end) }];
}

/** In the order of the text; of stretches that share words, the first and longest. */
function apart(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: Span[] = [];
  for (const span of sorted) if (kept.length === 0 || kept.at(-1)!.end <= span.start) kept.push(span);
  return kept;
}
