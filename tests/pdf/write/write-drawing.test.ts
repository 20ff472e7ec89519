import type { PdfReference } from 'pdfkit';
import { expect, test } from 'vitest';
import { writeDrawing } from '../../../src/pdf/write/write-drawing.ts';
import { writeFine } from '../../../src/pdf/write/write-number.ts';
import type { DrawingGroup, DrawingPath, Outline } from '../../../src/document/drawing.ts';

interface Written {
  readonly data: Record<string, unknown>;
  content: string;
}

/** What is written of a picture of 20 by 10 pixels, object by object. */
function written(...children: DrawingGroup['children']): readonly Written[] {
  const objects: Written[] = [];
  const ref = (data: Record<string, unknown>): PdfReference => {
    const object: Written = { data, content: '' };
    objects.push(object);
    // Of a reference only its end is used here.
    return {
      data,
      end: (content = '') => void (object.content = String(content)),
    } as unknown as PdfReference;
  };
  writeDrawing({ widthPx: 20, heightPx: 10, root: { type: 'group', opacity: 1, children } }, ref);
  return objects;
}

const outline: Outline = [{ to: 'move', points: [0, 0] }, { to: 'line', points: [4, 0.5] }, { to: 'close' }];
const black = { colour: [0, 0, 0], opacity: 1 } as const;
const line = {
  ...black,
  width: 2,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
} as const;
const path = { type: 'path', outline, evenOdd: false, strokeFirst: false } as const satisfies DrawingPath;

function content(...children: DrawingGroup['children']): string | undefined {
  return written(...children).at(-1)?.content;
}

test.each<readonly [string, DrawingGroup['children'][number], string]>([
  ['filled', { ...path, fill: black }, '0 0 0 rg\n0 0 m 4 0.5 l h f'],
  ['filled by the other rule', { ...path, evenOdd: true, fill: black }, '0 0 0 rg\n0 0 m 4 0.5 l h f*'],
  [
    'drawn',
    { ...path, stroke: { ...line, cap: 'round', join: 'bevel', dashes: [1, 2], dashOffset: 3 } },
    '0 0 0 RG\n2 w\n1 J\n2 j\n[1 2] 3 d\n0 0 m 4 0.5 l h S',
  ],
  ['both at once', { ...path, fill: black, stroke: line }, '0 0 0 rg\n0 0 0 RG\n2 w\n4 M\n0 0 m 4 0.5 l h B'],
  [
    'the line first',
    { ...path, fill: black, stroke: line, strokeFirst: true },
    '0 0 0 RG\n2 w\n4 M\n0 0 m 4 0.5 l h S\n0 0 0 rg\n0 0 m 4 0.5 l h f',
  ],
  [
    'a line that is seen through',
    { ...path, fill: black, stroke: { ...line, opacity: 0.5 } },
    '0 0 0 rg\n0 0 m 4 0.5 l h f\n/G1 gs\n0 0 0 RG\n2 w\n4 M\n0 0 m 4 0.5 l h S',
  ],
  [
    'moved',
    { ...path, matrix: [2, 0, 0, 2, 1, 1], fill: black },
    '2 0 0 2 1 1 cm\n0 0 0 rg\n0 0 m 4 0.5 l h f',
  ],
])('an outline is %s', (_, child, expected) => {
  expect(content(child)).toBe(`q\nq\n${expected}\nQ\nQ`);
});

test('what is moved onto a line is not written', () => {
  expect(content({ ...path, matrix: [1, 0, 0, 0, 0, 0], fill: black })).toBe('q\nQ');
});

test('a group that is seen through is a form as large as what is seen of it', () => {
  const group: DrawingGroup = {
    type: 'group',
    matrix: [2, 0, 0, 2, 4, 0],
    opacity: 0.5,
    blend: 'multiply',
    clip: { outline, evenOdd: true },
    children: [{ ...path, fill: black }],
  };
  const [whole, inner] = written(group).toSorted((a, b) => b.content.length - a.content.length);
  expect(whole?.content).toBe('q\nq\n2 0 0 2 4 0 cm\n0 0 m 4 0.5 l h W* n\n/G1 gs\n/X1 Do\nQ\nQ');
  expect(whole?.data['Resources']).toMatchObject({
    ExtGState: { G1: { Type: 'ExtGState', ca: 0.5, CA: 0.5, BM: 'Multiply' } },
  });
  expect(inner?.data).toMatchObject({
    BBox: [-2, 0, 8, 5],
    Group: { S: 'Transparency', CS: 'DeviceRGB', I: true },
  });
});

test('a gradient lies where its outline was moved to, and its bounds grow', () => {
  const colours = [0, 0.5, 0.5, 1].map((offset) => ({ offset, colour: [offset, 0, 0] as const }));
  const fill = {
    opacity: 1,
    colour: { ends: [0, 0, 1, 0], matrix: [4, 0, 0, 4, 0, 0], stops: colours },
  } as const;
  const objects = written({ ...path, matrix: [1, 0, 0, 1, 3, 0], fill });
  const pattern = objects.find(({ data }) => data['Type'] === 'Pattern');
  expect(pattern?.data).toMatchObject({
    PatternType: 2,
    Matrix: [4, 0, 0, 4, 3, 0],
    Shading: { ShadingType: 2, Coords: [0, 0, 1, 0], Function: { FunctionType: 3, Bounds: [0.5, 0.50001] } },
  });
  expect(objects.find(({ data }) => data['Type'] === 'XObject')?.content).toContain(
    '/Pattern cs /P1 scn\n0 0 m',
  );
});

test('numbers of drawings have seven digits and no exponent', () => {
  expect([0, 1e-9, 1e-6, -0.1234567891, 123_456.789, 1e20].map(writeFine)).toEqual([
    '0',
    '0',
    '0.000001',
    '-0.1234568',
    '123456.8',
    '100000000000000000000',
  ]);
});

test('pixels are a picture with a mask, upright where y leads downwards', () => {
  const pixels = {
    type: 'pixels',
    matrix: [4, 0, 0, 3, 1, 2],
    widthPx: 2,
    heightPx: 1,
    colours: Uint8Array.of(255, 128, 0, 0, 0, 0),
    opacities: Uint8Array.of(128, 0),
  } as const;
  const [mask, picture, form] = written(pixels);
  const image = { Type: 'XObject', Subtype: 'Image', Width: 2, Height: 1, BitsPerComponent: 8 };
  expect(mask).toEqual({ data: { ...image, ColorSpace: 'DeviceGray' }, content: '128,0' });
  expect(picture).toMatchObject({
    data: { ...image, ColorSpace: 'DeviceRGB' },
    content: '255,128,0,0,0,0',
  });
  expect(picture?.data['SMask']).toMatchObject({ data: mask?.data });
  expect(form?.content).toContain('q\n4 0 0 3 1 2 cm\n1 0 0 -1 0 1 cm\n/X1 Do\nQ');
  expect(form?.data['Resources']).toMatchObject({ XObject: { X1: { data: picture?.data } } });
});
