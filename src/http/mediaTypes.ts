import Negotiator from 'negotiator';

const plainJson = 'application/json; charset=utf-8';
const graphqlJson = 'application/graphql-response+json; charset=utf-8';

/** The media type of an answer, as its Content-Type says it. */
export type AnswerType = typeof plainJson | typeof graphqlJson;

/** Whether that is `application/json`, under which a refused operation answers with status 200. */
export function isPlainJson(type: AnswerType): boolean {
  return type === plainJson;
}

/**
 * The media type to answer in, by the Accept header; undefined where the client accepts neither.
 * `application/json` where there is no header or no preference (GraphQL over HTTP, section 4.1).
 */
export function answerType(accept: string | undefined): AnswerType | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return plainJson;
  // With the charset, so that both those who name it and those who don't are understood.
  return new Negotiator({ headers: { accept } }).mediaType([plainJson, graphqlJson]) as AnswerType | undefined;
}

/** Whether the client is a browser that opens a page: it likes HTML better than both media types of answers. */
export function prefersPage(accept: string | undefined): boolean {
  if (!accept?.includes('html')) return false;
  const types = [plainJson, graphqlJson, 'text/html'];
  return new Negotiator({ headers: { accept } }).mediaType(types) === 'text/html';
}

/** A Content-Type header in parts: the media type in lower case and the charset, if it names one. */
export function contentTypeOf(header: string): { type: string; charset: string | undefined } {
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset\s*=/i.test(parameter))?.replace(/^[^=]*=\s*/, '');
  return { type: type.toLowerCase(), charset: charset?.replace(/^"(.*)"$/, '$1').toLowerCase() };
}
