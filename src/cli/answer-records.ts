import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfRefusals } from '../ledger/refusal.ts';
import { RefusedError } from '../store/refused-error.ts';
import { printJson } from './print-json.ts';
import { explainRefusal, reportRefusals } from './report-refusals.ts';
import type { Terminal } from './terminal.ts';

/** What a command on records prints: an object for machines or text for people, and its exit code where that is not 0. */
export interface RecordsAnswer {
  readonly json: unknown;
  readonly text: string;
  readonly code?: ExitCode;
}

/** The flags of every command on a store. */
export interface StoreFlags {
  readonly store: string;
  readonly json?: boolean;
}

/** Runs a command on records and prints its answer, or why it was refused, in the form that was asked for. */
export async function answerRecords(
  { json }: { readonly json?: boolean },
  terminal: Terminal,
  work: () => Promise<RecordsAnswer>,
): Promise<ExitCode> {
  try {
    const answer = await work();
    terminal.out(json === true ? printJson(answer.json) : answer.text);
    return answer.code ?? exitCodes.good.code;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    if (json === true) terminal.out(printJson({ refusals: error.refusals.map(explainRefusal) }));
    else terminal.err(reportRefusals(error.refusals));
    return exitCodeOfRefusals(error.refusals);
  }
}

/** The time of the commands. */
export const clock = { now: (): Date => new Date() } as const;
