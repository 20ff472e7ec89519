import type { DateOrder } from '../document/read-date.ts';
import type { InputFile } from './input/input-record.ts';

/** A file or a folder that is no input. */
export interface OtherFile {
  /** As the user would name it, with `/` between the parts. */
  readonly file: string;
  readonly absolutePath: string;
  /** Why it is not read, where that is not for what it is. */
  readonly why?: string;
}

/** What a run takes in, and where it puts the posts. */
export interface IntakeOptions {
  readonly inputs: readonly InputFile[];
  /** What else the folders hold: it is not read, but has its row. */
  readonly others?: readonly OtherFile[];
  /** The folder for the posts. */
  readonly out: string;
  readonly cwd: string;
  readonly agency?: string | undefined;
  readonly lang?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly encoding?: string | undefined;
  /** Of captures of several pages, the address of the one that is taken in. */
  readonly url?: string | undefined;
  /** Whether the input is copied beside its post, to `captures/`; else the post only names it. */
  readonly copies: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** Overwrites posts that are there. */
  readonly force: boolean;
  /** Most bytes of one input, and of one picture. */
  readonly inputBytes: number;
  readonly imageBytes: number;
  /** Whether rows keep the text of their inputs and its spans. */
  readonly accounts: boolean;
  /** Writes a file whole or not at all; its folder is made where it is missing. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}
