// Ends with 0 when the server of this machine takes requests, with 1 when it does not: for an image's health check.
import process from 'node:process';

const url = `http://127.0.0.1:${process.env.PORT || 4000}/health/ready`;
const isReady = await fetch(url, { signal: AbortSignal.timeout(4000) }).then(
  (answer) => answer.ok,
  () => false,
);
process.exitCode = isReady ? 0 : 1;
