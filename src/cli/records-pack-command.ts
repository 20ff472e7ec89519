import { UsageError } from '../diagnostics/errors.ts';
import { packRecord, type PackOptions, type PackReport } from '../records/store/pack-record.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { reportMessages } from './report-messages.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records pack` as they were typed. */
export interface PackFlags {
  readonly store: string;
  readonly collection?: string;
  readonly reports?: string;
  readonly supersedes?: string;
  readonly by?: string;
  readonly renderTo?: string;
  readonly config?: string;
  readonly page?: string;
  readonly theme?: string;
  readonly json?: boolean;
}

/** Runs `tagleaf records pack`: one line on standard output says what was filed where, messages go to standard error. */
export async function packCommand(
  post: string | undefined,
  flags: PackFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json, page, ...rest } = flags;
  if (page !== undefined && page !== 'letter' && page !== 'a4') {
    throw new UsageError(`--page takes letter or a4, not \`${page}\``);
  }
  const options: PackOptions = { ...rest, ...(page && { page }), ...(post !== undefined && { post }) };
  const report = await packRecord(options, { now: () => new Date() });
  terminal.err(reportMessages(report.messages, { colour: terminal.colour }));
  terminal.out(json === true ? `${JSON.stringify(report, null, 2)}\n` : sentence(report, flags));
  return report.outcome === 'refused' ? exitCodes.post : exitCodes.good;
}

function sentence({ outcome, record, version, bag }: PackReport, { store, renderTo }: PackFlags): string {
  switch (outcome) {
    case 'filed':
      return `filed ${record}, version ${version}: ${store}/${bag}\n`;
    case 'already-filed':
      return `already filed: ${store}/${bag}\n`;
    case 'rendered':
      return `rendered ${record} to ${renderTo}; nothing was filed\n`;
    case 'refused':
      return 'nothing was filed\n';
  }
}
