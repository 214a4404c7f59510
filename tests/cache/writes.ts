import type { ClientBase } from 'pg';
import type { Random } from '../world/random';

type Make = (random: Random) => string;

const some = (table: string): string => `(select id from ${table} order by random() limit 1)`;
const moment = (random: Random): string =>
  random.pick([
    'null',
    `now() - interval '1 day'`,
    `now() + interval '1 day'`,
    `now() + interval '${random.int(50, 400)} milliseconds'`,
  ]);

/** Changes of every column that readers are shown, listed by, or kept from: plain SQL, as somebody with psql would send it. */
export const writes: Readonly<Record<string, Make>> = {
  'article shown': (r) =>
    `update article set byline = 'By ${r.int(1, 99)}', urgency = ${r.int(1, 9)} where id = ${some('article')}`,
  'article published': () =>
    `update article set status = 'PUBLISHED', scheduled_for = null, published_at = coalesce(published_at, now())
     where id = (select id from article where status in ('DRAFT', 'SCHEDULED') order by random() limit 1)`,
  'article withdrawn': () =>
    `with gone as (update article set status = 'WITHDRAWN' where id = (select id from article where status = 'PUBLISHED' order by random() limit 1) returning id, version)
     insert into correction (article_id, version, kind, text) select id, version, 'RETRACTION', 'Gone.' from gone`,
  'article withdrawn without a notice': () =>
    `update article set status = 'WITHDRAWN' where id = (select id from article where status = 'PUBLISHED' order by random() limit 1)`,
  'article embargoed': (r) => `update article set embargoed_until = ${moment(r)} where id = ${some('article')}`,
  'article dated': (r) =>
    `update article set published_at = now() - interval '${r.int(0, 900)} days' where id = ${some('article')}`,
  'article in a language': (r) =>
    `update article set language = '${r.pick(['en', 'de', 'fr'])}' where id = ${some('article')}`,
  'article from a source': () => `update article set source_id = ${some('organization')} where id = ${some('article')}`,
  'article located': () => `update article set located_id = ${some('place')} where id = ${some('article')}`,
  'article rewritten': () =>
    `update article a set rewritten_from_id = nullif(${some('article')}, a.id) where a.id = ${some('article')}`,
  'article translated': () =>
    `update article a set translated_from_id = nullif(${some('article')}, a.id) where a.id = ${some('article')}`,
  'article moved': (r) => `update article set slug = slug || '-${r.int(1, 9)}' where id = ${some('article')}`,
  'article revised': (r) =>
    `with v as (insert into article_version (article_id, number, headline, body) select a.id, a.version + 1, v.headline || ' ${r.int(1, 99)}', v.body || ' More river.'
       from article a join article_version v on v.article_id = a.id and v.number = a.version where a.id = ${some('article')} returning article_id, number)
     update article set version = number, revised_at = now() from v where id = article_id`,
  'article deleted': () => `delete from article where id = ${some('article')}`,
  'correction added': () =>
    `insert into correction (article_id, version, kind, text) select id, version, 'CORRECTION', 'Sorry.' from article where id = ${some('article')}`,
  'notice added': () =>
    `insert into correction (article_id, version, kind, text) select id, version, 'KILL', 'Gone.' from article where status = 'WITHDRAWN' order by random() limit 1`,
  'correction deleted': () => `delete from correction where id = ${some('correction')}`,
  'mention added': (r) =>
    `insert into mention (article_id, version, rel, ${r.pick(["person_id) select a.id, a.version, 'ABOUT', p.id from person p", "organization_id) select a.id, a.version, 'ABOUT', p.id from organization p", "place_id) select a.id, a.version, 'ABOUT', p.id from place p"])}, article a order by random() limit 1`.replace(
      /\) select a\.id, a\.version, 'ABOUT', p\.id/,
      `, position) select a.id, a.version, 'ABOUT', p.id, ${r.int(1, 20)}`,
    ),
  'mention moved': () => `update mention set position = position + 1 where id = ${some('mention')}`,
  'mention of another': () =>
    `update mention set person_id = ${some('person')} where id = (select id from mention where person_id is not null order by random() limit 1)`,
  'mention deleted': () => `delete from mention where id = ${some('mention')}`,
  'mention rejected': (r) =>
    `update mention set review_status = '${r.pick(['REJECTED', 'VERIFIED'])}', reviewed_at = now() where id = ${some('mention')}`,
  'quote reviewed': (r) =>
    `update quote set review_status = '${r.pick(['REJECTED', 'VERIFIED'])}', reviewed_at = now() where id = ${some('quote')}`,
  'quote anchored': (r) =>
    `update quote set anchor_state = '${r.pick(['ANCHORED', 'ALTERED', 'ORPHANED', 'MOVED'])}' where id = ${some('quote')}`,
  'quote by another': () =>
    `update quote set speaker_person_id = ${some('person')}, speaker_organization_id = null where id = ${some('quote')}`,
  'quote by an organization': () =>
    `update quote set speaker_organization_id = ${some('organization')}, speaker_person_id = null where id = ${some('quote')}`,
  'quote said elsewhere': () =>
    `update quote set said_in_id = ${some('place')}, said_on = current_date where id = ${some('quote')}`,
  'quote of another kind': (r) =>
    `update quote set kind = '${r.pick(['DIRECT', 'INDIRECT', 'MIXED'])}' where id = ${some('quote')}`,
  'quote shown': (r) =>
    `update quote set speaker_title = 'Title ${r.int(1, 9)}', confidence = 0.${r.int(1, 9)} where id = ${some('quote')}`,
  'quote deleted': () => `delete from quote where id = ${some('quote')}`,
  'image added': (r) =>
    `insert into image (article_id, index, caption, photographer_id, located_id) select ${some('article')}, ${r.int(10, 10000)}, 'New', ${some('person')}, ${some('place')}`,
  'image changed': (r) =>
    `update image set caption = 'Caption ${r.int(1, 9)}', photographer_id = ${some('person')} where id = ${some('image')}`,
  'image of another place': () => `update image set located_id = ${some('place')} where id = ${some('image')}`,
  'image deleted': () => `delete from image where id = ${some('image')}`,
  'person pictured': () =>
    `insert into image_person (image_id, person_id) select ${some('image')}, ${some('person')} on conflict do nothing`,
  'person pictured no more': () =>
    `delete from image_person where person_id = (select person_id from image_person order by random() limit 1)`,
  'subject filed': () =>
    `insert into article_subject (article_id, subject_id) select ${some('article')}, ${some('subject')} on conflict do nothing`,
  'subject unfiled': () =>
    `delete from article_subject where article_id = (select article_id from article_subject order by random() limit 1)`,
  'subject renamed': (r) =>
    `update subject set name = '${r.pick(['A', 'M', 'Z'])} subject ${r.int(1, 9)}' where id = ${some('subject')}`,
  'subject listed': (r) => `update subject set listed = ${r.chance(0.5)} where id = ${some('subject')}`,
  ...Object.fromEntries(
    ['person', 'organization', 'place'].flatMap((kind): [string, Make][] => [
      [
        `${kind} renamed`,
        (r) => `update ${kind} set name = '${r.pick(['A', 'M', 'Z'])} name ${r.int(1, 99)}' where id = ${some(kind)}`,
      ],
      [`${kind} listed`, (r) => `update ${kind} set listed = ${r.chance(0.5)} where id = ${some(kind)}`],
      [`${kind} called`, (r) => `update ${kind} set aliases = '{Alias ${r.int(1, 9)}}' where id = ${some(kind)}`],
      [`${kind} moved`, (r) => `update ${kind} set slug = slug || '-${r.int(1, 9)}' where id = ${some(kind)}`],
      [
        `${kind} added`,
        (r) =>
          `insert into ${kind} (slug, name, listed${kind === 'place' ? ', kind' : ''}) values ('new-${r.int(1, 1e9)}', 'New ${r.int(1, 99)}', ${r.chance(0.5)}${kind === 'place' ? ", 'CITY'" : ''})`,
      ],
      [
        `${kind} catalogued`,
        (r) =>
          `insert into external_id (scheme, value, ${kind}_id) values ('wikidata', 'Q${r.int(1, 1e9)}', ${some(kind)})`,
      ],
      [
        `${kind} catalogued no more`,
        () =>
          `delete from external_id where (scheme, value) = (select scheme, value from external_id where ${kind}_id is not null order by random() limit 1)`,
      ],
      [
        `${kind} had a slug`,
        (r) =>
          `insert into former_slug (kind, slug, record_id) select '${kind}', slug, ${some(kind)} from ${kind} order by random() limit ${r.int(1, 2)} on conflict do nothing`,
      ],
      [
        `${kind} merged`,
        () =>
          `insert into merged_record (id, kind, survivor_id) select id, '${kind}', ${some(kind)} from ${kind} order by random() limit 1 on conflict do nothing`,
      ],
      [
        `${kind} not merged`,
        () =>
          `delete from merged_record where id = (select id from merged_record where kind = '${kind}' order by random() limit 1)`,
      ],
      [`${kind} slug not given`, () => `delete from former_slug where kind = '${kind}'`],
    ]),
  ),
  'organization part of another': () =>
    `update organization o set parent_id = nullif(${some('organization')}, o.id) where o.id = ${some('organization')}`,
  'place part of another': () =>
    `update place p set parent_id = nullif(${some('place')}, p.id) where p.id = ${some('place')}`,
  'place part of none': () => `update place set parent_id = null where id = ${some('place')}`,
  'role added': (r) =>
    `insert into role (person_id, title, organization_id, article_id) select ${some('person')}, 'Role ${r.int(1, 999)}', ${some('organization')}, ${r.chance(0.5) ? some('article') : 'null'}`,
  'role changed': (r) =>
    `update role set title = 'Title ${r.int(1, 999)}', article_id = ${some('article')} where id = ${some('role')}`,
  'role deleted': () => `delete from role where id = ${some('role')}`,
  'language of search': () => `delete from search_language where config = 'pg_catalog.french'`,
};

/** Writes something, or several things in one transaction; what the database's rules refuse is taken back. Gives the names of what was done. */
export async function writeSomething(client: ClientBase, random: Random): Promise<readonly string[]> {
  const names = Array.from({ length: random.chance(0.2) ? 3 : 1 }, () => random.pick(Object.keys(writes)));
  await client.query('begin');
  try {
    for (const name of names) await client.query(writes[name]!(random));
    await client.query(random.chance(0.05) ? 'rollback' : 'commit');
    return names;
  } catch (error) {
    await client.query('rollback');
    if (!/^(23|22|P0001)/.test((error as { code?: string }).code ?? '')) throw error;
    return [];
  }
}
