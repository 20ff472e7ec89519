import type { BuildReport } from '../publish/build-report.ts';
import { reportFailures } from './report-failures.ts';
import { reportLeftOut } from './report-left-out.ts';
import { reportMessages } from './report-messages.ts';
import type { Terminal } from './terminal.ts';

/** Prints what is to be said of posts, and what failed, for people. */
export function tellReport(
  { messages, failures, version }: Pick<BuildReport, 'messages' | 'failures' | 'version'>,
  { verbose = false }: { readonly verbose?: boolean },
  terminal: Terminal,
): void {
  const all = '--verbose or --json';
  terminal.styled.err(reportMessages(messages, { colour: terminal.colour, verbose, all }));
  terminal.err(reportLeftOut(messages));
  terminal.err(reportFailures(failures, version));
}
