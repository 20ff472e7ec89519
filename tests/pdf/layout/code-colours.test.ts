import { expect, test } from 'vitest';
import { UsageError } from '../../../src/diagnostics/errors.ts';
import type { DisplayList, RunMark } from '../../../src/pdf/layout/display-list.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import { baseThemeFinder } from '../../../src/project/find-base-theme.ts';
import { join } from 'node:path';
import { temporaryFolder } from '../../publish/temporary-folder.ts';
import { layOutPost, theme } from './lay-out-post.ts';

const post = '---\ntitle: T\nlang: en\n---\n\n```js\nconst a = "b";\n\treturn 12; // all\n```\n';
const colours = {
  ...theme,
  syntax: { comment: [90, 0, 0], keyword: [0, 90, 0], string: [0, 0, 90] },
} as const;

const runsOf = ({ pages }: DisplayList): readonly RunMark[] =>
  pages.flatMap(({ placed }) =>
    placed.flatMap(({ marks }) =>
      marks.filter((mark) => mark.type === 'run' && mark.slot?.elem.role !== 'H1'),
    ),
  ) as readonly RunMark[]; // nothing else is kept
const wordsOf = (runs: readonly RunMark[]): string =>
  runs.flatMap((mark) => mark.runs.map(({ text }) => mark.actualText ?? text)).join('');

test('code has the colours of the theme, and the words, places and tags that it has without', () => {
  const [plain, shown] = [runsOf(layOutPost(post).list), runsOf(layOutPost(post, { theme: colours }).list)];
  const ofColour = (colour: readonly number[]): string =>
    wordsOf(shown.filter((run) => run.colour === colour));
  expect(ofColour(colours.syntax.keyword)).toBe('constreturn');
  expect(ofColour(colours.syntax.string)).toBe('"b"');
  expect(ofColour(colours.syntax.comment)).toBe('// all');
  expect(new Set(plain.map(({ colour }) => colour)).size).toBe(1);
  expect(wordsOf(shown)).toBe(wordsOf(plain));
  const placeOf = (text: string, runs: readonly RunMark[]): readonly unknown[] =>
    runs.filter((run) => wordsOf([run]).startsWith(text)).map(({ x, y, slot }) => [x, y, slot?.elem.role]);
  expect(placeOf('const', shown)).toEqual(placeOf('const', plain));
  expect(placeOf('return', shown)).toEqual(placeOf('return', plain));
});

test('colours of code that cannot be read on its ground are refused', async () => {
  const text = "name: t\nextends: standard\nsyntax: { comment: '#4d4d4d', string: '#888888' }\n";
  const cwd = await temporaryFolder({ 't.yaml': text });
  const findBase = baseThemeFinder({ cwd, templates: undefined, themeAsFiled: false });
  await expect(readTheme(join(cwd, 't.yaml'), { name: 't.yaml', findBase })).rejects.toThrow(
    new UsageError(
      't.yaml:3:31: the contrast of `syntax.string` on `colours.code` is 3.22:1; it has to be 4.5:1 or more: make one of them darker or lighter',
    ),
  );
});
