import type { BuildReport } from '../publish/build-report.ts';
import { checkPosts } from '../publish/check-posts.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfReport } from './exit-code-of.ts';
import { reportFailures } from './report-failures.ts';
import { readDay } from './read-day.ts';
import { reportLeftOut } from './report-left-out.ts';
import { printJson } from './print-json.ts';
import { reportMessages, type ReportLook } from './report-messages.ts';
import { reportSarif } from './report-sarif.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf check` as they were typed. */
export interface CheckFlags {
  readonly config?: string;
  readonly format?: string;
  readonly fix?: boolean;
  readonly allowPlugins?: boolean;
  readonly drafts?: boolean;
  readonly asOf?: string;
  readonly collection?: readonly string[] | true;
  readonly verbose?: boolean;
}

/** Runs `tagleaf check`: what the rules say on standard output; what `--fix` changed and what failed on standard error. */
export async function checkCommand(
  inputs: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { config, format = 'text', fix = false, allowPlugins = false, drafts, asOf, collection } = flags;
  const { verbose = false } = flags;
  const print = Object.hasOwn(printers, format) ? printers[format] : undefined;
  if (!print) throw new UsageError(`--format takes text, json or sarif, not \`${format}\``);
  const { report, patch } = await checkPosts(
    {
      inputs,
      allowPlugins,
      ...(config !== undefined && { config }),
      ...(drafts !== undefined && { drafts }),
      ...(asOf !== undefined && { asOf: readDay(asOf, '--as-of') }),
      ...(collection !== undefined && { collections: collection }),
    },
    { fix },
  );
  terminal.err(patch);
  // JSON needs no colours, and its names stay exact.
  (format === 'text' ? terminal.styled : terminal).out(print(report, { colour: terminal.colour, verbose }));
  terminal.err(reportLeftOut(report.messages));
  terminal.err(reportFailures(report.failures, report.version));
  return exitCodeOfReport(report);
}

const printers: Readonly<Record<string, (report: BuildReport, look: ReportLook) => string>> = {
  text: (report, look) => reportMessages(report.messages, { ...look, all: '--verbose or --format json' }),
  json: (report) => printJson(report),
  sarif: reportSarif,
};
