import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
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
  const read = await readEpubTemplates({ folder: join(folder, 'one'), allowPrograms: false });
  expect(own.css).not.toBe('p { margin: 0 }');
  expect(read).toEqual({ ...own, css: 'p { margin: 0 }' });
  const without = { folder: join(folder, 'one'), allowPrograms: false, without: ['epub/style.css'] };
  expect(await readEpubTemplates(without)).toEqual(own);
});

test('a file that cannot be read is a failure of the world', async () => {
  const path = join(folder, 'two', 'epub', 'toc.ncx.ejs');
  await mkdir(path, { recursive: true });
  await expect(readEpubTemplates({ folder: join(folder, 'two'), allowPrograms: true })).rejects.toMatchObject(
    { name: 'ResourceError', path },
  );
});

test('a program of the user runs only where it may; one of the same bytes as ours is ours', async () => {
  const own = await readEpubTemplates();
  const three = join(folder, 'three');
  const path = join(three, 'epub', 'nav.xhtml.ejs');
  await mkdir(join(three, 'epub'), { recursive: true });
  await writeFile(path, own.nav);
  expect(await readEpubTemplates({ folder: three, allowPrograms: false })).toEqual(own);
  await writeFile(path, '<%= process.pid %>');
  await expect(readEpubTemplates({ folder: three, allowPrograms: false })).rejects.toThrow(
    new UsageError(`templates: ${path} is a program of yours; it runs only with --allow-plugins`),
  );
  const allowed = await readEpubTemplates({ folder: three, allowPrograms: true });
  expect(allowed).toEqual({ ...own, nav: '<%= process.pid %>' });
});
