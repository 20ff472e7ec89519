import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { packRecord } from '../../src/filing/pack-record.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import type { BuildRequest } from '../../src/publish/tagleaf.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

const post = (front: string): string => `---\ntitle: T\nlang: en\n${front}\n---\n\nWords.\n`;
const folder = {
  'posts/a.md': post('draft: true'),
  'posts/b.md': post('date: 2020-01-01'),
  'posts/c.md': '+++\ntitle = "T"\nlang = "en"\ndraft = true\n+++\nWords {% unknown %}.',
  'posts/d.md': post('date: 2020-01-01\npublishDate: 2020-03-01\nexpiryDate: 2021-01-01'),
};

interface Told {
  readonly made: readonly string[];
  readonly messages: readonly string[];
}

async function build(
  request: BuildRequest,
  files: Readonly<Record<string, string>> = folder,
  posts: readonly string[] = ['posts'],
): Promise<Told> {
  const cwd = await temporaryFolder(files);
  const book = { title: 'B', lang: 'en', posts: [...posts] };
  const tagleaf = await openTagleaf({ collections: { book } }, { cwd });
  const report = await tagleaf.build({ formats: ['epub'], pageList: false, write: false, ...request });
  await tagleaf.close();
  return {
    made: report.files.map(({ path }) => path.replace('dist/publications/', '')),
    messages: report.messages.map(({ file, severity, reason }) => `${file} ${severity} ${reason}`),
  };
}

const window = [
  'posts/d.md info “publishDate” says that the post is to be seen from 2020-03-01 on; only --as-of leaves it out',
  'posts/d.md info “expiryDate” says that the post ends on 2021-01-01; only --as-of leaves it out',
];
const unused = 'posts/d.md info “publishDate” is not used, since “date” stands beside it';
const draft = (name: string): string => `posts/${name}.md info The post is a draft: left out`;

describe('drafts', () => {
  test('a folder is built without them, and each is told; nothing else is said of one', async () => {
    const { made, messages } = await build({});
    expect(made).toEqual(['b.epub', 'd.epub']);
    expect(messages).toEqual([draft('a'), draft('c'), unused, ...window]);
  });

  test('with drafts all are built', async () => {
    const { made, messages } = await build({ drafts: true });
    expect(made).toEqual(['a.epub', 'b.epub', 'c.epub', 'd.epub']);
    expect(messages.filter((message) => message.includes('draft'))).toEqual([]);
  });

  test('one that is named is an error, beside a folder too', async () => {
    const named = 'posts/a.md error The post is a draft: nothing is made of it without --drafts';
    expect(await build({ inputs: ['posts/a.md'] })).toEqual({ made: [], messages: [named] });
    expect((await build({ inputs: ['posts/a.md', 'posts'] })).messages[0]).toBe(named);
    expect((await build({ inputs: ['posts/a.md'], drafts: true })).made).toEqual(['a.epub']);
  });

  test('the words for true and false of YAML 1.1 count, others are an error and no draft', async () => {
    const flags = { yes: 'draft: Yes', off: 'published: off', no: 'draft: no', day: 'published: 2020-02-03' };
    const files = Object.fromEntries(
      Object.entries(flags).map(([name, flag]) => [`posts/${name}.md`, post(flag)]),
    );
    expect((await build({}, files)).made).toEqual(['day.epub', 'no.epub']);
    expect((await build({}, { 'posts/a.md': post('draft: perhaps') })).messages).toEqual([
      'posts/a.md error Front matter “draft”: expected true or false',
    ]);
  });

  test('a book is made without them, and its claims are withheld where one was named', async () => {
    const request = { collections: ['book'] };
    expect(await build(request)).toMatchObject({
      made: ['book.epub'],
      messages: expect.arrayContaining([draft('a')]),
    });
    const { made, messages } = await build(request, folder, ['posts/a.md', 'posts/b.md']);
    expect(made).toEqual(['book.epub']);
    expect(messages[0]).toBe('posts/a.md error The post is a draft: nothing is made of it without --drafts');
    expect(await build(request, { 'posts/a.md': post('draft: true') })).toEqual({
      made: [],
      messages: [
        draft('a'),
        'the configuration error `collections.book` has no post that can be read and is not left out',
      ],
    });
  });

  test('a record is filed of one only where that is asked for', async () => {
    const front = 'draft: true\ndate: 2020-01-01\nrecord: { id: r-1, type: post }';
    const cwd = await temporaryFolder({ 'posts/a.md': post(front), 'posts/b.md': post('') });
    const options = { cwd, store: join(cwd, 'store'), post: 'posts/a.md' };
    const now = (): Date => new Date(0);
    const refused = await packRecord(options, { now });
    expect(refused.outcome).toBe('refused');
    expect(refused.messages.map(({ ruleId }) => ruleId)).toEqual(['draft-named']);
    expect(await listFiles(options.store)).toEqual([]);
    const asked = await packRecord({ ...options, drafts: true }, { now });
    expect(asked.messages.map(({ ruleId }) => ruleId)).not.toContain('draft-named');
  });
});

describe('the day of --as-of', () => {
  const early =
    'posts/d.md info On 2020-02-29 the post was not yet to be seen, but from 2020-03-01 on: left out';
  const late =
    'posts/d.md info On 2021-01-01 the post was no longer to be seen, since it ended on 2021-01-01: left out';

  test.each([
    ['2020-02-29', early],
    ['2021-01-01', late],
  ])('%s leaves out a post that was not to be seen', async (asOf, message) => {
    const { made, messages } = await build({ asOf });
    expect(made).toEqual(['b.epub']);
    expect(messages).toContain(message);
  });

  test.each(['2020-03-01', '2020-12-31'])('%s does not leave it out', async (asOf) => {
    expect((await build({ asOf })).made).toEqual(['b.epub', 'd.epub']);
  });

  test('what is no day is refused', async () => {
    await expect(build({ asOf: '2020-02-30' })).rejects.toThrow(
      new UsageError('option `asOf` must be a day as YYYY-MM-DD'),
    );
  });
});
