import { readFileSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/diagnostics/errors.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { baseThemeFinder } from '../../../src/project/find-base-theme.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';

const standard = await readTheme('templates/pdf/standard.yaml');
const standardText = readFileSync('templates/pdf/standard.yaml', 'utf8');

/** The theme `t.yaml` among these files; its folder is the working folder. */
async function read(
  files: Readonly<Record<string, string>>,
  options: { readonly asFiled?: boolean; readonly file?: string } = {},
): Promise<Theme> {
  const cwd = await temporaryFolder(files);
  const { asFiled = false, file = 't.yaml' } = options;
  const findBase = baseThemeFinder({ cwd, templates: join(cwd, 'own'), themeAsFiled: asFiled });
  return readTheme(join(cwd, file), { name: file, findBase, asFiled });
}

describe('a theme that extends another', () => {
  test('has what it names, and all else of the other', async () => {
    const theme = await read({
      't.yaml':
        "name: mine\nextends: standard\ntype: { body: { sizePt: 13 } }\ncolours: { link: '#000080' }\n",
    });
    expect(theme).toEqual({
      ...standard,
      name: 'mine',
      type: { ...standard.type, body: { ...standard.type.body, sizePt: 13 } },
      colours: { ...standard.colours, link: [0, 0, 128] },
    });
  });

  test('has a list of its own in place of the other, and insets that it does not name', async () => {
    const theme = await read({
      't.yaml':
        'name: mine\nextends: ./b.yaml\ntype: { headings: [{ sizePt: 20, leadingPt: 24 }] }\ninsetsPt: { quote: 30 }\n',
      'b.yaml': 'name: b\nextends: standard\ninsetsPt: { quote: 9, cell: 7 }\n',
    });
    expect(theme.type.headings).toEqual([{ sizePt: 20, leadingPt: 24 }]);
    expect(theme.insetsPt).toEqual({ ...standard.insetsPt, quote: 30, cell: 7 });
    expect(theme).not.toHaveProperty('extends');
  });

  test('may have the name of one of ours and extend that', async () => {
    const files = { 'own/pdf/standard.yaml': 'name: standard\nextends: standard\nemphasis: bold\n' };
    expect(await read(files, { file: 'own/pdf/standard.yaml' })).toEqual({ ...standard, emphasis: 'bold' });
  });

  test.each([
    [
      'itself',
      { 't.yaml': 'name: t\nextends: ./t.yaml\n' },
      't.yaml:2:1: the themes extend each other: t.yaml → t.yaml; take one `extends` out',
    ],
    [
      'one that extends it',
      { 't.yaml': 'name: t\nextends: ./b.yaml\n', 'b.yaml': 'name: b\nextends: t.yaml\n' },
      'b.yaml:2:1: the themes extend each other: t.yaml → b.yaml → t.yaml; take one `extends` out',
    ],
    [
      'none that is there',
      { 't.yaml': 'name: t\nextends: standrad\n' },
      't.yaml:2:1: there is no theme `standrad`; known themes: compact, high-contrast, large-print, public-sans, standard',
    ],
    [
      'one outside',
      { 't.yaml': 'name: t\nextends: ../b.yaml\n' },
      't.yaml:2:1: there is no theme `../b.yaml` below the folder of this file or the working folder: name one that lies there',
    ],
    [
      'an absolute path',
      { 't.yaml': 'name: t\nextends: /etc/passwd\n' },
      't.yaml:2:1: there is no theme `/etc/passwd` below the folder of this file or the working folder: name one that lies there',
    ],
    [
      'with a key that no theme has',
      { 't.yaml': 'name: t\nextends: standard\ncolour: {}\n' },
      't.yaml:3:1: unknown key `colour`; did you mean `colours`?',
    ],
    [
      'with a wrong base',
      { 't.yaml': 'name: t\nextends: ./b.yaml\n', 'b.yaml': 'name: b\n' },
      'b.yaml:1:1: `marginsPt` is missing: add it',
    ],
    [
      'with too little contrast by what it changes',
      { 't.yaml': "name: t\nextends: standard\ncolours: { soft: '#999999' }\n" },
      't.yaml:3:12: the contrast of `colours.soft` on white is 2.85:1; text that everybody can read has 4.5:1 or more: make one of them darker or lighter',
    ],
    [
      'with too little contrast by what it asks for',
      { 't.yaml': 'name: t\nextends: standard\nleastContrast: 12\n' },
      't.yaml:2:1: the contrast of `colours.soft` on white is 8.86:1; `leastContrast` asks for 12:1: make one of them darker or lighter',
    ],
  ])('is refused where it extends %s', async (_name, files: Record<string, string>, message) => {
    await expect(read(files)).rejects.toThrow(new UsageError(message));
  });

  test('is not led out of its folder by a link', async () => {
    const outside = await temporaryFolder({ 'b.yaml': standardText });
    const cwd = await temporaryFolder({ 'a/t.yaml': 'name: t\nextends: ./b.yaml\n' });
    await mkdir(join(cwd, 'work'));
    await symlink(join(outside, 'b.yaml'), join(cwd, 'a/b.yaml'));
    const findBase = baseThemeFinder({ cwd: join(cwd, 'work'), templates: undefined, themeAsFiled: false });
    await expect(readTheme(join(cwd, 'a/t.yaml'), { name: 't.yaml', findBase })).rejects.toThrow(UsageError);
  });

  test('that was filed extends the one that was filed beside it, whatever it is called', async () => {
    const files = {
      'theme.yaml': 'name: mine\nextends: ../elsewhere.yaml\n',
      'theme-2.yaml': 'name: other\nextends: standard\nemphasis: bold\n',
      'theme-3.yaml': standardText.replace('sizePt: 12,', 'sizePt: 12.5,'),
    };
    const theme = await read(files, { asFiled: true, file: 'theme.yaml' });
    expect([theme.name, theme.emphasis, theme.type.body.sizePt]).toEqual(['mine', 'bold', 12.5]);
  });
});

describe('what not everybody can read', () => {
  const cases = [
    [
      "colours: { calloutBar: '#aaccee' }",
      '3:12: the contrast of `colours.calloutBar` on white is 1.67:1; forms that tell something have 3:1 or more: make one of them darker or lighter',
    ],
    [
      'smallestPt: 9.5',
      '2:1: `type.tableMinimum.sizePt` is 9, less than `smallestPt`, which is 9.5: make it larger',
    ],
    [
      'type: { code: { leadingPt: 9 } }',
      '3:17: `type.code.leadingPt` is 9, less than its `sizePt`, which is 9.5, so that lines touch: make it larger',
    ],
  ] as const;

  test.each(cases)('is refused: %s', async (key, message) => {
    await expect(read({ 't.yaml': `name: t\nextends: standard\n${key}\n` })).rejects.toThrow(
      new UsageError(`t.yaml:${message}`),
    );
  });

  test.each(cases)('is let in where it was filed before anything was said of it: %s', async (key) => {
    const files = { 'theme.yaml': `name: t\nextends: standard\n${key}\n`, 'theme-2.yaml': standardText };
    expect((await read(files, { asFiled: true, file: 'theme.yaml' })).name).toBe('t');
  });
});
