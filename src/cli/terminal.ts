/** Where a command prints, and in which look. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard error takes colours and lines that are drawn over (https://no-color.org). */
  readonly colour: boolean;
  readonly live: boolean;
}

/** The terminal of this process. A reader that goes away early, as `head` does, is no failure. */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const live = process.stderr.isTTY === true;
  const noColour = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: live && !noColour,
    live: live && process.env['TERM'] !== 'dumb',
  };
}
