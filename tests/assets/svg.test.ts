import { expect, test } from 'vitest';
import type { ImageInspection } from '../../src/assets/image-header.ts';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { readFonts } from '../../src/fonts/read-fonts.ts';
import { readPng } from '../../src/assets/read-png.ts';

const fonts = readFonts([], process.cwd());
const limits = { imagePixels: 1_000_000, fonts: () => fonts };

function inspect(body: string, attributes = 'viewBox="0 0 96 48"'): Promise<ImageInspection> {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`;
  return inspectImage(Buffer.from(source), limits);
}

function textOf(image: ImageInspection): string {
  return image.state === 'good' ? new TextDecoder().decode(image.published) : `${image.state}: ${image.why}`;
}

const paths = (image: ImageInspection): number => textOf(image).split('<path').length - 1;

test('text is drawn with the faces of the project, bold where it is bold', async () => {
  const [plain, bold, none] = await Promise.all([
    inspect('<text y="20" font-family="Arial">Harbour</text>'),
    inspect('<text y="20" font-family="Arial" font-weight="bold">Harbour</text>'),
    inspect('<text y="20" font-family="Arial"> </text>'),
  ]);
  expect([paths(plain), paths(bold)]).toEqual([1, 1]);
  expect(textOf(plain)).not.toBe(textOf(bold));
  expect(textOf(plain)).not.toContain('<text');
  expect(paths(none)).toBe(0);
});

test('a bold word beside Greek is bold', async () => {
  const [plain, bold] = await Promise.all([
    inspect('<text y="20">Harbour αβ</text>'),
    inspect('<text y="20" font-weight="bold">Harbour αβ</text>'),
  ]);
  expect(textOf(plain)).not.toBe(textOf(bold));
});

test('text that no face has is not drawn as boxes', async () => {
  expect(textOf(await inspect('<text y="20">Hafen 港</text>'))).toBe(
    'incomplete: no font covers “港” of its text (Han; the package @expo-google-fonts/noto-sans-sc has it)',
  );
  const without = await inspectImage(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>A</text></svg>'),
    {
      imagePixels: 100,
    },
  );
  expect(textOf(without)).toMatch(/^incomplete: no font covers “A”/u);
});

test('nothing that runs, moves or leads elsewhere is in what is published', async () => {
  const image = await inspect(
    '<script>go()</script><style>rect { fill: teal }</style><a href="https://example.org/" onclick="go()"><rect width="9" height="9" onload="go()"><set attributeName="x" to="1"/></rect></a><title>T</title>',
  );
  expect(textOf(image)).toBe(
    '<svg width="96" height="48" viewBox="0 0 96 48" xmlns="http://www.w3.org/2000/svg">\n    <defs/>\n    <g>\n        <path fill="#008080" stroke="none" d="M 0 0 L 9 0 L 9 9 L 0 9 Z"/>\n    </g>\n</svg>\n',
  );
  expect(image).toMatchObject({ leftOut: ['script', 'set'] });
});

test('what is no outline is drawn in pixels of print, fewer where they are too many', async () => {
  const filter =
    '<filter id="f" x="0" y="0" width="1" height="1"><feGaussianBlur stdDeviation="2"/></filter><rect width="40" height="40" filter="url(#f)"/><rect width="9" height="9"/>';
  const sizeOf = async (attributes: string): Promise<readonly number[]> => {
    const image = await inspect(filter, attributes);
    if (image.state !== 'good' || !image.drawing) throw new Error(textOf(image));
    const [pixels, outlines] = image.drawing.root.children;
    if (pixels?.type !== 'pixels') throw new Error('no pixels');
    expect(outlines?.type).toBe('path');
    return [image.widthPx, image.heightPx, pixels.widthPx, pixels.heightPx];
  };
  expect(await sizeOf('width="96" height="48"')).toEqual([96, 48, 125, 125]);
  // Of a picture of 1414 by 707 pixels, which are as many as are allowed, these are the ones that show something.
  expect(await sizeOf('width="9600" height="4800"')).toEqual([9600, 4800, 6, 6]);
});

test('a picture in many parts without outlines is drawn in pixels as a whole', async () => {
  const filter = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>';
  const pair = '<rect width="40" height="40" filter="url(#f)"/><rect width="9" height="9"/>';
  const image = await inspect(filter + pair.repeat(17), 'width="96" height="48"');
  if (image.state !== 'good' || !image.png) throw new Error(textOf(image));
  const png = readPng(image.png);
  if (typeof png === 'string') throw new Error(png);
  expect([png.widthPx, png.heightPx]).toEqual([300, 150]);
  expect(image.drawing).toBeUndefined();
  expect((await inspect(filter + pair.repeat(16), 'width="96" height="48"')).state).toBe('good');
});

test('an SVG without a size, or of too many bytes, is refused', async () => {
  expect(textOf(await inspect('<rect width="4" height="4"/>', 'width="0" height="0"'))).toBe(
    'broken: SVG that cannot be drawn',
  );
  expect(textOf(await inspect(`<!--${' '.repeat(5_000_000)}-->`))).toMatch(
    /^too-large: SVG of 5000\d{3} bytes/u,
  );
});
