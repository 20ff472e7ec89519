/** The world failed: a file, a font, a program is missing or unreadable. Exit code 3. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError';
  /** What could not be had. */
  readonly path: string;
  constructor(message: string, options: { path: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.path = options.path;
  }
}

/** The command line or the configuration is wrong. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** We failed: a defect of Tagleaf, never of the post. Exit code 70. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
  /** The stage that failed, for instance `pdf/layout`. */
  readonly stage: string;
  constructor(message: string, options: { stage: string; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.stage = options.stage;
  }
}
