import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEpubTemplates } from '../../src/project/read-epub-templates.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagleaf-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('a file of the user stands in for the one of the same name, and no other', async () => {
  const own = await readEpubTemplates();
  await mkdir(join(folder, 'one', 'epub'), { recursive: true });
  await writeFile(join(folder, 'one', 'epub', 'style.css'), 'p { margin: 0 }');
  const read = await readEpubTemplates(join(folder, 'one'));
  expect(own.css).not.toBe('p { margin: 0 }');
  expect(read).toEqual({ ...own, css: 'p { margin: 0 }' });
});

test('a file that cannot be read is a failure of the world', async () => {
  const path = join(folder, 'two', 'epub', 'toc.ncx.ejs');
  await mkdir(path, { recursive: true });
  await expect(readEpubTemplates(join(folder, 'two'))).rejects.toMatchObject({ name: 'ResourceError', path });
});
