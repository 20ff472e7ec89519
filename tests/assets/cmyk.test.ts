import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inspectImage } from '../../src/assets/inspect-image.ts';
import { publishCmyk } from '../../src/assets/publish-cmyk.ts';
import { readAssets } from '../../src/assets/read-assets.ts';
import { createPdfFile } from '../../src/pdf/write/pdfkit-adapter.ts';
import { profileP1 } from '../../src/pdf/profile/profile-p1.ts';
import { printPdf } from '../pdf/write/print-pdf.ts';
import { readDocument } from '../posts/read-text.ts';

const limits = { imagePixels: 10_000 };
const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}`, import.meta.url));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const converted = '1acc2690ed33020a25e047bfd432fc1f78f5c7634d6305eae691e4f7e305dcb0';

test('a CMYK JPEG with its profile is converted for the EPUB, to the same bytes everywhere', async () => {
  const image = await inspectImage(await fixture('inks.jpg'), limits);
  if (image.state !== 'good' || !image.published) throw new Error('not converted');
  expect([image.widthPx, image.heightPx, image.orientation, image.isPrinted]).toEqual([48, 32, 1, true]);
  expect(sha256(image.published)).toBe(converted);
  // What is published is a plain JPEG itself.
  expect(await inspectImage(image.published, limits)).toEqual({
    state: 'good',
    mediaType: 'image/jpeg',
    widthPx: 48,
    heightPx: 32,
    orientation: 1,
  });
});

test('one that is to be turned is published upright', async () => {
  const image = await inspectImage(await fixture('inks-turned.jpg'), limits);
  expect(image).toMatchObject({ state: 'good', widthPx: 48, heightPx: 32, orientation: 6 });
  if (image.state !== 'good' || !image.published) throw new Error('not converted');
  expect(await inspectImage(image.published, limits)).toMatchObject({
    widthPx: 48,
    heightPx: 32,
    orientation: 1,
  });
});

test.each([
  [
    'profile',
    'ICC_PROFILE',
    'without an ICC profile, so that its colours are not known: save it with its profile, or in RGB',
  ],
  ['marker', 'Adobe', 'without the marker that says how its inks are written'],
])('one without its %s is refused', async (_, name, why) => {
  const bytes = await fixture('inks.jpg');
  bytes.write('x', bytes.indexOf(name), 'latin1');
  expect(await inspectImage(bytes, limits)).toEqual({ state: 'unsupported', why: `CMYK JPEG ${why}` });
});

test('without its package one is refused with what installs it, and where that fails it is broken', async () => {
  const bytes = await fixture('inks.jpg');
  const good = await inspectImage(bytes, limits);
  const from = { bytes, hasMarker: true };
  expect(await publishCmyk(good, from, async () => undefined)).toEqual({
    state: 'unsupported',
    why: 'CMYK JPEG, for which a package is missing: npm install @imagemagick/magick-wasm',
  });
  const failing = (): never => {
    throw new Error('trap');
  };
  expect(await publishCmyk(good, from, async () => failing)).toEqual({
    state: 'broken',
    why: 'CMYK JPEG cannot be converted',
  });
});

test('the PDF shows its own bytes, by its profile and with its inks turned', async () => {
  const bytes = await fixture('inks.jpg');
  const document = readDocument('---\ntitle: Inks\nlang: en\n---\n\n![Inks](inks.jpg)\n');
  const { value } = await readAssets(document, {
    from: { 'inks.jpg': bytes },
    limits: { ...limits, imageBytes: 100_000 },
  });
  const asset = value.get('inks.jpg');
  if (!asset) throw new Error('no picture');
  expect([asset.mediaType, asset.sha256, asset.profile]).toEqual(['image/jpeg', converted, undefined]);
  const file = createPdfFile({ info: { Title: 'Inks' }, lang: 'en', profile: profileP1 });
  file.addPage([100, 100], {});
  file.drawImage(asset, { x: 10, y: 10, widthPt: 48, heightPt: 32 });
  const printed = printPdf(await file.finish('<x:xmpmeta/>'));
  expect(printed).toContain('/Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]');
  expect(printed).toMatch(/\/ColorSpace \[\/ICCBased #\d+\]/u);
  expect(printed).toContain('<</N 4 /Alternate /DeviceCMYK');
  expect(asset.drawn).toMatchObject({ mediaType: 'image/jpeg', sha256: sha256(bytes) });
});
