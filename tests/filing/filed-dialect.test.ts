import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packRecord, type PackReport } from '../../src/filing/pack-record.ts';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const post = (id: string, body: string): string =>
  `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nsource: { url: 'https://agency.gov/a' }\n` +
  `record: { id: ${id} }\nretention: { disposition: permanent, authority: DAA-1 }\n---\n\n${body}\n`;
const now = (): Date => new Date('2026-11-23T12:00:00Z');

async function optionsOf(cwd: string, bag: string): Promise<unknown> {
  return JSON.parse(await readFile(join(cwd, 'store', bag, 'data/build/options.json'), 'utf8'));
}

test('what a post was read as is filed, so that no configuration is asked when it is made again', async () => {
  const cwd = await temporaryFolder({
    '_config.yml': '',
    '_posts/a.md': post('agency-0001', 'Let $x^2$ be.'),
  });
  const pack = (): Promise<PackReport> =>
    packRecord({ cwd, post: '_posts/a.md', store: join(cwd, 'store') }, { now });
  const filed = await pack();
  expect(filed.messages.map(({ file, ruleId }) => `${file} ${ruleId}`)).toContain(
    '_config.yml dialect-decided',
  );
  expect(filed.outcome).toBe('filed');
  const bag = join(cwd, 'store', 'agency-0001_v0001');
  expect(await optionsOf(cwd, 'agency-0001_v0001')).toMatchObject({ dialect: 'kramdown' });
  await rm(join(cwd, '_config.yml'));
  expect(await rebuildCheck(bag)).toMatchObject({ outcome: 'identical' });
  await writeFile(join(cwd, '_config.yml'), 'markdown: CommonMarkGhPages\n');
  expect(await rebuildCheck(bag)).toMatchObject({ outcome: 'identical' });
  // Read as another dialect it is another record.
  expect((await pack()).messages.map(({ ruleId }) => ruleId)).toContain('record-version-unnamed');
  const options = await readFile(join(bag, 'data/build/options.json'), 'utf8');
  await writeFile(join(bag, 'data/build/options.json'), options.replace('kramdown', 'gfm'));
  expect(await rebuildCheck(bag)).toMatchObject({ outcome: 'different' });
});

test('a record from before there was a choice is made again as it was, in whatever site its store lies', async () => {
  const cwd = await temporaryFolder({ '.git/HEAD': '', 'posts/a.md': post('agency-0001', 'Let $x^2$ be.') });
  const pack = (): Promise<PackReport> =>
    packRecord({ cwd, post: 'posts/a.md', store: join(cwd, 'store') }, { now });
  expect((await pack()).outcome).toBe('filed');
  const file = join(cwd, 'store/agency-0001_v0001/data/build/options.json');
  const options = await readFile(file, 'utf8');
  await writeFile(file, options.replace(/ *"dialect": "auto",\n/u, ''));
  expect(await readFile(file, 'utf8')).not.toBe(options);
  await writeFile(join(cwd, 'store/_config.yml'), '');
  expect(await rebuildCheck(join(cwd, 'store/agency-0001_v0001'))).toMatchObject({ outcome: 'identical' });
});

test('what a post includes from beside its folder is filed with it', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml': 'posts: site/_posts\n',
    'site/_posts/a.md': post('agency-0001', '{% include note.md %}'),
    'site/_includes/note.md': 'Words of *another* file.\n',
  });
  const packed = await packRecord({ cwd, post: 'site/_posts/a.md', store: join(cwd, 'store') }, { now });
  expect(packed.outcome).toBe('filed');
  const bag = join(cwd, 'store/agency-0001_v0001');
  expect(await readFile(join(bag, 'data/source/_includes/note.md'), 'utf8')).toBe(
    'Words of *another* file.\n',
  );
  await rm(join(cwd, 'site'), { recursive: true });
  expect(await rebuildCheck(bag)).toMatchObject({ outcome: 'identical' });
});

test('a book of two sites is filed with the dialect of each of its posts', async () => {
  const cwd = await temporaryFolder({
    'tagleaf.yaml':
      'collections: { book: { title: B, lang: en-US, posts: [j, p], record: { id: agency-0009 }, retention: { disposition: permanent, authority: DAA-1 } } }\n',
    '.git/HEAD': '',
    'j/_config.yml': '',
    'j/a.md': post('agency-0001', 'Let $x^2$ be.'),
    'p/b.md': post('agency-0002', 'Let it be.'),
  });
  const packed = await packRecord({ cwd, collection: 'book', store: join(cwd, 'store') }, { now });
  expect(packed.outcome).toBe('filed');
  expect(await optionsOf(cwd, 'agency-0009_v0001')).toMatchObject({
    dialect: 'auto',
    collection: { dialects: { 'j/a.md': 'kramdown', 'p/b.md': 'auto' } },
  });
  expect(await rebuildCheck(join(cwd, 'store/agency-0009_v0001'))).toMatchObject({ outcome: 'identical' });
});
