import http from 'node:http';
import net from 'node:net';

const patience = 20_000;

/** Sends one request. @returns what came back: status, the error codes in it, how long it took (ms), its size. */
export function send(origin, { method = 'POST', path = '/graphql', headers = {}, body = null }) {
  const since = performance.now();
  const took = () => performance.now() - since;
  return new Promise((resolve) => {
    const all = { 'content-type': 'application/json', accept: 'application/json', ...headers };
    if (body !== null) all['content-length'] ??= Buffer.byteLength(body);
    for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
    const request = http.request(
      `${origin}${path}`,
      { method, headers: all, agent: false, timeout: patience },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode, code: codeOf(text), took: took(), bytes: text.length });
        });
        response.on('error', () => resolve({ status: response.statusCode, code: 'cut off', took: took(), bytes: 0 }));
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer')));
    // A server that refuses early closes while we still send.
    request.on('error', (error) => resolve({ status: 0, code: error.code ?? error.message, took: took(), bytes: 0 }));
    if (body === null) request.end();
    else request.end(body);
  });
}

/** Writes bytes as they are, and waits for what comes, until the other side closes or `milliseconds` have gone by. */
export function sendRaw(origin, text, milliseconds) {
  const { hostname, port } = new URL(origin);
  const since = performance.now();
  return new Promise((resolve) => {
    let received = '';
    let answered = 0;
    const socket = net.connect(Number(port), hostname, () => socket.write(text));
    const end = (code) => {
      clearTimeout(timer);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0);
      resolve({
        status,
        code: status ? (codeOf(received.split('\r\n\r\n')[1] ?? '') ?? code) : code,
        took: answered || performance.now() - since,
        bytes: received.length,
      });
    };
    const timer = setTimeout(() => end('still open'), milliseconds);
    socket.on('data', (chunk) => {
      answered ||= performance.now() - since;
      received += chunk;
    });
    socket.on('close', () => end('closed'));
    socket.on('error', () => end('closed'));
  });
}

function codeOf(text) {
  try {
    const answer = JSON.parse(text);
    const codes = [...new Set((answer.errors ?? []).map((error) => error.extensions?.code ?? 'no code'))];
    return codes.length > 0 ? codes.join(' ') : answer.data ? 'answered' : 'no data';
  } catch {
    return text === '' ? 'empty' : 'not JSON';
  }
}
