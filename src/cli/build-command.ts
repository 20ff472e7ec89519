import type { BuildOptions, BuildProgress } from '../project/build-options.ts';
import { openTagleaf } from '../publish/open-tagleaf.ts';
import type { BuildRequest, OpenOptions } from '../publish/tagleaf.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfReport } from './exit-code-of.ts';
import { reportFailures } from './report-failures.ts';
import { clock } from './answer-records.ts';
import { reportFiles } from './report-files.ts';
import { readDay } from './read-day.ts';
import { reportLeftOut } from './report-left-out.ts';
import { printJson } from './print-json.ts';
import { reportMessages } from './report-messages.ts';
import type { Terminal } from './terminal.ts';
import { withoutControls } from './without-controls.ts';

/** The flags of `tagleaf build` as they were typed. */
export interface BuildFlags {
  readonly out?: string;
  readonly format?: string;
  readonly page?: string;
  readonly theme?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly json?: boolean;
  readonly allowPlugins?: boolean;
  readonly drafts?: boolean;
  readonly force?: boolean;
  readonly asOf?: string;
  readonly collection?: readonly string[] | true;
  readonly pageList?: boolean;
  readonly catalogue?: boolean;
  readonly checkLinks?: boolean;
  readonly cache?: boolean;
  readonly verbose?: boolean;
}

/** Runs `tagleaf build`: files and what they come to on standard output, progress and messages on standard error. */
export async function buildCommand(
  inputs: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (inputs.includes('')) throw new UsageError('the name of an input is empty');
  const { format, page, theme, config, out, strict, verify, allowPlugins } = flags;
  const { collection, pageList, catalogue, checkLinks, drafts, asOf, force } = flags;
  const options: OpenOptions = {
    ...(page !== undefined && { page: readPage(page) }),
    ...(theme !== undefined && { theme }),
    ...(allowPlugins !== undefined && { allowPlugins }),
  };
  const request: BuildRequest = {
    inputs,
    cache: flags.cache !== false,
    ...(format !== undefined && { formats: readFormats(format) }),
    ...(out !== undefined && { out }),
    ...(strict !== undefined && { strict }),
    ...(verify !== undefined && { verify }),
    ...(collection !== undefined && { collections: collection }),
    ...(pageList !== undefined && { pageList }),
    ...(catalogue !== undefined && { catalogue }),
    ...(checkLinks !== undefined && { checkLinks }),
    ...(drafts !== undefined && { drafts }),
    ...(force !== undefined && { force }),
    ...(asOf !== undefined && { asOf: readDay(asOf, '--as-of') }),
    ...(terminal.live && { onProgress: (progress) => terminal.styled.err(progressLine(progress)) }),
  };
  const began = clock.now();
  const tagleaf = await openTagleaf(config, options);
  const report = await tagleaf.build(request).finally(() => terminal.live && terminal.styled.err(clearLine));
  const { verbose = false, json = false } = flags;
  const all = '--verbose or --json';
  terminal.styled.err(reportMessages(report.messages, { colour: terminal.colour, verbose, all }));
  terminal.err(reportLeftOut(report.messages));
  terminal.err(reportFailures(report.failures, report.version));
  const seconds = terminal.watched ? { seconds: (clock.now().getTime() - began.getTime()) / 1000 } : {};
  terminal.out(json ? printJson(report) : reportFiles(report, { verbose, ...seconds }));
  return exitCodeOfReport(report);
}

const clearLine = '\r\u001B[K';

function progressLine({ number, total, post }: BuildProgress): string {
  return `${clearLine}[${number}/${total}] ${withoutControls(post).slice(0, 60)}`;
}

function readFormats(text: string): readonly Format[] {
  return text.split(',').map((word) => {
    const name = word.trim();
    if (name === 'pdf' || name === 'epub') return name;
    throw new UsageError(`--format takes pdf, epub or both with a comma, not \`${text}\``);
  });
}

function readPage(text: string): NonNullable<BuildOptions['page']> {
  if (text === 'letter' || text === 'a4') return text;
  throw new UsageError(`--page takes letter or a4, not \`${text}\``);
}
