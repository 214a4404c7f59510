import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '../corpus/random.mjs';
import { send } from '../stale/ask.mjs';

const publish = `mutation ($id: ID!, $version: Int!) { done: publishArticle(input: { id: $id, expectedVersion: $version })
  { record: article { slug version } userErrors { message } } }`;
const revise = `mutation ($id: ID!, $version: Int!, $byline: String) {
  done: reviseArticle(input: { id: $id, expectedVersion: $version, byline: $byline })
  { record: article { slug version } userErrors { message } } }`;

/** Publishes drafts and edits what is new, both at even times, until it is stopped. */
export class Newsroom {
  publications = 0;
  edits = 0;
  failures = [];
  /** Time that a publication took, in ms. */
  times = [];
  #running = true;
  #all;
  #random = randomFrom(11);

  /**
   * @param records `drafts`, each `{id, version}`, to be published in turn; `newest`, the same of published articles, to be edited
   * @param onPublished hears of the slug
   */
  constructor(origin, key, records, { pause, onPublished }) {
    const ask = (query, variables) => this.#change(origin, key, query, variables);
    this.#all = [
      this.#repeat(pause, async () => {
        const article = records.drafts.pop();
        if (!article) throw new Error('There are no drafts left.');
        const began = performance.now();
        const { slug } = await ask(publish, article);
        this.times.push(performance.now() - began);
        this.publications += 1;
        onPublished(slug);
      }),
      this.#repeat(pause, async () => {
        const article = this.#random.pick(records.newest);
        article.version = (await ask(revise, { ...article, byline: `By ${this.edits}` })).version;
        this.edits += 1;
      }),
    ];
  }

  async stop() {
    this.#running = false;
    await Promise.all(this.#all);
  }

  async #repeat(pause, work) {
    for (let due = performance.now(); this.#running; due += pause) {
      await work().catch((error) => this.failures.push(error.message));
      await sleep(Math.max(0, due + pause - performance.now()));
    }
  }

  async #change(origin, key, query, variables) {
    const text = await send(origin, { query, variables, key });
    const record = JSON.parse(text).data?.done?.record;
    if (!record) throw new Error(`Nothing was written: ${text}`);
    return record;
  }
}

const visible = "a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())";

// An edit must first decide what becomes of quotes whose words are lost.
const unharmed =
  "NOT EXISTS (SELECT 1 FROM quote q WHERE q.article_id = a.id AND q.anchor_state NOT IN ('ANCHORED', 'MOVED') AND q.review_status <> 'REJECTED')";

/** Makes an editor's key, and finds what readers ask for and editors change. */
export async function findRecords(client) {
  const key = `vbt_${randomBytes(32).toString('base64url')}`;
  const stored = [key.slice(0, 12), createHash('sha256').update(key).digest()];
  await client.query("INSERT INTO api_key (name, role, prefix, hash) VALUES ('newsroom', 'EDITOR', $1, $2)", stored);
  const rowsOf = async (sql) => (await client.query(sql)).rows;
  const slugsOf = async (sql) => (await rowsOf(sql)).map(({ slug }) => slug);
  return {
    key,
    articles: await slugsOf(
      `SELECT slug FROM article a WHERE ${visible} ORDER BY listed_at DESC, created_at DESC, id DESC`,
    ),
    people: await slugsOf(
      `SELECT p.slug FROM person p JOIN quote q ON q.speaker_person_id = p.id JOIN article a ON a.id = q.article_id
       WHERE ${visible} AND q.review_status <> 'REJECTED' GROUP BY p.id ORDER BY count(*) DESC, p.id`,
    ),
    drafts: await rowsOf(
      `SELECT 'article_' || id AS id, version FROM article a WHERE status = 'DRAFT' AND ${unharmed} ORDER BY id`,
    ),
    newest: await rowsOf(
      `SELECT 'article_' || id AS id, version FROM article a WHERE ${visible} AND ${unharmed}
       ORDER BY listed_at DESC, created_at DESC, id DESC LIMIT 200`,
    ),
  };
}
