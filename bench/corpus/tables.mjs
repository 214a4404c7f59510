import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';

/**
 * The columns that are written, in order. Tables whose name begins with "loaded_" hold what derive.sql completes with the
 * columns that triggers keep otherwise.
 */
const columns = {
  person: 'id slug name aliases description listed created_at',
  place: 'id slug name kind parent_id country_code latitude longitude listed created_at',
  organization: 'id slug name kind parent_id listed created_at',
  subject: 'id code name listed',
  role: 'id person_id title organization_id from_date',
  external_id: 'scheme value person_id organization_id place_id',
  article_version: 'id article_id number headline standfirst body created_at',
  loaded_article:
    'id slug uri version byline dateline credit_line language genre urgency keywords status embargoed_until scheduled_for published_at created_at located_id source_id rewritten_from_id',
  loaded_article_subject: 'article_id subject_id',
  loaded_mention: 'id article_id version rel person_id organization_id place_id position',
  mention_span: 'mention_id version index article_id start_offset end_offset text',
  loaded_quote:
    'id article_id version text kind position cue_text cue_start cue_end speaker_person_id speaker_organization_id speaker_name speaker_title source_type said_on said_in_id method confidence review_status reviewed_at anchor_state created_at',
  quote_span: 'quote_id version index article_id start_offset end_offset text prefix suffix',
  image: 'id article_id index caption credit_line photographer_id taken_on located_id',
  image_person: 'image_id person_id',
  correction: 'id article_id kind text version created_at',
};

const escapes = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
const escaped = (text) => text.replace(/[\\\n\t\r]/g, (letter) => escapes[letter]);

function value(of) {
  if (of === null || of === undefined) return '\\N';
  if (of instanceof Date) return of.toISOString();
  if (Array.isArray(of)) return escaped(`{${of.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return typeof of === 'string' ? escaped(of) : String(of);
}

/** Rows waiting to be written, by table. */
export class Rows {
  #lines = new Map(Object.keys(columns).map((table) => [table, []]));

  /** Adds a row; its values in the order of the table's columns. */
  add(table, ...values) {
    this.#lines.get(table).push(`${values.map(value).join('\t')}\n`);
  }

  /** Writes everything that waits, by COPY. */
  async write(client) {
    for (const [table, lines] of this.#lines) {
      if (lines.length === 0) continue;
      const list = columns[table].split(' ').map((column) => `"${column}"`);
      const stream = client.query(copyStreams.from(`COPY "${table}" (${list.join(', ')}) FROM STDIN`));
      for (let i = 0; i < lines.length; i += 500) {
        if (!stream.write(lines.slice(i, i + 500).join(''))) await once(stream, 'drain');
      }
      stream.end();
      await finished(stream);
      lines.length = 0;
    }
  }
}
