import { expect, test } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.ts';
import { formatInstant, isInstant } from '../../src/files/instant.ts';

test.each([
  ['2024-05-06T07:08:09.999Z', '2024-05-06T07:08:09Z'],
  ['2024-05-06T23:08:09-05:00', '2024-05-07T04:08:09Z'],
  ['1969-12-31T23:59:59Z', '1969-12-31T23:59:59Z'],
  ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59Z'],
])('%s is written as %s', (text, written) => {
  expect(isInstant(new Date(text))).toBe(true);
  expect(formatInstant(new Date(text))).toBe(written);
});

test.each([['no date'], ['-000001-12-31T23:59:59Z'], ['+010000-01-01T00:00:00Z']])(
  '%s is refused',
  (text) => {
    const at = new Date(text);
    expect(isInstant(at)).toBe(false);
    expect(() => formatInstant(at)).toThrow(InternalError);
    expect(() => formatInstant(at)).toThrow('A date cannot be written');
  },
);
