import { type EditScript, editScript, keptAt } from '../anchoring/editScript';
import { tokenAt } from '../anchoring/tokens';
import { inTextOrder } from '../textOrder';
import { spanColumns } from '../quotes/spanRows';
import { occurrencesOf, type Span, wordsAt } from '../../text/spans';
import type { Work } from '../../writing/command';

interface StoredMention {
  readonly id: string;
  readonly position: number;
  readonly spans: readonly Span[] | null;
  /** Whether a picture of the article shows what is mentioned. */
  readonly shown: boolean;
}

interface Target {
  readonly number: number;
  readonly body: string;
}

/**
 * Carries the mentions of an article from its current version to a new one, whose row is there already. Where an edit kept the
 * words they stay mentioned; where it kept none, other places with the same name are as good (which is not so for quotes). What
 * is mentioned no longer, neither in the text nor by a picture, is no mention of the article any more.
 */
export async function carryMentions(tx: Work['tx'], articleId: string, oldBody: string, target: Target): Promise<void> {
  const mentions = await storedMentions(tx, articleId);
  if (mentions.length === 0) return;
  const captions = await tx.image.findMany({ where: { articleId }, select: { caption: true } });
  const printed = captions.flatMap(({ caption }) => caption ?? []);
  const script = oldBody === target.body ? null : editScript(oldBody, target.body);
  const kept = mentions.map(({ spans }) =>
    (spans ?? []).flatMap((span) => (script ? (keptSpan(script, span) ?? []) : span)),
  );
  const taken = kept.flat();
  const carried = mentions.map((mention, i) => {
    const before = mention.spans ?? [];
    const spans = kept[i]!.length > 0 ? kept[i]! : standing(before, target.body, taken);
    const inPictures = mention.shown || before.some(({ text }) => printed.some((caption) => occursIn(text, caption)));
    const stays = before.length === 0 || spans.length > 0 || inPictures;
    return { ...mention, spans, stays, start: spans[0]?.start ?? null };
  });
  const gone = carried.filter(({ stays }) => !stays).map(({ id }) => id);
  if (gone.length > 0) await tx.mention.deleteMany({ where: { id: { in: gone } } });
  await store(tx, articleId, target.number, inTextOrder(carried.filter(({ stays }) => stays)));
}

function occursIn(words: string, text: string): boolean {
  return occurrencesOf(words, text).length > 0;
}

/** Where the words of a mention stand, though no edit kept them there, outside of longer names such as "New Mexico". */
function standing(spans: readonly Span[], body: string, taken: readonly Span[]): Span[] {
  const words = new Set(spans.map(({ text }) => text));
  return [...words]
    .flatMap((word) => occurrencesOf(word, body))
    .filter(({ start, end }) => !taken.some((other) => start < other.end && end > other.start))
    .sort((one, other) => one.start - other.start)
    .filter(({ start }, i, all) => i === 0 || all[i - 1]!.end <= start);
}

/** Where an edit kept a stretch of the text in one piece; null where it did not. */
export function keptSpan(script: EditScript, span: Span): Span | null {
  const { before, after } = script;
  const first = tokenAt(before, span.start);
  const last = tokenAt(before, span.end - 1);
  const at = keptAt(script, first);
  if (at === undefined) return null;
  for (let i = first; i <= last; i += 1) if (keptAt(script, i) !== at + i - first) return null;
  const start = after.starts[at]! + span.start - before.starts[first]!;
  const kept = { start, end: start + span.end - span.start, text: span.text };
  return wordsAt(after.text, kept.start, kept.end) === kept.text ? kept : null;
}

function storedMentions(tx: Work['tx'], articleId: string): Promise<StoredMention[]> {
  return tx.$queryRaw<StoredMention[]>`
    /* mentions to carry */ select m.id::text, m.position,
      m.rel = 'DEPICTS' or exists (select 1 from image i left join image_person p on p.image_id = i.id
        where i.article_id = m.article_id
          and (m.person_id in (p.person_id, i.photographer_id) or m.place_id = i.located_id)) as shown,
      (select jsonb_agg(jsonb_build_object('start', s.start_offset, 'end', s.end_offset, 'text', s.text) order by s.start_offset)
        from mention_span s where s.mention_id = m.id and s.version = m.version) as spans
    from mention m where m.article_id = ${articleId}::uuid order by m.position, m.id for update of m`;
}

async function store(
  tx: Work['tx'],
  articleId: string,
  version: number,
  mentions: readonly { readonly id: string; readonly spans: readonly Span[] }[],
): Promise<void> {
  await tx.mentionSpan.createMany({
    data: mentions.flatMap(({ id, spans }) =>
      spans.map((span, index) => ({ mentionId: id, articleId, version, ...spanColumns(span, index) })),
    ),
  });
  const rows = JSON.stringify(mentions.map(({ id }, i) => ({ id, position: i + 1 })));
  await tx.$executeRaw`
    /* carry mentions */ update mention m set version = ${version}, position = f.position
    from jsonb_to_recordset(${rows}::jsonb) as f(id uuid, position integer) where m.id = f.id`;
}
