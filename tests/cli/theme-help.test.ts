import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { themeHelp } from '../../src/cli/theme-help.ts';

test('`--help` names the themes that come with Tagleaf, and no other', () => {
  const names = readdirSync('templates/pdf').flatMap((name) => /^(.+)\.yaml$/u.exec(name)?.[1] ?? []);
  const [named = ''] = themeHelp.split(' (the default)');
  expect(named.split(/, | or /u)).toEqual(names.toSorted());
});
