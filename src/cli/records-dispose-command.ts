import { UsageError } from '../diagnostics/errors.ts';
import type { CarriedOut } from '../custody/carry-out.ts';
import { executeDisposal } from '../custody/execute-disposal.ts';
import { planDisposal, type WrittenPlan } from '../custody/plan-disposal.ts';
import { resumeDisposal } from '../custody/resume-disposal.ts';
import { answerRecords, clock, openStoreOf, type StoreFlags } from './answer-records.ts';
import { counted } from './counted.ts';
import type { ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfRefusals } from '../ledger/refusal.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf records dispose plan` as they were typed. */
export type DisposePlanFlags = StoreFlags;

/** The flags of `tagleaf records dispose execute` as they were typed. */
export interface DisposeExecuteFlags extends StoreFlags {
  readonly approval?: string;
  readonly resume?: boolean;
}

/** Runs `tagleaf records dispose plan`. */
export async function disposePlanCommand(
  records: readonly string[],
  flags: DisposePlanFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return answerRecords(flags, terminal, async () => {
    const plans = await planDisposal({ store: await openStoreOf(flags), records }, clock);
    const none = 'No record may go today; `tagleaf records due` says why.\n';
    return { json: plans, text: plans.length === 0 ? none : plans.map(describePlan).join('') };
  });
}

/** Runs `tagleaf records dispose execute`. A record that was put back while a disposal was resumed has exit code 10 to 13. */
export async function disposeExecuteCommand(
  flags: DisposeExecuteFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const { approval, resume = false } = flags;
  if (resume === (approval !== undefined))
    throw new UsageError('name an approval with --approval, or finish with --resume');
  return answerRecords(flags, terminal, async () => {
    const store = await openStoreOf(flags);
    const done =
      approval === undefined
        ? await resumeDisposal({ store }, clock)
        : [await executeDisposal({ store, approval }, clock)];
    const none = 'No disposal is unfinished.\n';
    return {
      json: done,
      text: done.length === 0 ? none : done.map(describeDone).join(''),
      code: codeOf(done),
    };
  });
}

function codeOf(done: readonly CarriedOut[]): ExitCode {
  return exitCodeOfRefusals(done.flatMap(({ withdrawn }) => withdrawn.flatMap(({ refusals }) => refusals)));
}

function describePlan({ plan, sha256, path }: WrittenPlan): string {
  const records = plan.records.flatMap(({ record, title, versions }) => [
    `  ${record}: ${title}; no hold\n`,
    ...versions.flatMap(({ version, bag, bytes, files, tagManifestSha512, arithmetic }) => [
      `    version ${version}: ${bag}, ${counted(files, 'file')}, ${counted(bytes, 'byte')}\n`,
      ...arithmetic.map((step) => `      ${step}\n`),
      `      SHA-512 of tagmanifest-sha512.txt: ${tagManifestSha512}\n`,
    ]),
  ]);
  const ids = plan.records.map(({ record }) => record).join(', ');
  return [
    `plan ${path}\n`,
    `  made on ${plan.madeOn?.day ?? plan.made.slice(0, 10)} (${plan.madeOn?.zone ?? 'UTC'})\n`,
    `  under ${plan.authority}; ${counted(plan.records.length, 'record')}, ${counted(plan.bytes, 'byte')}\n`,
    ...records,
    'Nothing was deleted. To approve it, a person writes a file with these lines and gives it to `tagleaf records dispose execute --approval FILE`:\n',
    `plan_sha256: ${sha256}\napprover: \nauthority: ${JSON.stringify(plan.authority)}\ndate: \nrecords: [${ids}]\n`,
  ].join('');
}

function describeDone({ planSha256, disposed, withdrawn }: CarriedOut): string {
  return [
    ...disposed.map(({ bag, tombstone }) => `disposed of ${bag}; tombstone ${tombstone}\n`),
    ...withdrawn.map(
      ({ record, refusals }) => `kept ${record}: ${refusals.map(({ why }) => why).join('; ')}\n`,
    ),
    `plan ${planSha256} is finished\n`,
  ].join('');
}
