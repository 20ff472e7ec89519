#!/usr/bin/env node
import { runProgram } from './run-program.ts';
import { processStreams } from './terminal.ts';

process.exitCode = await runProgram(process.argv, processStreams());
