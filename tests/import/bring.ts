import type { PrismaClient } from '../../src/generated/prisma/client';
import { type Counts, type Foretold, importInputs, type RunOptions } from '../../src/import/importInputs';
import type { Input } from '../../src/import/inputs';

/** What an import of some texts came to: how many, and what was told. */
export interface Brought {
  readonly counts: Readonly<Counts>;
  readonly told: readonly string[];
  readonly foretold: readonly Foretold[];
}

/** Imports texts as `verbatim import` does, without a process of its own. */
export async function bring(
  prisma: PrismaClient,
  texts: readonly (string | Buffer)[],
  options: Partial<RunOptions> = {},
): Promise<Brought> {
  const told: string[] = [];
  const foretold: Foretold[] = [];
  const inputs = texts.map((text, i): Input => {
    const bytes = Buffer.from(text);
    const open = async function* (): AsyncGenerator<Buffer> {
      yield await Promise.resolve(bytes);
    };
    return { name: `${i + 1}`, size: bytes.length, uri: `urn:test:input:${i + 1}`, open };
  });
  const counts = await importInputs(
    prisma,
    inputs,
    {
      ...{ viewer: { role: 'EDITOR', name: 'import' }, format: null, extractionPool: null, wish: null, provider: null },
      ...{ dryRun: false, signal: new AbortController().signal },
      report: (error) => told.push(`error: ${String(error)}`),
      ...options,
    },
    {
      bad: (input, at, reason) => told.push(`${input.name}: ${at}: ${reason}`),
      warned: (input, at, warning) => told.push(`${input.name}: ${at}: ${warning}`),
      foretold: (_, __, what) => foretold.push(what),
      recognized: () => {},
      progress: () => {},
    },
  );
  return { counts, told, foretold };
}
