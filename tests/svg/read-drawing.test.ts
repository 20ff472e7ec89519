import { expect, test } from 'vitest';
import type { Drawing } from '../../src/document/drawing.ts';
import { cutPixels, type PixelPart } from '../../src/svg/pixel-part.ts';
import { rasterise } from '../../src/svg/rasterise.ts';
import { outlineBox, readOutline } from '../../src/svg/read-outline.ts';
import { readDrawing, sizeOf } from '../../src/svg/read-drawing.ts';
import { filterWork, simplifySvg } from '../../src/svg/simplify-svg.ts';

const svg = (body: string, attributes = 'viewBox="0 0 20 10" width="40"'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

async function simplified(body: string, attributes?: string): Promise<string> {
  return (await simplifySvg(svg(body, attributes), [])) ?? 'nothing';
}

/** A picture that is outlines alone. */
function outlinesIn(picture: string): Drawing | undefined {
  return readDrawing(picture, ({ svg }) => {
    throw new Error(`no outlines: ${svg}`);
  });
}

/** The parts of a picture that are not, and how many nodes the others are. */
function partsIn(picture: string): { readonly parts: readonly PixelPart[]; readonly nodes: number } {
  const parts: PixelPart[] = [];
  const drawing = readDrawing(picture, (part) => void parts.push(part));
  return { parts, nodes: drawing?.root.children.length ?? -1 };
}

test('shapes, styles and what is used become outlines', async () => {
  const picture = await simplified(
    '<style>.a { fill: red; stroke: #0000ff }</style><defs><rect id="r" width="4" height="2"/></defs><use href="#r" x="1" class="a"/><path d="M0 0Q3 3 6 0Z" fill="none" stroke="gray" stroke-opacity=".5" stroke-dasharray="1 2" stroke-linecap="round"/>',
    'viewBox="0 0 20 10" width="40" height="20"',
  );
  expect(outlinesIn(picture)).toEqual({
    widthPx: 40,
    heightPx: 20,
    root: {
      type: 'group',
      matrix: [2, 0, 0, 2, 0, 0],
      opacity: 1,
      children: [
        {
          type: 'group',
          matrix: [1, 0, 0, 1, 1, 0],
          opacity: 1,
          children: [
            {
              type: 'path',
              outline: [
                { to: 'move', points: [0, 0] },
                { to: 'line', points: [4, 0] },
                { to: 'line', points: [4, 2] },
                { to: 'line', points: [0, 2] },
                { to: 'close' },
              ],
              evenOdd: false,
              fill: { colour: [1, 0, 0], opacity: 1 },
              stroke: {
                colour: [0, 0, 1],
                opacity: 1,
                width: 1,
                cap: 'butt',
                join: 'miter',
                miterLimit: 4,
                dashes: [],
                dashOffset: 0,
              },
              strokeFirst: false,
            },
          ],
        },
        {
          type: 'path',
          outline: [
            { to: 'move', points: [0, 0] },
            { to: 'curve', points: [2, 2, 4, 2, 6, 0] },
            { to: 'close' },
          ],
          evenOdd: false,
          stroke: {
            colour: [128 / 255, 128 / 255, 128 / 255],
            opacity: 0.5,
            width: 1,
            cap: 'round',
            join: 'miter',
            miterLimit: 4,
            dashes: [1, 2],
            dashOffset: 0,
          },
          strokeFirst: false,
        },
      ],
    },
  });
});

test('a gradient lies in the box of what it fills', async () => {
  const picture = await simplified(
    '<defs><linearGradient id="g"><stop stop-color="#fff" stop-opacity=".5"/><stop offset="1" stop-opacity=".5"/></linearGradient></defs><rect x="2" y="3" width="8" height="4" fill="url(#g)"/>',
  );
  const [path] = outlinesIn(picture)?.root.children ?? [];
  expect(path).toMatchObject({
    fill: {
      opacity: 0.5,
      colour: {
        ends: [0, 0, 1, 0],
        matrix: [8, 0, 0, 4, 2, 3],
        stops: [
          { offset: 0, colour: [1, 1, 1] },
          { offset: 1, colour: [0, 0, 0] },
        ],
      },
    },
  });
});

test.each([
  [
    'a filter',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="4" height="4" filter="url(#f)"/>',
  ],
  [
    'a mask',
    '<mask id="m"><rect width="4" height="4" fill="#fff"/></mask><rect width="8" height="8" mask="url(#m)"/>',
  ],
  [
    'a pattern',
    '<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern><rect width="8" height="8" fill="url(#p)"/>',
  ],
  [
    'a gradient that repeats',
    '<linearGradient id="g" spreadMethod="repeat" x2=".1"><stop/><stop offset="1" stop-color="#fff"/></linearGradient><rect width="8" height="8" fill="url(#g)"/>',
  ],
  [
    'a gradient to nothing',
    '<linearGradient id="g"><stop/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="8" height="8" fill="url(#g)"/>',
  ],
  [
    'a clip of two outlines',
    '<clipPath id="c"><rect width="3" height="3"/><rect x="2" width="3" height="3"/></clipPath><rect width="8" height="8" clip-path="url(#c)"/>',
  ],
  [
    'a picture in it',
    '<image width="1" height="1" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="/>',
  ],
])('%s is no outline', async (_, body) => {
  const picture = await simplified(body);
  expect(sizeOf(picture)).toEqual({ widthPx: 40, heightPx: 10 });
  const { parts, nodes } = partsIn(picture);
  expect([parts.length, nodes]).toEqual([1, 0]);
  expect(parts[0]?.toPicture).toEqual([1, 0, 0, 1, 10, 0]);
  expect(await rasterise(parts[0]?.svg ?? '', { widthPx: 40, as: 'png' })).toEqual(
    await rasterise(picture, { widthPx: 40, as: 'png' }),
  );
});

test('what stands between outlines is a part of its own, moved as the groups around it', async () => {
  const blur = '<filter id="f"><feGaussianBlur stdDeviation="1"/></filter>';
  const [sharp, blurred] = ['<rect width="4" height="4"/>', '<rect width="4" height="4" filter="url(#f)"/>'];
  const picture = await simplified(
    `${blur}${sharp}<g transform="translate(3 1)" opacity=".5">${blurred}${blurred}${sharp}${blurred}</g>`,
  );
  const { parts, nodes } = partsIn(picture);
  expect(nodes).toBe(2);
  expect(parts.map(({ toPicture }) => toPicture)).toEqual([
    [1, 0, 0, 1, 13, 1],
    [1, 0, 0, 1, 13, 1],
  ]);
  expect(parts.map(({ svg }) => svg.split('filter="url(#f)"').length - 1)).toEqual([2, 1]);
  expect(parts.map(({ svg }) => svg.includes('opacity'))).toEqual([false, false]);
});

test('pixels are cut where a part begins and ends, and lie where they were', async () => {
  const picture = await simplified(
    '<filter id="f" x="0" y="0" width="1" height="1"><feFlood flood-color="#ff8000" flood-opacity=".5"/></filter><g transform="translate(2 1)"><rect width="4" height="3" filter="url(#f)"/></g>',
    'viewBox="0 0 20 10" width="20" height="10"',
  );
  const [part] = partsIn(picture).parts;
  if (!part) throw new Error('no part');
  const drawn = { pixels: await rasterise(part.svg, { widthPx: 40, as: 'pixels' }), widthPx: 40 };
  const cut = cutPixels(drawn, part.toPicture, { widthPx: 20, heightPx: 10 });
  expect(cut).toMatchObject({ type: 'pixels', matrix: [4, 0, 0, 3, 0, 0], widthPx: 8, heightPx: 6 });
  expect([...(cut?.colours.slice(0, 3) ?? [])]).toEqual([255, 128, 0]);
  expect(new Set(cut?.opacities)).toEqual(new Set([128]));
  const nothing = { pixels: new Uint8Array(drawn.pixels.length), widthPx: 40 };
  expect(cutPixels(nothing, part.toPicture, { widthPx: 20, heightPx: 10 })).toBeUndefined();
});

test('the parts of filters are counted as often as they are used', async () => {
  const filter = '<filter id="f"><feGaussianBlur stdDeviation="2"/><feOffset dx="1"/></filter>';
  const rect = '<rect width="4" height="4" filter="url(#f)"/>';
  expect(filterWork(await simplified(`${filter}${rect}${rect}`))).toBe(4);
  expect(filterWork(await simplified('<rect width="4" height="4"/>'))).toBe(0);
});

test('the box of a curve is that of the curve and not of its handles', () => {
  expect(outlineBox(readOutline('M 0 0 C 0 4 4 4 4 0'))).toEqual([0, 0, 4, 3]);
  expect(outlineBox(readOutline('M 0 0 Q 2 -4 4 0 Z'))).toEqual([0, -2, 4, 2]);
  expect(outlineBox([])).toEqual([0, 0, 0, 0]);
});
