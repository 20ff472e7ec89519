import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import type { TagSetting } from '../../../src/pdf/structure/bindings.ts';
import { tagSetting } from '../../../src/pdf/tag-setting.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { printStructure } from '../../../src/pdf/structure/print-structure.ts';
import { setting, theme } from '../layout/lay-out-post.ts';
import { readDocument, strings } from '../../posts/read-text.ts';

test.each(['2011-12-02-strong-international-partnerships', 'feature-tour'])(
  'the tags of %s',
  async (name) => {
    const document = readDocument(await readFile(`posts/${name}.md`, 'utf8'));
    const printed = printStructure(buildStructure(document, setting).root);
    await expect(printed).toMatchFileSnapshot(`../golden/${name}.tags.txt`);
  },
);

const tagsOf = (body: string, changes: Partial<TagSetting> = {}): string =>
  printStructure(
    buildStructure(readDocument(`---\ntitle: T\nlang: en\n---\n\n${body}\n`), { ...setting, ...changes })
      .root,
  );

test('marks and shifts are told as the theme shows them', () => {
  const words = '<mark>m</mark> <sup>u</sup> <sub>d</sub>';
  const attributes = (tags: string): readonly string[] => tags.match(/\{Layout [^}]*\}/gu) ?? [];
  const { colours, type } = theme;
  const own: Theme = {
    ...theme,
    colours: { ...colours, mark: [0xb6, 0xf2, 0xb6] },
    type: { ...type, body: { sizePt: 24, leadingPt: 30 } },
  };
  expect(attributes(tagsOf(words))).toEqual([
    '{Layout BackgroundColor=[1 0.945 0.659]}',
    '{Layout BaselineShift=4}',
    '{Layout BaselineShift=-2}',
  ]);
  expect(attributes(tagsOf(words, tagSetting({ profile: profileP1, theme: own }, strings)))).toEqual([
    '{Layout BackgroundColor=[0.714 0.949 0.714]}',
    '{Layout BaselineShift=9}',
    '{Layout BaselineShift=-4}',
  ]);
});

test('a way back is called in the language of the words, in English as it always was', () => {
  const note = 'Words.[^1]\n\n[^1]: The note.';
  const german = {
    ...strings,
    lang: 'de',
    words: { ...strings.words, backToReference: 'Zurück zu {label}' },
  };
  const titles = (tags: string): readonly string[] => tags.match(/Link T="[^"]*"/gu) ?? [];
  expect(titles(tagsOf(note))).toEqual(['Link T="Back-link"']);
  expect(titles(tagsOf(note, { strings: german }))).toEqual(['Link T="Zurück zu 1"']);
});

test('a table has a head, a body and a foot, in this order', () => {
  const row = (cell: string): string => `<tr>${cell}</tr>`;
  const table = `<table><thead>${row('<th>Head</th>')}</thead><tbody>${row('<td>Body</td>')}</tbody><tfoot>${row('<td>Foot</td>')}</tfoot></table>`;
  const document = readDocument(`---\ntitle: T\nlang: en\n---\n\n${table}\n`);
  expect(printStructure(buildStructure(document, setting).root).split('\n').slice(2)).toEqual([
    '  Table',
    '    THead',
    '      TR',
    '        TH {Table Scope=Column}',
    '          P · 1',
    '    TBody',
    '      TR',
    '        TD',
    '          P · 1',
    '    TFoot',
    '      TR',
    '        TD',
    '          P · 1',
    '',
  ]);
});
