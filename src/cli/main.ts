#!/usr/bin/env node
import { runProgram } from './run-program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runProgram(process.argv, processTerminal());
