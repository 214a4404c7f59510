// `npm run dev`: builds and starts the program, and does both again when a source changes. Arguments go to the program.
// A build that fails leaves the one that runs alone.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const settle = 150; // milliseconds: an editor writes several files, and some of them twice
let program;
let timer;
let ending = false;

function build() {
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  return status === 0;
}

function start() {
  const args = ['--enable-source-maps', path.join(root, 'dist/main.js'), ...process.argv.slice(2)];
  const started = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  program = started;
  started.once('exit', (code) => {
    if (ending) process.exit(code ?? 1);
    if (program !== started) return;
    program = undefined;
    console.log('The program has ended; it is started again when a source changes.');
  });
}

/** Stops the program, which lets go of its port and folder, and starts it anew. */
function restart() {
  if (!build()) return;
  const old = program;
  if (!old) return start();
  program = undefined;
  old.once('exit', () => ending || start());
  old.kill('SIGTERM');
}

function changed(_, name) {
  if (name?.startsWith(`generated${path.sep}`)) return; // what the build makes
  clearTimeout(timer);
  timer = setTimeout(restart, settle);
}

function end(signal) {
  ending = true;
  if (program) program.kill(signal);
  else process.exit(0);
}

process.on('SIGINT', () => end('SIGINT'));
process.on('SIGTERM', () => end('SIGTERM'));
watch(path.join(root, 'src'), { recursive: true }, changed);
for (const file of ['schema.graphql', 'prisma/schema.prisma', '.env'])
  watch(path.join(root, path.dirname(file)), (_, name) => name === path.basename(file) && changed());
if (build()) start();
