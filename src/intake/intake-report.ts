import type { Message } from '../diagnostics/message.ts';
import type { AddressRow } from './account-addresses.ts';
import type { InputFacts, InputSpan } from './input/input-record.ts';

/** What became of one input. */
export interface IntakeRow {
  readonly input: string;
  /** Of a page of a capture that holds several, its address. */
  readonly address?: string;
  readonly status: 'written' | 'needs attention' | 'duplicate' | 'skipped' | 'picture' | 'not read';
  /** The post, where there is one; of a duplicate the post that says the same, of a picture the first that shows it. */
  readonly post?: string;
  readonly reasons: readonly string[];
  readonly facts?: InputFacts;
  /** The decoded input (of HTML its words in tree order), and what became of each part of it. */
  readonly stream?: string;
  readonly spans?: readonly InputSpan[];
}

/** What became of a file, and of each thing that was captured in it. */
export interface TakenFile {
  readonly rows: readonly IntakeRow[];
  readonly addresses: readonly AddressRow[];
}

/** What became of the inputs of a run. */
export interface IntakeReport {
  readonly rows: readonly IntakeRow[];
  /** What became of each thing that the captures hold. */
  readonly addresses: readonly AddressRow[];
  readonly messages: readonly Message[];
  /** What the world did not allow: inputs that cannot be read. */
  readonly failures: readonly IntakeFailure[];
}

/** An input that could not be read, and why. */
export interface IntakeFailure {
  readonly input: string;
  readonly reason: string;
}
