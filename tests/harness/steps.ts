import { Session, type Profiler } from 'node:inspector';

// V8 counts blocks in functions that it compiles from now on: a test imports this before what it measures.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
afterAll(() => {
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
});

/**
 * How much work a piece of code does, whatever machine it runs on and whatever else goes on there: how often the blocks of the
 * project's own code are run. What goes on inside a regular expression or a function of JavaScript is not seen.
 */
export function stepsOf(work: () => unknown): number {
  work(); // what is made once is made now
  taken();
  work();
  const own = taken().filter(({ url }) => !url.includes('node_modules') && !url.startsWith('node:'));
  const blocks = own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
  return blocks.reduce((sum, { count }) => sum + count, 0);
}

/** What was counted since this was last called. */
function taken(): readonly Profiler.ScriptCoverage[] {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    scripts = result;
  });
  return scripts;
}
