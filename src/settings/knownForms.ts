/**
 * An API key: `vbt_` and 32 random bytes in base64url. The beginning makes a key known on sight, and to programs that look for
 * secrets in code and logs: `vbt_[A-Za-z0-9_-]{43}` matches nothing else. There is no checksum, so that a key for
 * FIRST_ADMIN_KEY can be made with the tools that every system has.
 */
const token = /^vbt_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** Whether a text has the form of a key, to the letter: the last character carries four bits, so not all are possible. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** The value of ALLOWED_ORIGINS that lets pages of any site ask. */
export const anyOrigin = '*';

/** The header fields in which shared caches look for purge keys, and what separates the keys there. */
export const purgeKeyHeaders = {
  'surrogate-key': ' ', // Fastly
  xkey: ' ', // Varnish, by its module of that name
  'cache-tag': ',', // Cloudflare, Google
  'edge-cache-tag': ',', // Akamai
} as const;

export type PurgeKeyHeader = keyof typeof purgeKeyHeaders;
