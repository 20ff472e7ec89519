import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { shownPath } from '../project/shown-path.ts';
import type { OnEvent } from '../publish/build-event.ts';
import type { BuildReport } from '../publish/build-report.ts';
import { watchProject, type WatchTold } from '../watch/watch-project.ts';
import { clock } from './answer-records.ts';
import { describeError } from './describe-error.ts';
import { exitCodeOfError, exitCodeOfReport } from './exit-code-of.ts';
import { printJsonLine } from './print-json.ts';
import { printProgress, type PrintedProgress } from './print-progress.ts';
import { readBuildFlags, type BuildFlags } from './read-build-flags.ts';
import { reportFiles } from './report-files.ts';
import { interruptible } from './interruptible.ts';
import { newOf, reportRebuild } from './report-rebuild.ts';
import { showProgress, type Progress } from './show-progress.ts';
import { tallyRun } from './tally-run.ts';
import { tellReport } from './tell-report.ts';
import type { Terminal } from './terminal.ts';
import { withWorkingFolder } from './working-folder.ts';

/** Runs `tagleaf watch`: a build, and another whenever something changes that it reads, until somebody ends it. */
export async function watchCommand(
  inputs: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { options, request } = readBuildFlags(inputs, flags);
  const cwd = process.cwd();
  const builds = tellBuilds(flags, terminal, cwd);
  try {
    const { config } = flags;
    const watched = {
      config,
      options: { ...options, cwd },
      request: { ...request, onProgress: builds.onEvent },
    };
    await interruptible((signal) => watchProject(watched, builds.told, signal));
  } finally {
    builds.end();
  }
  return exitCodes.interrupted.code;
}

/** One build of those that follow each other. */
interface Turn {
  /** What changed, as people call it. */
  readonly changed: readonly string[];
  readonly progress: Progress & Partial<PrintedProgress>;
  /** The posts that were made, and not taken from the cache. */
  readonly made: Set<string>;
  readonly began: number;
}

/** Prints what is new of each build. */
function tellBuilds(
  flags: BuildFlags,
  terminal: Terminal,
  cwd: string,
): { readonly told: WatchTold; readonly onEvent: OnEvent; readonly end: () => void } {
  let before: BuildReport | undefined;
  let isSaid = false;
  const begin = (changed: readonly string[]): Turn => {
    const progress = flags.jsonProgress === true ? printProgress : showProgress;
    return {
      changed,
      progress: progress(tallyRun(), terminal),
      made: new Set(),
      began: clock.now().getTime(),
    };
  };
  let turn = begin([]);
  const onReport = (report: BuildReport): void => {
    const { progress, changed, made, began } = turn;
    progress.end();
    if (progress.finish) progress.finish(report, exitCodeOfReport(report));
    else tellReport(newOf(report, made, before), flags, terminal);
    const seconds = (clock.now().getTime() - began) / 1000;
    if (flags.json === true) terminal.out(printJsonLine(report));
    else if (before) terminal.out(reportRebuild(report, { changed, made, seconds }));
    else terminal.out(reportFiles(report, { verbose: flags.verbose === true, seconds }));
    before = report;
  };
  const onError = (error: unknown): void => {
    turn.progress.end();
    const told = withWorkingFolder(error);
    if (turn.progress.fail) turn.progress.fail(describeError(told).trimEnd(), exitCodeOfError(told));
    else terminal.err(describeError(told));
  };
  const onWaiting = (): void => {
    if (flags.jsonProgress === true) return;
    if (terminal.live) terminal.status(waiting);
    else if (!isSaid) terminal.err(`tagleaf: ${waiting}\n`);
    isSaid = true;
  };
  const onBuild = (changed: readonly string[]): void => {
    turn.progress.end();
    turn = begin(changed.map((path) => shownPath(path, cwd)));
  };
  return {
    told: { onBuild, onReport, onError, onWaiting },
    onEvent: (event) => {
      if (event.type === 'post-finished' && !event.cached) turn.made.add(event.post);
      turn.progress.onEvent(event);
    },
    end: () => turn.progress.end(),
  };
}

const waiting = 'watching for changes; Ctrl-C ends it';
