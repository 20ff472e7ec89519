import { UsageError } from '../diagnostics/errors.ts';
import type { ExpectedHead } from '../verify/check-ledger.ts';
import type { UnfinishedWork, VerifyFinding } from '../verify/verify-finding.ts';
import { verifyPath, type PathReport } from '../verify/verify-path.ts';
import { verifyStore, type StoreReport } from '../verify/verify-store.ts';
import { answerRecords, clock, openStoreOf } from './answer-records.ts';
import { counted } from './counted.ts';
import { describeFindings } from './describe-findings.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records verify` as they were typed. */
export interface VerifyFlags {
  readonly store?: string;
  readonly all?: boolean;
  readonly olderThan?: string;
  readonly expectHead?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** Runs `tagleaf records verify`: exit code 15 where something is not what was filed. */
export async function verifyCommand(
  bag: string | undefined,
  flags: VerifyFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { store, all = false, olderThan, expectHead } = flags;
  if (all === (bag !== undefined))
    throw new UsageError('name one bag, or a whole store with --all --store DIR');
  if (expectHead !== undefined && !/^[0-9a-f]{64}$/u.test(expectHead))
    throw new UsageError('--expect-head takes the 64 hexadecimal digits of a head');
  const head = expectHead === undefined ? {} : { expectHead };
  return answerRecords(flags, terminal, async () => {
    if (bag !== undefined) {
      if (olderThan !== undefined) throw new UsageError('--older-than belongs to --all');
      const report = await verifyPath({ path: bag, ...head, ...(store === undefined ? {} : { store }) });
      return { json: report, text: describePath(report), code: codeOf(report) };
    }
    if (store === undefined) throw new UsageError('--all needs --store DIR');
    const by = flags.by === undefined ? {} : { by: flags.by };
    const days = olderThan === undefined ? {} : { olderThanDays: readDays(olderThan) };
    const report = await verifyStore({ store: await openStoreOf({ store, ...by }), ...days, ...head }, clock);
    return { json: report, text: describeStore(report), code: codeOf(report) };
  });
}

function codeOf({ sound }: { readonly sound: boolean }): ExitCode {
  return sound ? exitCodes.good.code : exitCodes.integrity.code;
}

function readDays(text: string): number {
  const [, days] = /^(\d{1,5})d$/u.exec(text) ?? [];
  if (days === undefined)
    throw new UsageError(`--older-than takes a number of days such as 90d, not \`${text}\``);
  return Number(days);
}

function describePath(report: PathReport): string {
  const against =
    report.store === undefined
      ? 'It was not held against a ledger: it is in no store.\n'
      : `It was held against the ledger of ${report.store}. Nothing was written.\n`;
  return [
    describeFindings(report.findings),
    `${report.bag}: ${counted(report.files, 'file')}, ${counted(report.bytes, 'byte')} read\n`,
    against,
    describeHead(report.expectedHead),
    verdict(report.findings),
  ].join('');
}

function describeStore(report: StoreReport): string {
  const { checked, skipped, bags, files, bytes, head, audit } = report;
  const rest = skipped.length === 0 ? '' : `; ${skipped.length} found good not long ago and left out`;
  return [
    describeFindings(report.findings),
    ...report.unfinished.map(unfinishedLine),
    `${report.store}: ${counted(checked.length, 'record')}, ${counted(bags, 'bag')}, ${counted(files, 'file')}, ${counted(bytes, 'byte')} read${rest}\n`,
    `ledger: ${counted(head.count, 'line')}, head ${head.hash}\n`,
    describeHead(report.expectedHead),
    describeAudit(audit),
    verdict(report.findings),
  ].join('');
}

function describeAudit(audit: StoreReport['audit']): string {
  if ('because' in audit) return `The audit was not entered in the ledger: ${audit.because}.\n`;
  const { count, hash } = audit.head;
  return `The audit was entered in the ledger. The head to keep outside the store is now that of line ${count}: ${hash}\n`;
}

function unfinishedLine({ reason, cure }: UnfinishedWork): string {
  return `unfinished: ${reason}. ${cure}\n`;
}

function describeHead(head: ExpectedHead | undefined): string {
  if (head === undefined)
    return 'Whoever can rewrite the whole store is caught only by a head kept outside it: --expect-head.\n';
  if (head.line === undefined) return '';
  const rest =
    head.line === head.lines
      ? 'the last'
      : `the ${head.lines - head.line} after it are proved by the chain alone`;
  return `The head kept outside is that of line ${head.line}: ${rest}.\n`;
}

function verdict(findings: readonly VerifyFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`;
  return errors === 0 ? `sound: ${counts}\n` : `NOT sound: ${counts}\n`;
}
