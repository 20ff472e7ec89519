import { InternalError, ResourceError, UsageError } from './errors.ts';

/** An error as plain data: a structured clone of one forgets what it was. */
export interface PlainError {
  readonly type: 'usage' | 'resource' | 'internal' | 'other';
  readonly message: string;
  readonly stack: string | undefined;
  /** Of `resource`: what could not be had; of `internal`: the stage. */
  readonly at: string;
  readonly cause: { readonly message: string; readonly code: unknown } | undefined;
}

/** What was thrown, as plain data. */
export function plainError(error: unknown): PlainError {
  const { message, stack, cause } = error instanceof Error ? error : new Error(String(error));
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return {
    ...kindOf(error),
    message,
    stack,
    cause: cause instanceof Error ? { message: cause.message, code } : undefined,
  };
}

function kindOf(error: unknown): Pick<PlainError, 'type' | 'at'> {
  if (error instanceof UsageError) return { type: 'usage', at: '' };
  if (error instanceof ResourceError) return { type: 'resource', at: error.path };
  if (error instanceof InternalError) return { type: 'internal', at: error.stage };
  return { type: 'other', at: '' };
}

/** The error that plain data was made of: of the same class, with its stack. */
export function errorOfPlain({ type, message, stack, at, cause: told }: PlainError): Error {
  const cause = told && Object.assign(new Error(told.message), { code: told.code });
  const error = makers[type](message, at, cause);
  if (stack !== undefined) error.stack = stack;
  return error;
}

const makers: Readonly<Record<PlainError['type'], (message: string, at: string, cause: unknown) => Error>> = {
  usage: (message) => new UsageError(message),
  resource: (message, path, cause) => new ResourceError(message, { path, cause }),
  internal: (message, stage, cause) => new InternalError(message, { stage, cause }),
  other: (message, _, cause) => new Error(message, { cause }),
};
