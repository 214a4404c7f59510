import pg from 'pg';
import { pool as config } from '../../pool.mjs';

const pool = new pg.Pool({ ...config, application_name: 'mercurius' });

/** Runs a statement that is prepared once a connection. @returns its rows. */
export async function rowsOf(name, text, values) {
  const { rows } = await pool.query({ name, text, values });
  return rows;
}

/** Which articles `a` and quotes `q` readers see. */
export const visibleArticle = "a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())";
export const visibleQuote = "q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')";

/** An article `a` and a quote `q`, as the contract names their fields. */
export const articleColumns = `'Article' AS type, 'article_' || a.id AS id, a.id AS key, a.slug, a.headline, a.standfirst, a.byline,
  a.dateline, a.published_at AS "publishedAt"`;
export const quoteColumns = `'Quote' AS type, 'quote_' || q.id AS id, q.id AS key, q.version, q.article_id AS "articleKey", q.text, q.kind,
  q.position, q.speaker_person_id AS "personKey", q.speaker_organization_id AS "organizationKey",
  q.speaker_name AS "speakerName", q.speaker_title AS "speakerTitle", to_char(q.said_on, 'YYYY-MM-DD') AS "saidOn"`;
export const personColumns = `'Person' AS type, 'person_' || p.id AS id, p.id AS key, p.slug, p.name, p.aliases, p.description`;
export const organizationColumns = `'Organization' AS type, 'organization_' || o.id AS id, o.id AS key, o.slug, o.name`;
export const placeColumns = `'Place' AS type, 'place_' || p.id AS id, p.id AS key, p.slug, p.name, p.kind AS "placeKind", p.country_code AS "countryCode"`;
