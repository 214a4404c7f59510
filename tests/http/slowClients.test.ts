import { once } from 'node:events';
import net from 'node:net';
import { recordLog } from '../harness/logLines';
import { rawPost } from '../harness/rawSocket';
import { startTestServer, type TestServer } from '../harness/server';
import type { SlowClientLimits } from '../../src/http/slowClientGuard';
import { until } from '../harness/until';

// Clients who ask for much and fetch it slowly, or not at all.

const { log, lines } = recordLog();
let server: TestServer;
let before = 0;

async function serve(unsent: Partial<SlowClientLimits>): Promise<void> {
  before = lines.length;
  server = await startTestServer({ seeded: true, log, slowClients: { everyMs: 20, ...unsent } });
}
afterEach(() => server.close());

const aliases = Array.from(
  { length: 25 },
  (_, i) => `a${i}: articles(first: 5) { edges { node { body standfirst } } }`,
);
/** Several hundred kilobytes, and more than a connection's buffers when it is asked for again and again. */
const much = `{ ${aliases.join(' ')} }`;

/** Asks without end, and takes no more than `take` bytes at a time of what is answered. */
async function slowReader(take: number): Promise<net.Socket> {
  const socket = net.connect({
    port: server.port,
    host: '127.0.0.1',
    readableHighWaterMark: 16,
  } as net.TcpNetConnectOpts);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  const timer = setInterval(() => {
    if (take > 0) socket.read(take);
    if (!socket.destroyed && socket.writableLength === 0) socket.write(rawPost(much));
  }, 2);
  socket.once('close', () => clearInterval(timer));
  return socket;
}

const reasons = () =>
  lines
    .slice(before)
    .filter(({ msg }) => msg === 'a connection is closed')
    .map(({ reason }) => reason);

async function untilClosed(count: number): Promise<void> {
  await until(`${count} connections closed`, () => reasons().length >= count);
}

test('who takes a byte now and then for an answer is cut off when the time is over; others are served meanwhile', async () => {
  await serve({ ms: 300, pipelined: 1000 });
  const readers = [await slowReader(1), await slowReader(0)];
  await untilClosed(readers.length);
  expect(new Set(reasons())).toEqual(new Set(['an answer was fetched too slowly']));
  expect((await server.post('{ __typename }')).status).toBe(200);
  for (const reader of readers) reader.destroy();
});

test('of many, so many are cut off that what waits for them stays bounded, those first who wait the longest', async () => {
  await serve({ bytes: 200_000, pipelined: 1000 });
  const readers = await Promise.all(Array.from({ length: 6 }, () => slowReader(0)));
  await untilClosed(1);
  expect(new Set(reasons())).toEqual(new Set(['too many answers wait to be fetched']));
  expect((await server.post(much)).status).toBe(200);
  for (const reader of readers) reader.destroy();
});

test('who sends request after request and takes no answer is cut off', async () => {
  await serve({ pipelined: 16 });
  const socket = net.connect(server.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(rawPost('{ __typename }').repeat(10));
  await once(socket, 'data'); // ten are answered
  socket.pause();
  socket.write(rawPost('{ articles { totalCount } }').repeat(200));
  await untilClosed(1);
  expect(reasons()).toEqual(['too many requests on one connection wait for an answer']);
  socket.destroy();
});
