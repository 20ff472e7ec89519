import { expect, test } from 'vitest';
import { InternalError, ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import { errorOfPlain, plainError } from '../../src/diagnostics/plain-error.ts';
import { errorCode } from '../../src/files/error-code.ts';

const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });

test.each([
  new UsageError('wrong'),
  new ResourceError('gone', { path: '/x' }),
  new ResourceError('full', { path: '/y', cause: full }),
  new InternalError('ours', { stage: 'pdf', cause: new Error('why') }),
  new TypeError('theirs'),
])('what is thrown in a worker is of its class, with all that it says, behind it: %s', (error) => {
  const there = errorOfPlain(structuredClone(plainError(error)));
  // An error of the engine stays an error, no more.
  expect(there.constructor).toBe(error instanceof TypeError ? Error : error.constructor);
  expect(there).toMatchObject({ message: error.message, stack: error.stack });
  if (error instanceof ResourceError) expect(there).toHaveProperty('path', error.path);
  if (error instanceof InternalError) expect(there).toHaveProperty('stage', error.stage);
  const { cause } = error;
  if (!(cause instanceof Error)) return;
  expect(there.cause).toMatchObject({ message: cause.message });
  expect(errorCode(there.cause)).toBe(errorCode(cause));
});

test('a clone of an error alone forgets its class: so it is made plain', () => {
  expect(structuredClone(new UsageError('wrong'))).not.toBeInstanceOf(UsageError);
});

test('what is no error is one behind it', () => {
  expect(errorOfPlain(plainError('words'))).toMatchObject({ message: 'words' });
});
