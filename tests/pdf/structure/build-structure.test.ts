import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { replaceMissingImages } from '../../../src/document/replace-missing-images.ts';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import type { TagSetting } from '../../../src/pdf/structure/bindings.ts';
import { tagSetting } from '../../../src/pdf/tag-setting.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { printStructure } from './print-structure.ts';
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

test('the word of a callout is in its own language, where that of the text is another', () => {
  const callouts = ':::note\nWorte.\n:::\n\n:::note[Achtung]\nWorte.\n:::';
  const document = readDocument(`---\ntitle: T\nlang: de\n---\n\n${callouts}\n`);
  const printed = printStructure(buildStructure(document, setting).root);
  expect(printed.match(/Aside .*\n.*/gu)).toEqual([
    'Aside T="Note"\n    P Lang=en',
    'Aside T="Achtung"\n    P',
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
  expect(titles(tagsOf(note))).toEqual(['Link T="Back to reference 1"']);
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

const rarer = `---
title: T
lang: en
---

A ![sign](sign.png) and <ruby>漢<rt>kan</rt></ruby>.

---

[![A map](map.png)](https://www.example.org/)

:::figure{decorative}
![](line.png)

Below the line.
:::

:::figure[What the map shows]
[![A map](map.png)](https://www.example.org/map)
:::

<ul lang="fr"><li lang="de">Eins</li></ul>

<ol start="3" lang="fr"><li>trois</li></ol>

<blockquote lang="fr"><p>Mots</p></blockquote>

<table lang="fr">
<caption lang="de">Drei</caption>
<tr lang="es"><th scope="row" lang="it">uno</th><td align="right">1</td></tr>
</table>

<pre lang="fr"><code>code</code></pre>

<section lang="fr"><h2 lang="de">Zwei</h2><p>Mots</p></section>

<p lang="fr">Mots</p>
`;

test('what posts seldom have', () => {
  const { root, links } = buildStructure(readDocument(rarer), setting);
  expect([...links].map(([{ type }, { role }]) => [type, role])).toEqual([
    ['figure', 'Link'],
    ['figure', 'Link'],
  ]);
  expect(printStructure(root)).toMatchInlineSnapshot(`
    "Document Lang=en
      H1 · 1
      Div
        P · 3
          Figure Alt="sign" {Layout Placement=Inline} · 1
          Ruby {Layout RubyAlign=Center}
            RB · 1
            RT · 1
      Div
        P
          Link
            Figure Alt="A map" {Layout Placement=Block} · 1
        Div
          P · 1
        P
          Link
            Figure Alt="A map" {Layout Placement=Block} · 1
        P · 1
        L Lang=fr {List ListNumbering=Disc}
          LI Lang=de
            Lbl · 1
            LBody
              P · 1
        L Lang=fr {List ListNumbering=Decimal}
          LI
            Lbl · 1
            LBody
              P · 1
        BlockQuote Lang=fr
          P · 1
        Table Lang=fr
          Caption
            P Lang=de · 1
          TBody
            TR Lang=es
              TH Lang=it {Table Scope=Row}
                P · 1
              TD {Layout TextAlign=End}
                P · 1
        Code Lang=fr {Layout Placement=Block}
          Sub · 1
        Div Lang=fr
          H2 Lang=de · 1
          P · 1
        P Lang=fr · 1
    "
  `);
});

test('the words that stand in for pictures that are not there', () => {
  const text = `${rarer.slice(0, rarer.indexOf(' and <ruby>'))} here.

![Gone](gone.png)

[![A map](map.png)](https://www.example.org/)
`;
  const { root } = buildStructure(replaceMissingImages(readDocument(text), new Set()).value, setting);
  expect(printStructure(root)).toMatchInlineSnapshot(`
    "Document Lang=en
      H1 · 1
      P · 2
        Span · 1
      P · 1
      P
        Link · 1
    "
  `);
});
