import type { IncomingMessage } from 'node:http';
import type { Viewer } from './audience';

/**
 * What can be known of a viewer: nothing but the request's headers. Keys travel there, never in cookies.
 * @throws GraphQLError UNAUTHENTICATED, at once or later
 */
export type ViewerOf = (request: Pick<IncomingMessage, 'headers' | 'headersDistinct'>) => Viewer | Promise<Viewer>;
