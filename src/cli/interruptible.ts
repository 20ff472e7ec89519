import { InterruptedError } from './interrupted-error.ts';
import { exitCodes } from '../diagnostics/exit-codes.ts';

/** What asks a process to end: Ctrl-C, and who runs it. */
const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does work that ends when the process is asked to: its signal is aborted with an InterruptedError. Who asks twice does not wait for
 * what is being written.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted.code);
    controller.abort(new InterruptedError());
  };
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
