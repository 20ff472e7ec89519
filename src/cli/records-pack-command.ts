import { resolve } from 'node:path';
import { findPosts } from '../project/find-posts.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { HoldState } from '../ledger/ledger-state.ts';
import { packRecord, startPacking, type PackOptions, type PackReport } from '../filing/pack-record.ts';
import { exitCodeOf, type ExitCode, type ExitName } from '../diagnostics/exit-codes.ts';
import { exitsOf } from './exit-code-of.ts';
import { reportPassedOver } from '../publish/report-passed-over.ts';
import { reportLeftOut } from './report-left-out.ts';
import { printJson } from './print-json.ts';
import { reportMessages } from './report-messages.ts';
import type { Terminal } from './terminal.ts';
import { actorOf, clock } from './answer-records.ts';

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
  readonly requireCapture?: boolean;
  readonly drafts?: boolean;
  readonly allowPlugins?: boolean;
  readonly json?: boolean;
}

/**
 * Runs `tagleaf records pack`: one line on standard output for each post says what was filed where, messages go to standard
 * error. A post that is not filed does not stop the others.
 */
export async function packCommand(
  posts: readonly string[],
  flags: PackFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json, page, ...rest } = flags;
  if (page !== undefined && page !== 'letter' && page !== 'a4') {
    throw new UsageError(`--page takes letter or a4, not \`${page}\``);
  }
  if (posts.length > 0 === (flags.collection !== undefined)) {
    throw new UsageError('name posts, or one collection with --collection');
  }
  if (flags.requireCapture === true && flags.collection !== undefined)
    throw new UsageError('--require-capture is for posts: no captures are filed with a collection');
  const options: PackOptions = { ...rest, ...(page && { page }) };
  const running = await startPacking(options);
  const inputs = flags.collection === undefined ? await findInputs(posts, flags, terminal) : [{}];
  const actor = actorOf(flags.by);
  const reports: PackReport[] = [];
  const told = new Set<string>();
  for (const input of inputs) {
    const report = await packRecord({ ...options, ...input }, { ...clock, running, actor });
    reports.push(report);
    terminal.styled.err(reportMessages(report.messages, { colour: terminal.colour, told }));
    if (json !== true) terminal.out(sentence(report, flags));
  }
  if (json === true) terminal.out(printJson(reports));
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  return exitCodeOf(refused.flatMap(({ messages }): ExitName[] => ['post', ...exitsOf(messages)]));
}

function heldLine({ id, matter, authority }: HoldState): string {
  return `  held by ${id}: ${matter}, under ${authority}\n`;
}

function sentence(
  { outcome, record, version, bag, disposed, holds = [] }: PackReport,
  { store, renderTo }: PackFlags,
): string {
  switch (outcome) {
    case 'filed':
      return `filed ${record}, version ${version}: ${store}/${bag}\n${holds.map(heldLine).join('')}`;
    case 'already-filed':
      if (disposed === undefined) return `already filed: ${store}/${bag}\n`;
      return `was filed as ${bag}, and disposed of at ${disposed.at}; nothing was filed. What is left of it: ${store}/${disposed.tombstone}\n`;
    case 'rendered':
      return `rendered ${record} to ${renderTo}; nothing was filed\n`;
    case 'refused':
      return 'nothing was filed\n';
  }
}

async function findInputs(
  names: readonly string[],
  { drafts = false }: PackFlags,
  terminal: Terminal,
): Promise<readonly { readonly post: string }[]> {
  const inputs = names.map((name) => ({ name, path: resolve(name) }));
  const { files, passedOver, unreadable } = await findPosts(inputs, { cwd: process.cwd(), drafts });
  // What is filed of a folder is all of it.
  if (unreadable[0]) throw unreadable[0].error;
  terminal.err(reportLeftOut(reportPassedOver(passedOver)));
  return files.map(({ absolutePath }) => ({ post: absolutePath }));
}
