import { createServer } from 'node:http';

/** Serves what `answer` makes of a request's body (a Buffer; it gives one, or a promise of one) on PORT, by `node:http` alone. */
export function serve(answer) {
  const server = createServer((request, response) => {
    if (request.method === 'GET') return response.writeHead(204).end(); // whether it is there
    const send = (bytes) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
      response.end(bytes);
    };
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const made = answer(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
      if (Buffer.isBuffer(made)) send(made);
      else
        made.then(send, (error) => {
          console.error(error);
          response.writeHead(500).end();
        });
    });
  });
  server.listen(Number(process.env.PORT || 0), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/graphql`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
