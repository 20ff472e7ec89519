import type { BuildReport } from '../publish/build-report.ts';
import type { Measure } from '../publish/measure.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import { boundingHeap } from './bound-heap.ts';
import { describeError } from './describe-error.ts';
import { exitCodeOfError, exitCodeOfReport } from './exit-code-of.ts';
import { clock } from './answer-records.ts';
import { interruptible } from './interruptible.ts';
import { printProgress } from './print-progress.ts';
import { profileStages, reportStages } from './profile-stages.ts';
import { readBuildFlags, type BuildFlags } from './read-build-flags.ts';
import { readQueue } from './read-queue.ts';
import { reportFiles } from './report-files.ts';
import { printJson } from './print-json.ts';
import { showProgress, type Progress } from './show-progress.ts';
import { tallyRun } from './tally-run.ts';
import { tellReport } from './tell-report.ts';
import type { Terminal } from './terminal.ts';
import { withWorkingFolder } from './working-folder.ts';

/** Runs `tagleaf build`: files and what they come to on standard output, progress and messages on standard error. */
export async function buildCommand(
  inputs: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const began = clock.now();
  const tally = tallyRun();
  const profile = flags.profileStages === true ? profileStages() : undefined;
  const build = (progress: Progress): Promise<BuildReport> =>
    buildOnce(inputs, flags, { ...progress, terminal, measure: profile?.measure });
  const answer = (report: BuildReport): void => {
    const { verbose = false, json = false } = flags;
    const seconds = (clock.now().getTime() - began.getTime()) / 1000;
    const told = terminal.watched ? { seconds, facts: tally.state() } : {};
    terminal.out(json ? printJson(report) : reportFiles(report, { verbose, ...told }));
  };
  if (flags.jsonProgress !== true) {
    const report = await build(showProgress(tally, terminal));
    tellReport(report, flags, terminal);
    answer(report);
    if (profile) terminal.err(reportStages(profile.costs()));
    return exitCodeOfReport(report);
  }
  const progress = printProgress(tally, terminal);
  try {
    const report = await build(progress);
    if (profile) progress.stages(profile.costs());
    progress.finish(report, exitCodeOfReport(report));
    answer(report);
    return exitCodeOfReport(report);
  } catch (error) {
    // Who reads events reads nothing else.
    const told = withWorkingFolder(error);
    progress.fail(describeError(told).trimEnd(), exitCodeOfError(told));
    return exitCodeOfError(told);
  }
}

interface Measured {
  readonly measure: Measure | undefined;
}

async function buildOnce(
  inputs: readonly string[],
  flags: BuildFlags,
  { onEvent, end, terminal, measure }: Progress & Measured & { readonly terminal: Terminal },
): Promise<BuildReport> {
  try {
    const { options, request: asked } = readBuildFlags(inputs, flags);
    // What threads do is not seen from here.
    const request = measure ? { ...asked, workers: 0 } : asked;
    const { createTagleaf } = await import('../publish/create-tagleaf.ts');
    const openMaker = await readQueue(flags, terminal);
    const tagleaf = await createTagleaf(flags.config, options, { ...(measure && { measure }), openMaker });
    const onProgress = boundingHeap(onEvent, process.versions.node);
    return await interruptible((signal) => tagleaf.build({ ...request, signal, onProgress }));
  } finally {
    end();
  }
}
