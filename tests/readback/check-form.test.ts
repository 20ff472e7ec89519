import { expect, test } from 'vitest';
import { formFault } from '../../src/readback/check-form.ts';
import { openPdf } from '../../src/readback/open-pdf.ts';
import { assemblePdf, stream } from './assemble-pdf.ts';

/** What is said of the first of these forms; each can show the others as `X1`, `X2` and so on. */
function fault(...contents: readonly string[]): string | undefined {
  const objects = contents.map((_, index) => `/X${index + 1} ${index + 2} 0 R`).join(' ');
  const form = (content: string): string =>
    stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <</XObject <<${objects}>>>>`);
  const file = openPdf(assemblePdf(['<</Type /Catalog>>', ...contents.map(form)], 1));
  return formFault(file, { type: 'reference', number: 2 });
}

test.each([
  ['outlines', ['0 0 m 1 1 l S'], undefined],
  ['outlines in a form within', ['/X2 Do', '0 0 1 1 re f'], undefined],
  ['text', ['BT ET'], 'a form with BT'],
  ['text in a form within', ['/X2 Do', '(A) Tj'], 'a form with Tj'],
  ['marked content', ['/P <</MCID 0>> BDC EMC'], 'a form with BDC'],
  ['a form that is not there', ['/X9 Do'], 'none'],
  ['itself', ['/X1 Do'], 'a form within itself'],
])('a form with %s', (_, contents, expected) => {
  expect(fault(...contents)).toBe(expected);
});
