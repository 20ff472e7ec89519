#!/usr/bin/env node
import { keepCompiled } from './keep-compiled.ts';
import { tuneOptimiser } from './tune-optimiser.ts';

tuneOptimiser(process.versions.node);
keepCompiled();
// Later than the two lines above: they bear on what is compiled from here on.
const { runProgram } = await import('./run-program.ts');
const { processStreams } = await import('./terminal.ts');
process.exitCode = await runProgram(process.argv, processStreams());
