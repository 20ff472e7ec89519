import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiledTemplates } from '../../src/filing/filed-templates.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const filed = join(import.meta.dirname, '../store/fixtures/store-0.1.0/store/kestrel-0001_v0001');

const own = ['chapter-xhtml.ejs', 'nav-xhtml.ejs', 'package-opf.ejs', 'style.css', 'toc-ncx.ejs'].map(
  (name) => `epub/${name}`,
);

test('what the release that filed a bag brought itself is told from what the project brought', async () => {
  expect(await readFiledTemplates(filed, '0.1.0')).toMatchObject({
    own: [...own, 'strings/en.yaml'],
    foreign: [],
  });
  expect((await readFiledTemplates(filed, '0.2.0')).own).toEqual([]);
});

test('a file with another byte is the project’s, and of programs foreign', async () => {
  const bag = await temporaryFolder({});
  cpSync(filed, bag, { recursive: true });
  for (const name of ['epub/nav-xhtml.ejs', 'strings/en.yaml']) {
    appendFileSync(join(bag, 'data/build/templates', name), '\n');
  }
  expect(await readFiledTemplates(bag, '0.1.0')).toMatchObject({
    own: own.filter((path) => path !== 'epub/nav-xhtml.ejs'),
    foreign: ['epub/nav-xhtml.ejs'],
  });
});
