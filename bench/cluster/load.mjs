// Readers without a key, and one editor who publishes and reads their own article at once; everything is noted with its moment.
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

/** Sends an operation. @returns status, code of the first error, data */
export function send(port, query, variables, key) {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) };
  return new Promise((resolve) => {
    const request = http.request(
      { agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers },
      (answer) => {
        let text = '';
        answer.on('data', (part) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode, ...read(text) }));
        answer.on('error', () => resolve({ status: 0, code: 'broken off' }));
      },
    );
    request.on('error', (error) => resolve({ status: 0, code: error.code ?? error.message }));
    request.end(body);
  });
}

function read(text) {
  try {
    const { data, errors } = JSON.parse(text);
    return { data, code: errors?.[0]?.extensions?.code };
  } catch {
    return { code: 'the balancer: no node is ready' };
  }
}

const draft = `mutation ($headline: String!) { draftArticle(input: { headline: $headline, body: "Words of it." })
  { article { id version } userErrors { message } } }`;
const publish = `mutation ($id: ID!, $version: Int!) { publishArticle(input: { id: $id, expectedVersion: $version })
  { article { id } userErrors { message } } }`;
const latest =
  '{ articles(first: 5) { edges { node { headline quotes(first: 3) { edges { node { text speakerName } } } } } } }';
const byId = 'query ($id: ID!) { article(by: { id: $id }) { headline } }';

/** The number in the newest headline; 0 where it has none. */
const numberIn = (data) => Number(/^Number (\d+)$/.exec(data?.articles?.edges[0]?.node.headline)?.[1] ?? 0);

/** Starts the load; `stop` ends it and gives what was seen. */
export function startLoad(port, key, readers) {
  const seen = { reads: [], writes: [], own: { right: 0, stale: 0 }, ages: [] };
  const committed = []; // committed[n]: when the answer to publication n was there
  let running = true;
  const now = () => performance.now();

  async function reader() {
    while (running) {
      const at = now();
      const answer = await send(port, latest);
      seen.reads.push({
        at,
        took: now() - at,
        ok: answer.status === 200 && !answer.code,
        code: answer.code ?? answer.status,
      });
      if (answer.status !== 200 || answer.code) await sleep(50);
      else noteAge(numberIn(answer.data), at);
    }
  }
  /** How long ago, when the question was sent, something newer than the answer had been published. */
  function noteAge(number, at) {
    const next = committed[number + 1];
    seen.ages.push({ at, age: next !== undefined && next < at ? at - next : 0 });
  }
  async function editor() {
    for (let n = 1; running; await sleep(200)) {
      const at = now();
      const answers = [await send(port, draft, { headline: `Number ${n}` }, key)];
      const article = answers[0].data?.draftArticle?.article;
      if (article) answers.push(await send(port, publish, article, key));
      const bad = answers.find(({ status, code }) => status !== 200 || code);
      seen.writes.push({ at, took: now() - at, ok: !bad, code: bad && (bad.code ?? bad.status) });
      if (bad) continue;
      committed[n++] = now();
      const own = await send(port, byId, { id: article.id }, key);
      if (own.status === 200 && !own.code) seen.own[own.data.article ? 'right' : 'stale'] += 1;
    }
  }
  const all = [...Array.from({ length: readers }, reader), editor()];
  return {
    now,
    async stop() {
      running = false;
      await Promise.all(all);
      return seen;
    },
  };
}
