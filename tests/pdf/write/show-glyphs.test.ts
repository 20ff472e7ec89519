import { expect, test } from 'vitest';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { createPdfFile } from '../../../src/pdf/write/pdfkit-adapter.ts';
import { textOperators } from '../../../src/pdf/write/show-glyphs.ts';
import { createShaper } from '../../../src/text/shape-text.ts';

test('a mark that cannot be composed rises by the size, and what follows stands on the line again', async () => {
  const shaper = createShaper(await readFonts([], '.'));
  const style = { role: 'text', bold: false, italic: false, sizePt: 20, lang: 'en' } as const;
  const runs = shaper
    .shape('A\u0302\u0323\u0301 ', style)
    .map((run) => ({ ...run, face: { ...run.face, composable: false } }));
  expect(runs.flatMap(({ glyphs }) => glyphs.map(({ dx, dy }) => [dx, dy]))).toEqual([
    [0, 0],
    [-49, 408],
    [0, 0],
  ]);
  const file = createPdfFile({ info: { Title: 'T' }, lang: 'en', profile: profileP1 });
  file.addPage([100, 100], {});
  const mark = { type: 'run', x: 10, y: 30, runs, sizePt: 20, colour: [0, 0, 0], slot: null } as const;
  // The rise is in points (ISO 32000-1 §9.3.7), jumps are in thousandths of the size (§9.4.3).
  expect(textOperators(file, mark)).toEqual([
    'BT 1 0 0 -1 10 30 Tm',
    '/F1 20 Tf [<0001>] TJ 8.16 Ts [49<0002>] TJ 0 Ts [-49<0003>] TJ',
    'ET',
  ]);
});

test('a jump to a word that reads from the right and one to its first letter are two numbers', async () => {
  const shaper = createShaper(await readFonts([], '.'));
  const style = { role: 'text', bold: false, italic: false, sizePt: 20, lang: 'he' } as const;
  const runs = ['שלום', ' ', 'עולם'].flatMap((text) => shaper.shape(text, style, true));
  const file = createPdfFile({ info: { Title: 'T' }, lang: 'he', profile: profileP1 });
  file.addPage([100, 100], {});
  const place = { type: 'run', x: 10, y: 30, sizePt: 20, colour: [0, 0, 0], slot: null } as const;
  const operators = textOperators(file, { ...place, runs, rightToLeft: true }).join(' ');
  const numbers = operators.match(/(?<=[\s[>])-?[\d.]+ -?[\d.]+(?=<)/gu) ?? [];
  expect(numbers.length).toBeGreaterThanOrEqual(2);
  // A sign does not end a number (ISO 32000-1 §7.2.2).
  expect(operators).not.toMatch(/\d-/u);
  expect(operators.replace(' -', '-')).toMatch(/\d-/u);
});
