import { allowed, type Draft } from './articles';
import type { Row } from './columns';
import type { Entity } from './entities';
import { passages, type Passage } from './passages';
import type { Random } from './random';
import { phrase, printed } from './words';

export interface Around {
  readonly people: readonly Entity[];
  readonly organizations: readonly Entity[];
  readonly places: readonly Entity[];
}

/** Quotes and their spans, in every state. What readers never see is said by people who may be known from nothing else. */
export function makeQuotes(random: Random, drafts: readonly Draft[], around: Around) {
  const quotes: Row[] = [];
  const spans: Row[] = [];
  for (const draft of drafts) {
    let position = 1;
    for (let number = random.int(0, 7); number > 0; number--) {
      const version = random.chance(0.75) ? draft.row.version : random.pick(draft.versions).number;
      const stretches = passages(random, bodyOf(draft, version), random.int(1, 3));
      const id = random.uuid();
      quotes.push(makeQuote(random, { id, version, position, stretches }, draft, around));
      spans.push(...spansOf(draft, id, version, stretches));
      const others = draft.versions.filter((other) => other.number !== version);
      if (others.length > 0 && random.chance(0.3)) {
        const other = random.pick(others).number;
        spans.push(...spansOf(draft, id, other, passages(random, bodyOf(draft, other), random.int(1, 2))));
      }
      if (random.chance(0.8)) position++;
    }
  }
  return { quotes, spans };
}

function bodyOf(draft: Draft, version: number): string {
  return draft.versions[version - 1]?.body ?? '';
}

interface Told {
  readonly id: string;
  readonly version: number;
  readonly position: number;
  readonly stretches: readonly Passage[];
}

function makeQuote(random: Random, told: Told, draft: Draft, around: Around): Row {
  const review = random.pick(['UNREVIEWED', 'UNREVIEWED', 'VERIFIED', 'REJECTED']);
  const anchor = random.pick(['ANCHORED', 'ANCHORED', 'ANCHORED', 'MOVED', 'ALTERED', 'ORPHANED']);
  const open = draft.open && review !== 'REJECTED' && (anchor === 'ANCHORED' || anchor === 'MOVED');
  const speaker = random.int(0, 2);
  const [cue] = random.chance(0.5) ? passages(random, bodyOf(draft, told.version), 1) : [];
  return {
    id: told.id,
    article_id: draft.row.id,
    version: told.version,
    text: told.stretches.map((stretch) => stretch.text).join(' '),
    kind: random.pick(['DIRECT', 'INDIRECT', 'MIXED']),
    position: told.position,
    cue_text: cue?.text ?? null,
    cue_start: cue?.start ?? null,
    cue_end: cue?.end ?? null,
    speaker_person_id: speaker === 1 ? random.pick(allowed(around.people, open)).id : null,
    speaker_organization_id: speaker === 2 ? random.pick(allowed(around.organizations, open)).id : null,
    speaker_name: random.maybe(0.5, () => phrase(random, draft.row.language, 2)),
    speaker_title: random.maybe(0.5, () => printed(random, draft.row.language, 3)),
    source_type: random.pick([
      'NAMED_PERSON',
      'NAMED_ORGANIZATION',
      'DOCUMENT',
      'UNNAMED_PERSON',
      'UNNAMED_GROUP',
      'UNKNOWN',
    ]),
    said_on: random.maybe(0.6, () => random.pick(['2025-03-12', '2025-03-13', '2025-03-14', '1999-12-31'])),
    said_in_id: random.maybe(0.5, () => random.pick(allowed(around.places, open)).id),
    method: random.pick(['HUMAN', 'RULE']),
    confidence: random.maybe(0.6, () => random.pick([0, 1, 0.5, 0.1 + 0.2, 1e-9, 1 / 3])),
    review_status: review,
    reviewed_at: review === 'UNREVIEWED' ? null : random.pick(['2025-04-01T08:00:00.000Z', '2025-04-01T08:00:00.120Z']),
    reviewed_by: review === 'UNREVIEWED' ? null : random.maybe(0.5, () => 'desk'),
    anchor_state: anchor,
    created_at: '2025-03-13T00:00:00.000Z',
  };
}

function spansOf(draft: Draft, quoteId: string, version: number, stretches: readonly Passage[]): Row[] {
  return stretches.map((stretch, index) => ({
    quote_id: quoteId,
    version,
    index,
    article_id: draft.row.id,
    start_offset: stretch.start,
    end_offset: stretch.end,
    text: stretch.text,
    prefix: stretch.prefix,
    suffix: stretch.suffix,
  }));
}
