import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compareRenderings } from '../../src/filing/compare-renderings.ts';
import type { Gathered } from '../../src/filing/gather-post.ts';
import { renderingPath } from '../../src/filing/write-payload.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

// Sound: of what was gathered only the name of its files is asked for.
const gathered = { publication: { metadata: { slug: 'post' } } } as Gathered;
const bytes = Buffer.from('%PDF-1.7');
const path = renderingPath('post', 'pdf');
const rendered = [
  { format: 'pdf', bytes, claims: [], messages: [], publication: gathered.publication },
] satisfies Parameters<typeof compareRenderings>[2];

async function bagWith(filed: Buffer): Promise<string> {
  const bag = await temporaryFolder({});
  mkdirSync(dirname(join(bag, path)), { recursive: true });
  writeFileSync(join(bag, path), filed);
  return bag;
}

test('a rendering is the filed one byte for byte, or it is not', async () => {
  expect(await compareRenderings(await bagWith(bytes), gathered, rendered)).toEqual([
    { path, identical: true },
  ]);
  expect(await compareRenderings(await bagWith(Buffer.from('%PDF-1.6')), gathered, rendered)).toEqual([
    { path, identical: false },
  ]);
  expect(await compareRenderings(await temporaryFolder({}), gathered, rendered)).toEqual([
    { path, identical: false },
  ]);
});

test('a file that is larger than any of ours is another, and is never read', async () => {
  const bag = await bagWith(bytes);
  // A file with a hole, which takes no room on the disk: read whole it would be 8 GB.
  truncateSync(join(bag, path), 2 ** 33);
  const before = process.memoryUsage().rss;
  expect(await compareRenderings(bag, gathered, rendered)).toEqual([{ path, identical: false }]);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
