#!/usr/bin/env node
// The command `verbatim`. In a clone it builds the program first where the sources are newer, so that it works at once.
import { existsSync } from 'node:fs';
import process from 'node:process';

const build = new URL('../scripts/build.mjs', import.meta.url);
if (existsSync(build)) await import(build);
process.setSourceMapsEnabled(true);
await import('../dist/cli/main.js');
