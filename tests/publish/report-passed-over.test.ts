import { expect, test } from 'vitest';
import type { PassedOver } from '../../src/project/find-files.ts';
import { reportPassedOver } from '../../src/publish/report-passed-over.ts';

const told = (passedOver: readonly PassedOver[]): readonly string[] =>
  reportPassedOver(passedOver).map(({ file, severity, reason }) => `${severity} ${file}: ${reason}`);

test('a name is told once, with how often it occurs', () => {
  expect(
    told([
      { file: 'a/node_modules', why: 'packages' },
      { file: 'b/node_modules', why: 'packages' },
      { file: '_x.md', why: 'underscore' },
      { file: 'c/node_modules', why: 'packages' },
      { file: 'c/_x.md', why: 'link' },
    ]),
  ).toEqual([
    'info a/node_modules: Not read, as 2 more of this name: installed packages stand there',
    'info _x.md: Not read: its name begins with `_`',
    'info c/_x.md: Not read: it is a symbolic link',
  ]);
});

test('of many names of a kind twenty are told, and how many more there are', () => {
  const many = Array.from({ length: 25 }, (_, n): PassedOver => ({ file: `_${n}.md`, why: 'underscore' }));
  expect(told(many.slice(0, 20))).toHaveLength(20);
  const lines = told([...many, { file: 'l.md', why: 'link' }]);
  expect(lines.slice(19)).toEqual([
    'info _19.md: Not read: its name begins with `_`',
    'info _20.md: Not read, as 4 more names: its name begins with `_`',
    'info l.md: Not read: it is a symbolic link',
  ]);
});

test('nothing is told where nothing was passed over', () => {
  expect(told([])).toEqual([]);
});
