import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { send } from './ask.mjs';
import { grace } from './ledger.mjs';

const revisions = {
  article: `mutation Revise($id: ID!, $version: Int!, $words: String) {
    written: reviseArticle(input: { id: $id, expectedVersion: $version, headline: $words }) {
      record: article { version } userErrors { message } } }`,
  person: `mutation Revise($id: ID!, $version: Int!, $words: String) {
    written: revisePerson(input: { id: $id, expectedRevision: $version, name: $words }) {
      record: person { version: revision } userErrors { message } } }`,
};

// The newest articles stand on the home page; the people are those whom they quote.
const chosen = `WITH newest AS (
    SELECT a.id, a.slug, a.version FROM article a
    WHERE a.status = 'PUBLISHED' AND a.embargoed_until IS NULL AND a.published_at IS NOT NULL
    ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC LIMIT 12)
  SELECT 'article' AS kind, id, slug, version FROM newest
  UNION ALL (SELECT DISTINCT 'person', p.id, p.slug, p.revision FROM newest n JOIN quote q ON q.article_id = n.id
    JOIN person p ON p.id = q.speaker_person_id ORDER BY 2 LIMIT 8)`;

/** An article or a person whose words carry a mark that counts its writes. */
class MarkedRecord {
  #client;
  #key;
  #ledger;
  #counter = 0;

  constructor(client, key, ledger, number, { kind, id, slug, version }) {
    [this.#client, this.#key, this.#ledger] = [client, key, ledger];
    Object.assign(this, { number, kind, id, slug, version });
    this.operation = kind === 'article' ? 'ArticlePage' : 'PersonPage';
  }

  get #words() {
    return `Mark mark-${this.number}-${this.#counter}`;
  }

  /** Writes the next mark by a mutation on a node. */
  async revise(node) {
    this.#counter += 1;
    const variables = { id: `${this.kind}_${this.id}`, version: this.version, words: this.#words };
    const text = await send(node.origin, { query: revisions[this.kind], variables, key: this.#key });
    const at = performance.now();
    const written = JSON.parse(text).data?.written;
    if (!written?.record) throw new Error(`The mark was not written: ${text}`);
    this.version = written.record.version;
    this.#ledger.wrote(this.number, this.#counter, node.number, at);
  }

  /** The same by plain SQL, of which the program knows nothing; an article's words cannot be changed so. */
  async reviseBySql() {
    if (this.kind === 'article') return;
    this.#counter += 1;
    const update = 'UPDATE person SET name = $2 WHERE id = $1 RETURNING revision';
    const { rows } = await this.#client.query(update, [this.id, this.#words]);
    this.version = rows[0].revision;
    this.#ledger.wrote(this.number, this.#counter, null, performance.now());
  }

  /** Hides an article by an embargo for a while, writes the next mark meanwhile, and shows it again. */
  async hideAndShow(node) {
    if (this.kind !== 'article') return;
    const embargo = (until) =>
      this.#client.query('UPDATE article SET embargoed_until = $2 WHERE id = $1', [this.id, until]);
    this.#ledger.shown(this.number, Infinity);
    await embargo('2099-01-01');
    this.#ledger.wrote(this.number, this.#counter + 1, null, performance.now()); // whatever was seen before is stale now
    await sleep(3 * grace);
    await this.revise(node);
    await embargo(null);
    this.#ledger.shown(this.number, performance.now());
  }
}

/** Chooses the records of a database that is nobody else's, and sees to it that `key` opens it. */
export async function openRecords(databaseUrl, key, ledger) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const stored = [key.slice(0, 12), createHash('sha256').update(key).digest()];
  await client.query("INSERT INTO api_key (name, role, prefix, hash) VALUES ('stale', 'EDITOR', $1, $2)", stored);
  const { rows } = await client.query(chosen);
  return {
    ledger,
    all: rows.map((row, number) => new MarkedRecord(client, key, ledger, number, row)),
    close: () => client.end(),
  };
}
