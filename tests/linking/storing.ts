import type { Extraction } from '../../src/extraction/extraction';
import { storeExtractions, type StoredFindings } from '../../src/linking/storeExtractions';
import { type Newsroom, openNewsroom } from '../articles/newsroom';

/** A newsroom into which findings are stored. */
export interface Shelf extends Newsroom {
  /** Makes a draft of the extraction's text and stores what was found; gives the article's uuid. */
  take(extraction: Extraction): Promise<string>;
  /** Stores what was found in an article that is there. */
  store(articleId: string, extraction: Extraction, version?: number): Promise<StoredFindings>;
  /** The quotes and mentions of an article, as the tables have them. */
  rowsOf(articleId: string): Promise<{ quotes: Row[]; mentions: Row[] }>;
  query<Shape = Row>(sql: string, values?: readonly unknown[]): Promise<Shape[]>;
}

export type Row = Readonly<Record<string, unknown>>;

export async function openShelf(options?: Parameters<typeof openNewsroom>[0]): Promise<Shelf> {
  const newsroom = await openNewsroom(options);
  const { database } = newsroom.server;
  const query: Shelf['query'] = async <Shape>(sql: string, values: readonly unknown[] = []) =>
    (await database.pool.query(sql, [...values])).rows as Shape[];
  const store: Shelf['store'] = (articleId, extraction, version = 1) =>
    database.prisma.$transaction((tx) => storeExtractions(tx, [{ articleId, version, extraction }]));
  return {
    ...newsroom,
    query,
    store,
    async take(extraction) {
      const { headline, body } = extraction.story;
      const { id } = await newsroom.draft(body, { headline });
      const uuid = id.slice('article_'.length);
      await store(uuid, extraction);
      return uuid;
    },
    async rowsOf(articleId) {
      return {
        quotes: await query(
          `select q.id, q.text, q.kind, q.version, q.position, q.method, q.confidence, q.review_status, q.cue_text, q.speaker_name,
            coalesce(p.slug, o.slug) as speaker, array(select s.start_offset || '-' || s.end_offset || ' ' || s.prefix || '[' || s.text || ']' || s.suffix
              from quote_span s where s.quote_id = q.id and s.version = q.version order by s.index) as spans, q.xmin::text
          from quote q left join person p on p.id = q.speaker_person_id left join organization o on o.id = q.speaker_organization_id
          where q.article_id = $1 order by q.position, q.id`,
          [articleId],
        ),
        mentions: await query(
          `select m.id, m.rel, m.version, m.position, m.method, m.confidence, m.review_status,
            coalesce(p.slug, o.slug, l.slug) as entity,
            array(select s.text from mention_span s where s.mention_id = m.id and s.version = m.version order by s.index) as words, m.xmin::text
          from mention m left join person p on p.id = m.person_id left join organization o on o.id = m.organization_id
            left join place l on l.id = m.place_id where m.article_id = $1 order by m.position, m.id`,
          [articleId],
        ),
      };
    },
  };
}
