import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { packageRoot } from '../packageRoot';

/** Made by scripts/build-explorer.mjs: page.html, and files/ under names that hold a hash of their content. */
const folder = path.join(packageRoot, 'src/generated/explorer');

const year = 365 * 24 * 60 * 60 * 1000;

// The editor writes its colours and sizes into style elements of its own, so styles may be inline; scripts may not.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const pageHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  Vary: 'Accept',
  'Cache-Control': 'no-cache', // its files' names change with each release
};

/** Serves the explorer's files below /explorer/, for ever: a changed file has another name. */
export async function registerExplorer(app: FastifyInstance): Promise<void> {
  await app.register(staticFiles, {
    root: path.join(folder, 'files'),
    prefix: '/explorer/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: year,
    setHeaders: (response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
      // Workers keep to the policy of their own file, not to the page's.
      response.setHeader('Content-Security-Policy', contentSecurityPolicy);
    },
  });
}

/** Answers with the explorer's page; `registerExplorer` must have been called on the app before. */
export function sendExplorer(reply: FastifyReply): FastifyReply {
  return reply.headers(pageHeaders).sendFile('page.html', folder, { cacheControl: false });
}

/** Answers with a page that says why there is no explorer: it asks what nobody has put on a list. */
export function sendNoExplorer(reply: FastifyReply): FastifyReply {
  return reply.headers({ ...pageHeaders, 'Content-Type': 'text/html; charset=utf-8' }).send(`<!doctype html>
<html lang="en">
  <title>Verbatim: trusted documents only</title>
  <h1>This server answers trusted documents only</h1>
  <p>So there is no explorer here: it asks for the schema, and for whatever you type.</p>
  <p>Operators explore on a server that is started without <code>TRUSTED_DOCUMENTS_ONLY</code>.</p>
</html>
`);
}
