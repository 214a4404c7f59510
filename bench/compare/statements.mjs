import { connect, createServer } from 'node:net';
import { ask } from './sameness.mjs';
import { startSide } from './sides.mjs';

/**
 * A way to the database that counts the statements on it: the protocol's messages Query and Execute.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 * @returns its address, how many have passed so far, and how to end it
 */
export async function countingWay(databaseUrl) {
  const to = new URL(databaseUrl);
  const sockets = new Set();
  let statements = 0;
  const server = createServer((from) => {
    const database = connect(Number(to.port || 5432), to.hostname);
    for (const socket of [from, database]) {
      sockets.add(socket.on('error', () => socket.destroy()).on('close', () => (from.destroy(), database.destroy())));
    }
    const count = counter(() => (statements += 1));
    from.on('data', (bytes) => (count(bytes), database.write(bytes)));
    database.on('data', (bytes) => from.write(bytes));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(to);
  [url.hostname, url.port] = ['127.0.0.1', String(server.address().port)];
  const end = () => (server.close(), sockets.forEach((socket) => socket.destroy()));
  return { url: url.href, count: () => statements, end };
}

/** Reads what a client sends, as it comes in pieces, and calls `found` for each statement. */
function counter(found) {
  let rest = Buffer.alloc(0);
  let started = false;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (;;) {
      const head = started ? 1 : 0; // the first message of a connection has no letter
      if (rest.length < head + 4) return;
      const end = head + rest.readInt32BE(head);
      if (rest.length < end) return;
      if (started && (rest[0] === 0x51 || rest[0] === 0x45)) found(); // Q, E
      started = true;
      rest = rest.subarray(end);
    }
  };
}

/** How many statements a side sends for one request of each body, once it is warm. */
export async function statementsOf(side, databaseUrl, bodies) {
  const way = await countingWay(databaseUrl);
  const running = await startSide(side, way.url);
  try {
    const counts = [];
    for (const body of bodies) {
      if (!body) {
        counts.push(null);
        continue;
      }
      for (let i = 0; i < 3; i += 1) await ask(running.url, body);
      const before = way.count();
      await ask(running.url, body);
      counts.push(way.count() - before);
    }
    return counts;
  } finally {
    await running.stop();
    way.end();
  }
}
