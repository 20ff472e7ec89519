import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packRecord } from '../../src/filing/pack-record.ts';
import {
  openTagleaf,
  UnreadableError,
  UsageError,
  type MarkupHandler,
  type ProjectConfig,
} from '../../src/index.ts';
import { loadStages } from '../../src/publish/load-stages.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { pngAsset } from '../epub/build-document.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const post = '---\ntitle: A post\nlang: en\n---\n\nSome words.\n';
const pictured = '---\ntitle: A post\nlang: en\n---\n\n![A map](media/map.png)\n';
const unspoken = '---\ntitle: A post\n---\n\nSome words.\n';
const png = new Uint8Array(pngAsset('map.png', 30, 20).bytes);

test('a post becomes a PDF and an EPUB that names its pages', async () => {
  const tagleaf = await openTagleaf({});
  const document = await tagleaf.read(Buffer.from(post), { file: 'posts/a.md' });
  expect(tagleaf.check(document)).toEqual([]);
  const pdf = await tagleaf.pdf(tagleaf.publication(document));
  const epub = await tagleaf.epub(pdf.publication, { pageStarts: pdf.pageStarts });
  expect([pdf.claims, pdf.pages, epub.claims]).toEqual([['PDF/UA-1', 'PDF/A-2a'], 1, []]);
  expect((await readPdf(pdf.bytes)).text).toContain('Some words.');
  expect((await readEpub(epub.bytes)).pages.map(({ label }) => label)).toEqual(['1']);
  const alone = await tagleaf.epub(tagleaf.publication(document));
  expect((await readEpub(alone.bytes)).pages).toEqual([]);
});

test('no order of calls claims anything over an open error', async () => {
  const tagleaf = await openTagleaf({});
  const document = await tagleaf.read(unspoken);
  const publication = tagleaf.publication(document);
  const first = await tagleaf.pdf(publication);
  // Neither without `check`, nor again, nor after the EPUB, nor from what another file was made of.
  const epub = await tagleaf.epub(publication);
  tagleaf.check(document);
  const files = [
    first,
    await tagleaf.pdf(publication),
    await tagleaf.pdf(first.publication),
    await tagleaf.pdf(epub.publication),
    await tagleaf.pdf(structuredClone(tagleaf.publication(structuredClone(document)))),
  ];
  for (const { claims, publication: said } of files) {
    expect(claims).toEqual([]);
    expect(said.messages.map(({ ruleId }) => ruleId)).toContain('lang-missing');
  }
});

test('what only the layout finds withholds the claims too, and at the level of the project', async () => {
  const kannada = post.replace('Some words', 'ಫ');
  const plain = await openTagleaf({});
  const pdf = await plain.pdf(plain.publication(await plain.read(kannada)));
  expect([pdf.claims, pdf.messages.map(({ ruleId }) => ruleId)]).toEqual([[], ['glyph-missing']]);
  expect((await plain.pdf(pdf.publication)).claims).toEqual([]);

  const words = 'Incomprehensibilities '.repeat(12).trim().split(' ');
  const row = `> | ${words.join(' | ')} |`;
  const wide = `${post}\n${row}\n> |${' --- |'.repeat(12)}\n${row}\n`;
  const told = await plain.pdf(plain.publication(await plain.read(wide)));
  expect([told.claims.length, told.messages.map(({ severity }) => severity)]).toEqual([2, ['warning']]);
  const strict = await openTagleaf({ lint: { 'table-too-wide': 'error' } });
  const held = await strict.pdf(strict.publication(await strict.read(wide)));
  expect([held.claims, held.messages.map(({ severity }) => severity)]).toEqual([[], ['error']]);
});

test('documents, publications and settings can be sent to a worker, and give the same bytes there', async () => {
  const tagleaf = await openTagleaf({});
  const document = await tagleaf.read(pictured, { pictures: { 'media/map.png': png } });
  expect(structuredClone(document)).toEqual(document);
  const publication = tagleaf.publication(structuredClone(document));
  const here = await tagleaf.pdf(publication);
  const there = await tagleaf.pdf(structuredClone(publication));
  expect(Buffer.compare(here.bytes, there.bytes)).toBe(0);

  const cwd = await temporaryFolder({
    'tagleaf.yaml': 'lang: en\ncollections: { book: { title: The Book, posts: posts } }\n',
    'posts/a.md': post,
  });
  const settings = await resolveSettings({ cwd, collections: ['book'], sourceDate: new Date(0) });
  expect(structuredClone(settings)).toEqual(settings);
  const book = await (await openTagleaf(undefined, { cwd })).collection('book');
  expect(structuredClone(book)).toEqual(book);
  expect(() => structuredClone({ ...book, colophon: () => book })).toThrow('could not be cloned');
});

test('pictures are those of a folder, those that are given, or none', async () => {
  const cwd = await temporaryFolder({ 'posts/a/post.md': pictured, 'posts/a/media/map.png': png });
  const tagleaf = await openTagleaf({}, { cwd });
  const told = async (options: Parameters<typeof tagleaf.read>[1]): Promise<readonly string[]> =>
    (await tagleaf.read(pictured, options)).messages.map(({ file, reason }) => `${file}: ${reason}`);
  expect(await told({ file: 'posts/a/post.md', root: 'posts' })).toEqual([]);
  expect(await told({ file: 'posts/a/post.md', root: 'posts/a' })).toEqual([]);
  expect(await told({ file: 'a/post.md', pictures: { 'a/media/map.png': png } })).toEqual([]);
  expect(await told({ file: 'a/post.md' })).toEqual([
    'a/post.md: Picture `media/map.png`: there is no such file',
  ]);
  expect(await told({ pictures: { 'media/map.png': png.subarray(0, 20) } })).toEqual([
    expect.stringMatching(/^post\.md: Picture `media\/map\.png`: /u),
  ]);
  await expect(told({ root: 'posts', pictures: {} })).rejects.toThrow(
    new UsageError('the pictures of a post are in a folder (`root`) or given (`pictures`), not both'),
  );
});

test('a post that cannot be read has messages, and no publication', async () => {
  const tagleaf = await openTagleaf({ limits: { postBytes: 10 } });
  const document = await tagleaf.read(post, { file: 'long.md' });
  expect(document.document).toBeUndefined();
  expect(tagleaf.check(document).map(({ ruleId }) => ruleId)).toEqual(['file-too-large']);
  expect(() => tagleaf.publication(document)).toThrow(UnreadableError);
  expect(() => tagleaf.publication(document)).toThrow(/^long\.md cannot be published: /u);
});

test('a collection is a publication, or an error that says which post cannot be read', async () => {
  const cwd = await temporaryFolder({
    'posts/a.md': post,
    'posts/b.md': unspoken,
    'broken/c.md': Buffer.from([0x2d, 0xff, 0xfe, 0xff]),
  });
  const book = (posts: string): { title: string; posts: string } => ({ title: 'The Book', posts });
  const collections = { good: book('posts'), bad: book('broken') };
  const tagleaf = await openTagleaf(
    { lang: 'en', collections },
    {
      cwd,
    },
  );
  const publication = await tagleaf.collection('good');
  expect(publication.chapters.filter(({ kind }) => kind === 'post')).toHaveLength(2);
  const pdf = await tagleaf.pdf(publication);
  expect(pdf.publication.chapters.at(-1)?.kind).toBe('colophon');
  await expect(tagleaf.collection('none')).rejects.toThrow(UsageError);
  await expect(tagleaf.collection('bad')).rejects.toThrow(/^collections\.bad cannot be published: /u);
});

test('a run can keep its files in memory', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post });
  const tagleaf = await openTagleaf({}, { cwd });
  const report = await tagleaf.build({ write: false, out: 'out' });
  expect(report.files.map(({ path, bytes, content }) => [path, bytes === content?.length])).toEqual([
    ['out/a.pdf', true],
    ['out/a.epub', true],
  ]);
  expect(Buffer.from(report.linkInventoryContent ?? []).toString()).toBe('text,target,post,line,kind\r\n');
  expect(await listFiles(cwd)).toEqual(['posts/a.md']);
  const written = await tagleaf.build({ out: 'out' });
  expect(written.files.map(({ sha256, content }) => [sha256, content])).toEqual(
    report.files.map(({ sha256 }) => [sha256, undefined]),
  );
});

test('a run ends between two posts when it is told to, and says how far it is', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'posts/b.md': post, 'posts/c.md': post });
  const tagleaf = await openTagleaf({}, { cwd });
  const controller = new AbortController();
  const seen: string[] = [];
  const run = tagleaf.build({
    out: 'out',
    formats: ['epub'],
    pageList: false,
    signal: controller.signal,
    onProgress: (event) => {
      seen.push(event.type === 'run-started' ? `of ${event.total}` : `${event.type} ${event.post}`);
      if (event.type === 'post-started' && event.number === 2) controller.abort(new Error('enough'));
    },
  });
  await expect(run).rejects.toThrow('enough');
  expect(seen).toEqual([
    'of 3',
    'post-started posts/a.md',
    'post-started posts/b.md',
    'post-finished posts/a.md',
  ]);
  expect(await listFiles(join(cwd, 'out'))).toEqual(['.tagleaf-files', 'a.epub']);
});

test('plug-ins may be functions, which stay out of settings and out of the records', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post.replace('Some', '{% shout "many" %}') });
  const shout: MarkupHandler = ({ args: [who = ''] }) => ({ type: 'text', value: who.toUpperCase() });
  const plugins = [{ handlers: { shout } }];
  const tagleaf = await openTagleaf({ plugins }, { cwd });
  const { files, messages } = await tagleaf.build({ write: false, formats: ['epub'], verify: true });
  expect(messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
    'plugin-lost-words “many” stands in the post, but in neither file',
  ]);
  expect((await readEpub(files[0]?.content ?? new Uint8Array())).text).toContain('MANY words.');

  const settings = await resolveSettings({ cwd });
  const running = { settings, stages: await loadStages(settings, plugins), memory: {} };
  const packing = packRecord(
    { cwd, post: 'posts/a.md', store: 'store' },
    { now: () => new Date(0), running },
  );
  await expect(packing).rejects.toThrow(
    new UsageError('plug-ins given as functions cannot be filed: name them as modules in the configuration'),
  );
  expect(await listFiles(cwd)).toEqual(['posts/a.md']);
});

test('what is wrong with the configuration or a request is said with its key', async () => {
  const open = (config: object): Promise<unknown> => openTagleaf(config as ProjectConfig);
  await expect(open({ page: 'a5' })).rejects.toThrow(
    new UsageError('the configuration: `page` must be "letter" or "a4", not "a5"'),
  );
  await expect(open({ colour: 'red' })).rejects.toThrow(
    /^the configuration: unknown key `colour`; the keys are posts, /u,
  );
  await expect(open({ plugins: [7] })).rejects.toThrow(UsageError);
  await expect(openTagleaf('none.yaml')).rejects.toThrow('none.yaml: there is no such configuration file');
  const cwd = await temporaryFolder({ 'a.md': '' });
  for (const name of ['none', 'a.md']) {
    const path = join(cwd, name);
    await expect(openTagleaf({}, { cwd: path })).rejects.toThrow(
      new UsageError(`option \`cwd\`: there is no folder ${path}`),
    );
  }
  const tagleaf = await openTagleaf({});
  await expect(tagleaf.build({ formats: [] })).rejects.toThrow('option `formats` must be more than nothing');
});

/** What is given by a caller without types. */
const untyped = <Value>(value: unknown): Value => value as Value;

const notRead = 'a document is what `read` returned';
const noPublication = 'a publication is what `publication` or `collection` returned, or part of a rendering';
const config = 'the configuration must be the path of a file, or a mapping of keys';
const options = 'there is no option `x`; the options are ';
const optionsOfBuild =
  'inputs, out, formats, strict, verify, write, collections, pageList, catalogue, checkLinks, drafts, force, cache, workers, asOf, onProgress, signal';
type Open = Awaited<ReturnType<typeof openTagleaf>>;

test.each<readonly [string, string, (tagleaf: Open) => unknown]>([
  ['no configuration', config, () => openTagleaf(untyped(null))],
  ['a list', config, () => openTagleaf(untyped([]))],
  ['a number', config, () => openTagleaf(untyped(7))],
  [
    'plug-ins that are no list',
    'the configuration: `plugins` must be a list',
    () => openTagleaf({ plugins: untyped('remark-emoji') }),
  ],
  ['no options', 'options are an object, not null', () => openTagleaf({}, untyped(null))],
  ['another option', options, () => openTagleaf({}, untyped({ x: 1 }))],
  [
    'another option than those of opening',
    'there is no option `inputs`; the options are cwd, page, theme, sourceDate, allowPlugins',
    () => openTagleaf({}, untyped({ inputs: [] })),
  ],
  ...['config', 'cwd', 'theme', 'page', 'sourceDate', 'allowPlugins', 'x'].map(
    (name) =>
      [
        `option ${name} of build`,
        `there is no option \`${name}\`; the options are ${optionsOfBuild}`,
        ({ build }: Open) => build(untyped({ [name]: 'a' })),
      ] as const,
  ),
  [
    'inputs that are no list',
    'option `inputs` must be a list, not "a.md"',
    ({ build }) => build({ inputs: untyped('a.md') }),
  ],
  [
    'collections that are none',
    'option `collections` must be true or a list, not 7',
    ({ build }) => build({ collections: untyped(7) }),
  ],
  ['no source', '`read` takes the bytes or the text of a post', ({ read }) => read(untyped(undefined))],
  ['another option of read', options, ({ read }) => read(post, untyped({ x: 1 }))],
  [
    'a picture that is no bytes',
    'option `pictures.a.png` must be Uint8Array, not "x"',
    ({ read }) => read(post, { pictures: { 'a.png': untyped('x') } }),
  ],
  ['nothing that was read', notRead, async ({ check }) => check(untyped({}))],
  ['nothing that was read', notRead, async ({ publication }) => publication(untyped(undefined))],
  ['no publication', noPublication, ({ pdf }) => pdf(untyped({ chapters: [] }))],
  [
    'a publication that went through JSON',
    noPublication,
    async ({ epub, publication, read }) =>
      epub(untyped(JSON.parse(JSON.stringify(publication(await read(post)))))),
  ],
  [
    'page starts that are none',
    'option `pageStarts.0` must be Object, not 1',
    async ({ epub, publication, read }) => epub(publication(await read(post)), { pageStarts: untyped([1]) }),
  ],
  [
    'no name',
    '`collection` takes the name of a collection',
    ({ collection }) => collection(untyped(undefined)),
  ],
  ['another option of build', options, ({ build }) => build(untyped({ x: 1 }))],
  [
    'a signal that is none',
    '`onProgress` must be a function, `signal` an AbortSignal',
    ({ build }) => build({ signal: untyped({}) }),
  ],
])('%s is a wrong call: %s', async (_, message, call) => {
  const tagleaf = await openTagleaf({});
  await expect(Promise.resolve(call(tagleaf))).rejects.toThrow(UsageError);
  await expect(Promise.resolve(call(tagleaf))).rejects.toThrow(message);
  await tagleaf.close();
});

test('a closed project does nothing more', async () => {
  const tagleaf = await openTagleaf({});
  const document = await tagleaf.read(post);
  await tagleaf.close();
  const closed = new UsageError('this project was closed');
  await expect(tagleaf.read(post)).rejects.toThrow(closed);
  expect(() => tagleaf.check(document)).toThrow(closed);
  await expect(tagleaf.build()).rejects.toThrow(closed);
  await expect(tagleaf.collection('none')).rejects.toThrow(closed);
  await tagleaf.close();
});

test('runs at once, of one project and of two, give what each gives alone', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': post, 'posts/b.md': unspoken });
  const [first, second] = [await openTagleaf({}, { cwd }), await openTagleaf({}, { cwd })];
  const alone = await first.build({ write: false });
  expect(alone.files).toHaveLength(4);
  const run = (tagleaf: Open): ReturnType<Open['build']> => tagleaf.build({ write: false });
  expect(await Promise.all([run(first), run(first), run(second)])).toEqual([alone, alone, alone]);
  await first.close();
  expect(await run(second)).toEqual(alone);
});
