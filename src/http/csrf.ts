import type { IncomingHttpHeaders } from 'node:http';
import { clientError } from '../errors/errorCodes';
import { contentTypeOf } from './mediaTypes';

/** Headers that a page of another site can't send before the browser has asked us for leave (which we never give). */
const preflighted = [
  'authorization',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'x-requested-with',
] as const;

const sendOne =
  'Send the header "Apollo-Require-Preflight: 1" with it, or use POST with "Content-Type: application/json".';

/**
 * Refuses a GET that says it brings anything but JSON: it brings nothing, and what it says would be the one thing of it that a page of
 * another site may set at will. (Clients that send "application/json" with everything are let pass.)
 * @throws GraphQLError UNSUPPORTED_MEDIA_TYPE
 */
export function refuseOtherContent(headers: IncomingHttpHeaders): void {
  const given = headers['content-type'];
  if (given === undefined || namesGraphQL(given)) return;
  const message = 'A GET has no body: leave its Content-Type out, or send "Content-Type: application/json".';
  throw clientError('UNSUPPORTED_MEDIA_TYPE', message);
}

/**
 * Refuses a GET that a page of another site could have made a browser send, so that no page can ask in its visitor's name or
 * make its visitors' browsers work against us. (A POST needs a JSON body, for which browsers ask for leave first.)
 * Programs other than browsers send what they like; they are asked to say that they want GraphQL.
 * @throws GraphQLError CROSS_SITE_REQUEST
 */
export function preventCsrf(headers: IncomingHttpHeaders): void {
  if (preflighted.some((name) => headers[name] !== undefined)) return;
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') {
    throw clientError('CROSS_SITE_REQUEST', `This request seems to come from a page of another site. ${sendOne}`);
  }
  // Browsers send Fetch Metadata all together and let no page set them; older ones, and any over plain HTTP, send none.
  if (site !== undefined || headers['sec-fetch-mode'] !== undefined || headers['sec-fetch-dest'] !== undefined) return;
  if (namesGraphQL(headers.accept ?? '')) return;
  throw clientError(
    'CROSS_SITE_REQUEST',
    `A GET must say what it accepts: send "Accept: application/json". ${sendOne}`,
  );
}

function namesGraphQL(accept: string): boolean {
  return accept
    .split(',')
    .map((range) => contentTypeOf(range).type)
    .some((type) => type === 'application/json' || type === 'application/graphql-response+json');
}
