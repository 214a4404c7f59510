import { allowed, type Draft } from './articles';
import type { Row } from './columns';
import type { Entity } from './entities';
import { passages } from './passages';
import type { Random } from './random';

/** Mentions and their spans: none, one or several, of the current version and sometimes of older ones too. */
export function makeMentions(
  random: Random,
  drafts: readonly Draft[],
  kinds: Readonly<Record<string, readonly Entity[]>>,
) {
  const mentions: Row[] = [];
  const spans: Row[] = [];
  for (const draft of drafts) {
    const seen = new Set<string>();
    let position = 0;
    for (let number = random.int(0, 9); number > 0; number--) {
      const column = random.pick(Object.keys(kinds));
      const review = random.pick(['UNREVIEWED', 'UNREVIEWED', 'UNREVIEWED', 'VERIFIED', 'REJECTED']);
      const entity = random.pick(allowed(kinds[column] ?? [], draft.open && review !== 'REJECTED'));
      const rel = random.pick(['ABOUT', 'MENTIONS', 'MENTIONS', 'DEPICTS']);
      if (seen.has(`${rel} ${entity.id}`)) continue;
      seen.add(`${rel} ${entity.id}`);
      const version = random.chance(0.8) ? draft.row.version : random.pick(draft.versions).number;
      const owner = { person_id: null, organization_id: null, place_id: null, [column]: entity.id };
      const id = random.uuid();
      if (position === 0 || random.chance(0.8)) position++; // otherwise two share a position
      const found = random.chance(0.5);
      mentions.push({
        ...{ id, article_id: draft.row.id, version, rel, ...owner, position },
        method: found ? 'RULE' : 'HUMAN',
        confidence: found ? random.pick([0, 0.5, 1 / 3, 1]) : null,
        review_status: review,
        reviewed_at: review === 'UNREVIEWED' ? null : '2025-04-01T08:00:00.120Z',
        reviewed_by: review === 'UNREVIEWED' ? null : random.maybe(0.5, () => 'desk'),
      });
      spans.push(...spansOf(random, draft, id, version), ...olderSpans(random, draft, id, version));
    }
  }
  return { mentions, spans };
}

function spansOf(random: Random, draft: Draft, mentionId: string, version: number): Row[] {
  const body = draft.versions[version - 1]?.body ?? '';
  return passages(random, body, random.int(0, 3)).map((passage, index) => ({
    mention_id: mentionId,
    version,
    index: index * 2,
    article_id: draft.row.id,
    start_offset: passage.start,
    end_offset: passage.end,
    text: passage.text,
  }));
}

function olderSpans(random: Random, draft: Draft, mentionId: string, version: number): Row[] {
  const others = draft.versions.filter((other) => other.number !== version);
  return others.length > 0 && random.chance(0.3) ? spansOf(random, draft, mentionId, random.pick(others).number) : [];
}
