import { Command, CommanderError } from 'commander';
import { profileP1 } from '../pdf/profile/profile-p1.ts';
import { packageVersion } from '../project/package-root.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfError } from './exit-code-of.ts';
import { addPostCommands } from './post-commands.ts';
import { addRecordsCommands } from './records-commands.ts';
import { addExamples } from './help-examples.ts';
import { describeError } from './describe-error.ts';
import { type Streams, type Terminal, terminalOn } from './terminal.ts';
import { withWorkingFolder } from './working-folder.ts';

/**
 * Runs the command that `argv` names, with the program's own two words before it, and gives the exit code. No error comes out: it
 * is told on the terminal. Paths are those of the working folder.
 */
export async function runProgram(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const to = terminalOn(streams);
  let code: ExitCode = exitCodes.good.code;
  try {
    await createProgram(to, (result) => {
      code = result;
    }).parseAsync(argv);
    return code;
  } catch (error) {
    // Commander has printed its own message; asking for help or the version is not an error.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.good.code : exitCodes.usage.code;
    const told = withWorkingFolder(error);
    to.err(describeError(told));
    return exitCodeOfError(told);
  }
}

/** The program with all its commands. */
export function createProgram(to: Terminal, finish: (code: ExitCode) => void): Command {
  const standards = profileP1.claims.map(({ name }) => name).join(', ');
  const program = new Command('tagleaf')
    .description(`Publish Markdown posts as accessible PDF (${standards}) and EPUB 3.3.`)
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: to.out, writeErr: to.err });
  addPostCommands(program, to, finish);
  addRecordsCommands(program, to, finish);
  addExamples(program);
  return program;
}
