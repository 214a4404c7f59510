import path from 'node:path';
import { z } from 'zod';

/** What a variable may hold, in words that fit after "Set it to". */
export interface Setting<T> {
  readonly expected: string;
  readonly secret?: boolean;
  readonly value: z.ZodType<T>;
}

/** A count. */
export const wholeNumber = (least: number, most: number, preset: number): Setting<number> => ({
  expected: `a whole number from ${least} to ${most}`,
  value: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .default(preset),
});

/** A switch. */
export const yesOrNo = (preset: boolean): Setting<boolean> => ({
  expected: 'true or false',
  value: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(preset),
});

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(text)) return false;
  // A server reached through a Unix socket has no host: postgresql:///name?host=/run/postgresql
  const withHost = text.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)(?=\/)/, '$1localhost');
  return URL.canParse(withHost) && new URL(withHost).pathname.length > 1;
}

/** Whether a text is an origin as browsers send it: without a path, not even a slash. */
export function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** A time that is set in seconds and used in milliseconds. */
export const seconds = (text: Setting<number>): Setting<number> => ({
  expected: `${text.expected} (seconds)`,
  value: text.value.transform((count) => count * 1000),
});

/** A path; relative ones are taken from the folder in which the program was started. */
export const filePath = (expected: string) => ({
  expected,
  value: z
    .string()
    .refine((text) => !text.includes('\0'))
    .transform((text) => path.resolve(text)),
});
