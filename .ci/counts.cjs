// counts.cjs <Jest's report> <Jest's exit code>: prints "<passed> <failed> <skipped>". A file that could not run, a report that
// is missing and an exit code that the tests don't explain count as one failure each.
const { existsSync, readFileSync } = require('node:fs');

const [file, ended] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const {
  numPassedTests: passed = 0,
  numFailedTests = 0,
  numRuntimeErrorTestSuites = 0,
  numPendingTests: skipped = 0,
} = report;
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(passed, failed || (ended === '0' && report.success ? 0 : 1), skipped);
