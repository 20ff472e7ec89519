import { expect, test } from 'vitest';
import { readPdfNavigation } from './read-pdf-navigation.ts';

/** A file of these objects, the first of them the catalog; made without any library. */
function writeObjects(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file + table + trailer);
}

const pages = '<</Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3>>';
const page = (annotations = ''): string => `<</Type /Page /Parent 2 0 R /Annots [${annotations}]>>`;

test('labels are read with their styles, prefixes and first values; without any, pages are counted', () => {
  const labels = (entries: string): readonly string[] =>
    readPdfNavigation(
      writeObjects([`<</Type /Catalog /Pages 2 0 R ${entries}>>`, pages, page(), page(), page()]),
    ).pageLabels;
  expect(labels('')).toEqual(['1', '2', '3']);
  expect(labels('/PageLabels <</Nums [0 <</S /r>> 2 <</S /D>>]>>')).toEqual(['i', 'ii', '1']);
  expect(labels('/PageLabels <</Nums [0 <</S /r /St 148>> 1 <</P (A-) /S /D /St 7>>]>>')).toEqual([
    'cxlviii',
    'A-7',
    'A-8',
  ]);
});

test('links and bookmarks lead to pages by their place in the file, and nowhere where it has none', () => {
  const { links, bookmarks } = readPdfNavigation(
    writeObjects([
      '<</Type /Catalog /Pages 2 0 R /Outlines <</First 8 0 R>>>>',
      pages,
      page('6 0 R 7 0 R <</Subtype /Widget>>'),
      page(),
      page(),
      '<</Subtype /Link /Contents (In) /A <</S /GoTo /D [5 0 R /XYZ 0 700 null]>>>>',
      '<</Subtype /Link /Contents (Out) /A <</S /URI /URI (https://example.org/)>>>>',
      '<</Title (First) /Dest [4 0 R /XYZ 0 0 null] /Count 1 /First 9 0 R /Next 10 0 R>>',
      '<</Title (Below) /Dest [5 0 R /Fit]>>',
      '<</Title (Lost) /Dest [1 0 R /Fit] /Next 8 0 R>>',
    ]),
  );
  expect(links).toEqual([
    { page: 1, contents: 'In', targetPage: 3, targetTop: 700 },
    { page: 1, contents: 'Out', url: 'https://example.org/' },
  ]);
  expect(bookmarks).toEqual([
    {
      title: 'First',
      targetPage: 2,
      open: true,
      children: [{ title: 'Below', targetPage: 3, open: false, children: [] }],
    },
    { title: 'Lost', open: false, children: [] },
  ]);
});
