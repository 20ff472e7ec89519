#!/usr/bin/env node
import { runProgram } from './run-program.ts';
import { processStreams } from './terminal.ts';
import { tuneOptimiser } from './tune-optimiser.ts';

tuneOptimiser(process.versions.node);
process.exitCode = await runProgram(process.argv, processStreams());
