import { Prisma } from '../generated/prisma/client';
import type { EntityName, Writing } from './kind';
import type { Pair } from './mergePair';

/** Which of two mentions says what became of both: a person's word counts more than a rule's, and a rejected one says nothing. */
function weight(alias: string): Prisma.Sql {
  return Prisma.raw(`case when ${alias}.review_status = 'VERIFIED' then 3 when ${alias}.review_status = 'REJECTED' then 0
    when ${alias}.method = 'HUMAN' then 2 else 1 end`);
}

/** Out of the way of the places that spans have, which are counted from 0. */
const aside = 1_000_000;

/**
 * Gives the survivor the mentions of the one that goes. Where an article refers to both in the same way, one mention gets the
 * words of both, each stretch once, in the order of the text.
 */
export async function mergeMentions({ tx }: Pick<Writing, 'tx'>, kind: EntityName, pair: Pair): Promise<void> {
  const column = Prisma.raw(`${kind}_id`);
  const both = Prisma.sql`(
    select stays.id as stays, goes.id as goes, greatest(stays.version, goes.version) as version,
      least(stays.position, goes.position) as position,
      case when ${weight('goes')} > ${weight('stays')} then goes.id else stays.id end as decides
    from mention goes join mention stays using (article_id, rel)
    where goes.${column} = ${pair.from.id}::uuid and stays.${column} = ${pair.into.id}::uuid)`;
  const affected = await tx.$queryRaw<{ stays: string }[]>`/* mentions of both */ select stays::text from ${both} b`;
  if (affected.length > 0) {
    const ids = affected.map(({ stays }) => stays);
    await tx.$executeRaw`/* set spans aside */ update mention_span set index = index + ${aside} where mention_id = any(${ids}::uuid[])`;
    await tx.$executeRaw`
      /* join spans */ insert into mention_span (mention_id, version, index, article_id, start_offset, end_offset, text)
      select b.stays, s.version, ${2 * aside} + s.index, s.article_id, s.start_offset, s.end_offset, s.text
      from ${both} b join mention_span s on s.mention_id = b.goes
      where not exists (select 1 from mention_span t where t.mention_id = b.stays and t.version = s.version
        and t.start_offset = s.start_offset and t.end_offset = s.end_offset)`;
    await tx.$executeRaw`
      /* join mentions */ update mention m set version = b.version, position = b.position, method = d.method,
        confidence = d.confidence, review_status = d.review_status, reviewed_at = d.reviewed_at, reviewed_by = d.reviewed_by
      from ${both} b join mention d on d.id = b.decides where m.id = b.stays`;
    await tx.$executeRaw`/* drop mentions */ delete from mention m using ${both} b where m.id = b.goes`;
    await tx.$executeRaw`
      /* number spans */ update mention_span s set index = n.place
      from (select mention_id, version, index,
          row_number() over (partition by mention_id, version order by start_offset, end_offset) - 1 as place
        from mention_span where mention_id = any(${ids}::uuid[])) n
      where (s.mention_id, s.version, s.index) = (n.mention_id, n.version, n.index)`;
  }
  await tx.$executeRaw`
    /* move mentions */ update mention set ${column} = ${pair.into.id}::uuid where ${column} = ${pair.from.id}::uuid`;
}
