import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAssets } from '../../src/assets/read-assets.ts';
import type { Document } from '../../src/document/document.ts';

const limits = { imagePixels: 100, imageBytes: 100_000 };
const point = { line: 3, column: 1, offset: 20 };

function documentWith(...ids: readonly string[]): Document {
  return {
    file: 'post.md',
    sha256: '0'.repeat(64),
    metadata: { title: 'T', authors: [], subjects: [], slug: 't', otherLanguages: [] },
    titleBlock: [],
    body: ids.map((imageId) => ({
      type: 'figure',
      image: {
        type: 'image',
        imageId,
        source: `/${imageId}`,
        decorative: false,
        place: { start: point, end: point },
      },
    })),
  };
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tagleaf-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  await mkdir(join(path, 'root/media'), { recursive: true });
  const png = await readFile(new URL('fixtures/rgb8.png', import.meta.url));
  await writeFile(join(path, 'root/media/good.png'), png);
  await writeFile(join(path, 'secret.png'), png);
  await symlink('../../secret.png', join(path, 'root/media/out.png'));
  await symlink('good.png', join(path, 'root/media/inside.png'));
  await symlink('loop.png', join(path, 'root/media/loop.png'));
  return path;
}

test('reads a picture once and keeps it by its id; a link inside the root is followed', async () => {
  const root = join(await folder(), 'root');
  const { value, messages } = await readAssets(
    documentWith('media/good.png', 'media/inside.png', 'media/good.png'),
    { from: root, limits },
  );
  expect(messages).toEqual([]);
  expect([...value.keys()]).toEqual(['media/good.png', 'media/inside.png']);
  const { bytes, ...asset } = value.get('media/good.png') ?? { bytes: undefined };
  expect(bytes).toEqual(await readFile(join(root, 'media/good.png')));
  expect(asset).toEqual({
    id: 'media/good.png',
    mediaType: 'image/png',
    widthPx: 11,
    heightPx: 7,
    orientation: 1,
    sha256: '7ef5fc6314aff3730bffd471f3bcfc8c6dcac90e72477fbfe6024b8f1fe60d32',
  });
});

test.each([
  ['none.png', 'img-missing', 'there is no such file'],
  ['media', 'img-missing', 'it is a folder'],
  ['media/good.png/x', 'img-missing', 'there is no such file'],
  ['media/loop.png', 'img-missing', 'there is no such file'],
  ['nul\0.png', 'img-missing', 'there is no such file'],
  ['x'.repeat(5000), 'img-missing', 'there is no such file'],
  ['media/out.png', 'img-outside-root', 'the file lies outside the folder of the posts'],
  ['../secret.png', 'img-outside-root', 'the file lies outside the folder of the posts'],
])('%s: %s', async (id, ruleId, why) => {
  const { value, messages } = await readAssets(documentWith(id, id), {
    from: join(await folder(), 'root'),
    limits,
  });
  expect(value.size).toBe(0);
  expect(messages.map((message) => [message.ruleId, message.reason, message.place?.start.line])).toEqual([
    [ruleId, `Picture \`/${id}\`: ${why}`, 3],
  ]);
});

test('limits of bytes and pixels', async () => {
  const root = join(await folder(), 'root');
  const reasons = async (limit: Partial<typeof limits>): Promise<readonly string[]> => {
    const read = await readAssets(documentWith('media/good.png'), {
      from: root,
      limits: { ...limits, ...limit },
    });
    return read.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
  };
  const size = (await readFile(join(root, 'media/good.png'))).length;
  expect(await reasons({ imageBytes: size })).toEqual([]);
  expect(await reasons({ imageBytes: size - 1 })).toEqual([
    `img-too-large: Picture \`/media/good.png\`: ${size} bytes, more than ${size - 1}`,
  ]);
  expect(await reasons({ imagePixels: 76 })).toEqual([
    'img-too-large: Picture `/media/good.png`: 11 × 7 pixels, more than 76',
  ]);
});
