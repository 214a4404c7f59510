/**
 * A process of its own: asks the same small question every 10 ms, whether or not the answers before have come, and tells the
 * parent when each was asked and how long it took, in ms.
 */
import http from 'node:http';

const [url, body] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
let waiting = 0;

function ask() {
  const asked = performance.now();
  waiting += 1;
  const tell = (well) => {
    waiting -= 1;
    process.send({ at: performance.timeOrigin + asked, took: performance.now() - asked, well });
  };
  const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk) => (text += chunk));
    response.on('end', () =>
      tell(response.statusCode === 200 && text.includes('"data"') && !text.includes('"errors"')),
    );
  });
  request.on('error', () => tell(false));
  request.end(body);
}

const timer = setInterval(ask, 10);
process.on('message', () => {
  clearInterval(timer);
  const finish = setInterval(() => {
    if (waiting > 0) return;
    clearInterval(finish);
    agent.destroy();
    process.disconnect();
  }, 10);
});
