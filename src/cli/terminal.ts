import { exitCodes } from '../diagnostics/exit-codes.ts';
import { withoutControls } from './without-controls.ts';

/** Where a process prints, and in which look. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard error takes colours and lines that are drawn over (https://no-color.org). */
  readonly colour: boolean;
  readonly live: boolean;
  /** Whether a person watches standard output: only there may it say what is another in every run, as how long it took. */
  readonly watched: boolean;
  /** How wide the terminal is now, where standard error is one. */
  readonly columns: () => number;
}

/**
 * Where a command prints: text comes out without the control characters that names of files and words of others may hold. What has
 * colours, or is drawn over, goes through `styled` as it is.
 */
export interface Terminal extends Streams {
  readonly styled: Pick<Streams, 'out' | 'err'>;
  /** Draws a line over the one before, where lines are drawn over (`live`); an empty one takes it away, as does whatever is printed. */
  readonly status: (line: string) => void;
}

/** Goes to the begin of the line, and takes away what stands behind the cursor (ECMA-48: CR, EL). */
const [lineBegin, clearRest] = ['\r', '\u001B[K'];

/** The terminal of a command on the streams of its process. */
export function terminalOn(streams: Streams): Terminal {
  let drawn = '';
  // What was there is written over in one go, so that nothing flickers.
  const status = (line: string): void => {
    if (streams.live && line !== drawn) streams.err(`${lineBegin}${line}${clearRest}`);
    drawn = line;
  };
  const alone =
    (write: (text: string) => void) =>
    (text: string): void => {
      if (text !== '') status('');
      write(text);
    };
  const styled = { out: alone(streams.out), err: alone(streams.err) };
  return {
    ...streams,
    out: (text) => styled.out(printable(text)),
    err: (text) => styled.err(printable(text)),
    styled,
    status,
  };
}

/** Lines of text, fit for a terminal: as `withoutControls`, but line ends and tabs stay. */
function printable(text: string): string {
  return text.replace(/[^\t\r\n]+|\r(?!\n)/gu, withoutControls);
}

/**
 * The streams of this process. A reader that goes away early, as `head` does, is no failure. Where nothing can be written, as to a
 * full disk, the work goes on, and the process ends with the exit code of `resource` at least.
 */
export function processStreams(): Streams {
  const tellUnwritten = unwrittenTold();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') tellUnwritten(stream === process.stdout, error);
    });
  }
  const live = process.stderr.isTTY === true;
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: live && !noColour,
    live: live && process.env['TERM'] !== 'dumb',
    watched: process.stdout.isTTY === true,
    columns: () => process.stderr.columns || usualColumns,
  };
}

/** Of a terminal that does not say how wide it is. */
const usualColumns = 80;

/** A function that tells a failure of either stream once, and sees to the exit code. */
function unwrittenTold(): (isOutput: boolean, error: Error) => void {
  let isTold = false;
  return (isOutput, error) => {
    if (isTold) return;
    isTold = true;
    if (isOutput) process.stderr.write(`tagleaf: Cannot write to standard output: ${error.message}\n`);
    process.on('exit', (code) => {
      process.exitCode = Math.max(code, exitCodes.resource.code);
    });
  };
}
