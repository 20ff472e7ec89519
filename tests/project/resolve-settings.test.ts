import { expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { settingsOf } from '../../src/project/resolve-settings.ts';

const at = { cwd: '/project', base: '/project', name: 'tagleaf.yaml' };

test('a date that the files could not hold is refused at the door', () => {
  const dated = (sourceDate: Date): unknown => settingsOf({}, { sourceDate }, at).sourceDate;
  const last = new Date('9999-12-31T23:59:59Z');
  expect(dated(last)).toBe(last);
  expect(() => dated(new Date('+010000-01-01T00:00:00Z'))).toThrow(
    new UsageError('option `sourceDate` must be a date of the years 0 to 9999'),
  );
  expect(() => dated(new Date('none'))).toThrow('option `sourceDate` must be Date, not "Invalid Date"');
});
