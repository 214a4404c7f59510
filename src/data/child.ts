import { fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../packageRoot';

/** What a child is to do: call the exported function of a module (its path below dist/, no ending) with the task. */
interface Order {
  readonly module: string;
  readonly call: string;
  readonly task: unknown;
}

/** An error's own properties don't survive the way between processes, so its code goes beside it. */
type Outcome = { readonly result: unknown } | { readonly failure: Error; readonly code?: string };

/**
 * Calls an exported, asynchronous function in a process that ends afterwards. For work that is done once and needs code that
 * would fill the memory ever after: Prisma's engines take 40 to 90 MB, of which a thread gives back little.
 * @param task what can be cloned: no functions.
 * @throws what the function threw, as an Error with the same message and code.
 */
export function callInChild<Result>(module: string, call: string, task: unknown): Promise<Result> {
  return new Promise((resolve, reject) => {
    // From dist/, in tests too: a process starts outside of what Jest transforms.
    const child = fork(path.join(packageRoot, 'dist/data/child.js'), {
      serialization: 'advanced',
      execArgv: ['--enable-source-maps'],
      detached: true, // Ctrl-C is for us; the child ends with the work, or with us
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`${module} ended with ${signal ?? code} before its work was done`)),
    );
    child.once('message', (outcome: Outcome) => {
      if ('result' in outcome) resolve(outcome.result as Result);
      else
        reject(outcome.code === undefined ? outcome.failure : Object.assign(outcome.failure, { code: outcome.code }));
      child.disconnect();
    });
    const order: Order = { module, call, task };
    child.send(order);
  });
}

/** The exported function `call` of a module, by its path below dist/. */
export async function exportedFunction(module: string, call: string): Promise<(task: unknown) => Promise<unknown>> {
  const file = pathToFileURL(path.join(packageRoot, 'dist', `${module}.js`)).href;
  const loaded = (await import(file)) as Record<string, unknown>;
  const work = loaded[call];
  if (typeof work !== 'function') throw new Error(`${module} has no function ${call}`);
  return work as (task: unknown) => Promise<unknown>;
}

async function executeCommand({ module, call, task }: Order): Promise<Outcome> {
  try {
    return { result: await (await exportedFunction(module, call))(task) };
  } catch (error) {
    if (!(error instanceof Error)) return { failure: new Error(String(error)) };
    const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
    return { failure: portableError(error), ...code };
  }
}

/** Errors of libraries hold things that can't be handed over. */
function portableError(error: Error): Error {
  const portable = new Error(error.message);
  if (error.stack) portable.stack = error.stack;
  return portable;
}

if (require.main === module) {
  process.once('message', (order: Order) => void executeCommand(order).then((outcome) => process.send?.(outcome)));
  process.once('disconnect', () => process.exit());
}
