/** The process was asked to end. Exit code 130. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  constructor() {
    super('interrupted; each file that was written is whole');
  }
}
