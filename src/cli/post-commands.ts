import type { Command } from 'commander';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import type { BuildFlags } from './read-build-flags.ts';
import type { CacheFlags } from './cache-command.ts';
import type { CheckFlags } from './check-command.ts';
import type { IntakeFlags } from './intake-command.ts';
import type { Terminal } from './terminal.ts';
import { themeHelp } from './theme-help.ts';
import type { WorkerFlags } from './worker-command.ts';

/** Takes the exit code of the command that was run. */
export type Finish = (code: ExitCode) => void;

/** Adds the commands on posts and rules; each loads its code when it is run. */
export function addPostCommands(program: Command, to: Terminal, finish: Finish): void {
  addBuild(program, to, finish);
  addWatch(program, to, finish);
  addCheck(program, to, finish);
  addInit(program, to, finish);
  addIntake(program, to, finish);
  addExplain(program, to, finish);
  addCache(program, to, finish);
  addWorker(program, to, finish);
}

const queueIs = 'make posts by workers that wait at this Redis (redis:// or rediss://)';
const storeIs = 'what is sent to workers and back: file:///folder or s3://bucket/prefix';

function addBuild(program: Command, to: Terminal, finish: Finish): void {
  const build = program.command('build').description('build the publications of posts');
  addBuildOptions(build)
    .option('--check-links', 'request every external link once, and say which fail')
    .option('--profile-stages', 'say what each stage took, in one thread')
    .option('--queue <url>', queueIs)
    .option('--store-url <url>', storeIs)
    .option('--queue-wait <seconds>', 'give up when no worker takes anything for so long (default: 600)')
    .option('--json', 'print the report as one JSON object')
    .action(async (inputs: string[], flags: BuildFlags) => {
      const { buildCommand } = await import('./build-command.ts');
      finish(await buildCommand(inputs, flags, to));
    });
}

function addWatch(program: Command, to: Terminal, finish: Finish): void {
  const watch = program.command('watch').description('build, and build again what changes, until Ctrl-C');
  addBuildOptions(watch)
    .option('--json', 'print the report of each build as one JSON object on a line')
    .action(async (inputs: string[], flags: BuildFlags) => {
      const { watchCommand } = await import('./watch-command.ts');
      finish(await watchCommand(inputs, flags, to));
    });
}

/** What `build` and `watch` have in common. */
function addBuildOptions(command: Command): Command {
  return command
    .argument('[inputs...]', 'Markdown files and folders; `posts` of the configuration, else posts/')
    .option('--out <dir>', 'folder to write to')
    .option('--format <list>', 'pdf, epub, or both with a comma')
    .option('--page <size>', 'letter or a4')
    .option('--theme <name>', themeHelp)
    .option('--config <file>', 'configuration file (default: tagleaf.yaml, where there is one)')
    .option(
      '--collection [ids...]',
      'build these collections of the configuration, or all of them, instead of posts',
    )
    .option('--no-page-list', 'leave the pages of the PDF unnamed in the EPUB')
    .option('--catalogue', 'put beside each EPUB what catalogues read: OPDS, ONIX codes, cover')
    .option('--drafts', 'build drafts too')
    .option('--as-of <day>', 'leave out what was not to be seen on this day (YYYY-MM-DD)')
    .option('--strict', 'write nothing for a post with an error')
    .option('--force', 'write over files in the output folder that no run wrote')
    .option('--verify', 'read every file back and compare its words before it is moved into place')
    .option('--workers <number>', 'threads that make posts: auto, or a number, 0 for none (default: auto)')
    .option('--no-cache', 'make everything anew, and keep nothing in .tagleaf/cache')
    .option('--allow-plugins', 'run plugins and templates that are files of the project')
    .option('--verbose', 'print a line for each file, and every message')
    .option('--json-progress', 'print what happens on standard error, each event as a line of JSON');
}

function addCheck(program: Command, to: Terminal, finish: Finish): void {
  program
    .command('check')
    .description('say what the rules say about posts, without building them')
    .argument('[inputs...]', 'Markdown files and folders; `posts` of the configuration, else posts/')
    .option('--config <file>', 'configuration file (default: tagleaf.yaml, where there is one)')
    .option('--format <name>', 'text, json or sarif (default: text)')
    .option('--allow-plugins', 'run plugins and templates that are files of the project')
    .option('--drafts', 'check drafts too')
    .option('--as-of <day>', 'leave out what was not to be seen on this day (YYYY-MM-DD)')
    .option(
      '--collection [ids...]',
      'check these collections of the configuration, or all of them, instead of posts',
    )
    .option('--verbose', 'print every message, remarks too')
    .option('--fix', 'cure in the posts what has a sure cure, and show the difference')
    .action(async (inputs: string[], flags: CheckFlags) => {
      const { checkCommand } = await import('./check-command.ts');
      finish(await checkCommand(inputs, flags, to));
    });
}

function addInit(program: Command, to: Terminal, finish: Finish): void {
  program
    .command('init')
    .description('look at a folder, and write a tagleaf.yaml by what it holds')
    .argument('[dir]', 'the folder of the project (default: the working folder)')
    .action(async (folder: string | undefined) => {
      const { initCommand } = await import('./init-command.ts');
      finish(await initCommand(folder ?? '.', to));
    });
}

function addIntake(program: Command, to: Terminal, finish: Finish): void {
  program
    .command('intake')
    .description('make posts of archived pages: flat text, saved HTML, PDFs, captures (MHTML, WARC, WACZ)')
    .argument('<inputs...>', 'files and folders')
    .option('--out <dir>', 'folder for the posts (default: posts)')
    .option('--agency <name>', 'agency of inputs that name none')
    .option('--lang <tag>', 'language of inputs that declare none (BCP 47)')
    .option('--date-order <order>', 'how numeric dates are meant: mdy, dmy or ymd')
    .option('--collection <id>', 'add a collection of the posts to tagleaf.yaml')
    .option('--url <address>', 'of captures of several pages, take in the one with this address')
    .option('--encoding <label>', 'encoding of inputs that declare none, or one that does not fit')
    .option('--no-copy', 'leave inputs where they are, and name them with their digests alone')
    .option('--dry-run', 'write nothing')
    .option('--force', 'overwrite posts, captures and pictures that are there')
    .option('--json', 'print the report as one JSON object, with every part of each input accounted for')
    .action(async (inputs: string[], flags: IntakeFlags) => {
      const { intakeCommand } = await import('./intake-command.ts');
      finish(await intakeCommand(inputs, flags, to));
    });
}

function addExplain(program: Command, to: Terminal, finish: Finish): void {
  program
    .command('explain')
    .description('print the clause and the cure of a rule')
    .argument('[rule]', 'the id of the rule; without it, all ids are listed')
    .action(async (rule: string | undefined) => {
      const { explainCommand } = await import('./explain-command.ts');
      finish(explainCommand(rule, to));
    });
}

function addCache(program: Command, to: Terminal, finish: Finish): void {
  const cache = program.command('cache').description('look at what builds keep for later ones, or remove it');
  const configIs = 'configuration file (default: tagleaf.yaml, where there is one)';
  cache
    .command('stats')
    .description('say how many results are kept, and how many bytes')
    .option('--config <file>', configIs)
    .action(async (flags: CacheFlags) => {
      const { cacheStatsCommand } = await import('./cache-command.ts');
      finish(await cacheStatsCommand(flags, to));
    });
  cache
    .command('clear')
    .description('remove all that is kept')
    .option('--config <file>', configIs)
    .action(async (flags: CacheFlags) => {
      const { cacheClearCommand } = await import('./cache-command.ts');
      finish(await cacheClearCommand(flags, to));
    });
}

function addWorker(program: Command, to: Terminal, finish: Finish): void {
  program
    .command('worker')
    .description('make posts that builds put into a queue, until it is told to end')
    .option('--queue <url>', 'the Redis of the queue: redis://HOST:PORT, or rediss:// for TLS')
    .option('--store-url <url>', storeIs)
    .option('--concurrency <number>', 'posts at a time, each in a process of its own (default: 1)')
    .option('--memory <megabytes>', 'memory of the engine for each process (default: 2000)')
    .option('--stalled-after <seconds>', 'a job without a sign of life is taken over (default: 30)')
    .action(async (flags: WorkerFlags) => {
      const { workerCommand } = await import('./worker-command.ts');
      finish(await workerCommand(flags, to));
    });
}
