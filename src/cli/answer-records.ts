import { userInfo } from 'node:os';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { exitCodeOfRefusals } from '../ledger/refusal.ts';
import { RefusedError } from '../store/refused-error.ts';
import type { Actor } from '../store/actor.ts';
import { openStore, type Store } from '../store/store.ts';
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
  /** Who does it. */
  readonly by?: string;
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

/** Opens the store that was named, for whoever says that it is they, or else for the account of the machine. */
export function openStoreOf({ store, by }: StoreFlags): Promise<Store> {
  return openStore(store, { actor: actorOf(by) });
}

/** Who does what was asked. */
export function actorOf(by: string | undefined): Actor {
  return by === undefined ? { name: account.name(), isAccount: true } : { name: by, isAccount: false };
}

/** The account under which the program runs. */
export const account = {
  name: (): string => {
    try {
      return userInfo().username;
    } catch {
      // An account without a name, as in some containers.
      return 'unknown';
    }
  },
};

/** The time of the commands. */
export const clock = { now: (): Date => new Date() } as const;
