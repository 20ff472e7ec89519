import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { listRecords } from '../../src/custody/list-records.ts';
import { reportDue } from '../../src/custody/report-due.ts';
import { openStore } from '../../src/store/store.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { readBagInfo } from '../bag/read-bag-info.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { verifyBag } from '../../src/bag/verify-bag.ts';
import { packRecord, type PackOptions, type PackReport } from '../../src/filing/pack-record.ts';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { packageVersion } from '../../src/project/package-root.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';
import { pngAsset } from '../epub/build-document.ts';

const post = (body: string, more = ''): string =>
  `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\n` +
  `source: { url: 'https://agency.gov/a', file: a.html }\nrecord: { id: agency-0001 }\n${more}---\n\n${body}\n`;

const now = (): Date => new Date('2026-11-23T12:00:00Z');
let cwd: string;

beforeEach(async () => {
  cwd = await temporaryFolder({
    // To draw one takes as long as all that is looked at here.
    'tagleaf.yaml': 'cover: none\n',
    'posts/2011/a.md': post('Words, and ![a map](map.png) of them.'),
    'posts/2011/map.png': pngAsset('map', 8, 8).bytes,
    'posts/2011/a.html': '<p>Words</p>',
    'posts/series.yaml':
      'record: { series: agency-blog }\nretention: { disposition: temporary, authority: DAA-1, period: P3Y, cutoff: { from: released, at: day } }\n',
  });
});

const pack = (options: Partial<PackOptions> = {}): Promise<PackReport> =>
  packRecord({ cwd, post: 'posts/2011/a.md', store: join(cwd, 'store'), ...options }, { now });

const bag = (name = 'agency-0001_v0001'): string => join(cwd, 'store', name);

test('a file that a post includes is filed with it', async () => {
  const file = join(cwd, 'posts/2011/a.md');
  await mkdir(join(cwd, 'posts/_includes'), { recursive: true });
  await writeFile(join(cwd, 'posts/_includes/note.md'), 'Words of *another* file.');
  await writeFile(file, post('{% include note.md %}'));
  expect((await pack()).outcome).toBe('filed');
  expect(await readFile(join(bag(), 'data/source/_includes/note.md'), 'utf8')).toBe(
    'Words of *another* file.',
  );
  expect((await readPdf(await readFile(join(bag(), 'data/renderings/a.pdf')))).text).toContain(
    'Words of another file.',
  );
  expect(await rebuildCheck(bag())).toMatchObject({ outcome: 'identical' });
  expect((await pack()).outcome).toBe('already-filed');
  await writeFile(join(cwd, 'posts/_includes/note.md'), 'Other words.');
  expect(await pack({ supersedes: 'agency-0001' })).toMatchObject({ outcome: 'filed', version: 2 });
});

test('the cover that a post names is filed with it', async () => {
  await writeFile(join(cwd, 'posts/2011/a.md'), post('Words.', 'cover: leaf.png\ncover_alt: A leaf\n'));
  await writeFile(join(cwd, 'posts/2011/leaf.png'), pngAsset('leaf', 6, 8).bytes);
  expect((await pack()).outcome).toBe('filed');
  expect(await listFiles(join(bag(), 'data/source/2011'))).toContain('leaf.png');
  expect(await rebuildCheck(bag())).toMatchObject({ outcome: 'identical' });
});

const waiverOf = (found: string): string =>
  `waivers: [{ rule: markup-visible, match_sha256: ${sha256Of(Buffer.from(found))}, reason: It is what the form shows, by: A. Archivist, on: 2026-11-23 }]\n`;

test('markup that readers would see is filed only where a person says that it is meant', async () => {
  const file = join(cwd, 'posts/2011/a.md');
  const body = 'Words.\n\n::: {.aside\n\nMore words.';
  const told = async (text: string): Promise<readonly unknown[]> => {
    await writeFile(file, text);
    const { outcome, messages } = await pack();
    const said = messages.filter(({ ruleId }) => ruleId === 'markup-visible' || ruleId === 'waiver-unused');
    return [
      outcome,
      ...said.map(({ severity, ruleId, suppressed }) => `${severity} ${ruleId} ${suppressed ?? '-'}`),
    ];
  };
  expect(await told(post(body))).toEqual(['refused', 'error markup-visible -']);
  expect(await told(post(body, waiverOf('::: {.other')))).toEqual([
    'refused',
    'error markup-visible -',
    'warning waiver-unused -',
  ]);
  expect(await told(post(body, waiverOf('::: {.aside')))).toEqual([
    'filed',
    'info markup-visible It is what the form shows (A. Archivist, 2026-11-23)',
  ]);
  const pdf = await readPdf(await readFile(join(bag(), 'data/renderings/a.pdf')));
  expect(pdf.text).toContain('::: {.aside');
});

test('a post is filed with all that belongs to it, in a bag that holds together', async () => {
  const report = await pack();
  expect(report).toMatchObject({
    outcome: 'filed',
    record: 'agency-0001',
    version: 1,
    bag: 'agency-0001_v0001',
  });
  const files = await listFiles(bag());
  expect(files.filter((path) => !path.startsWith('data/build/templates/'))).toEqual([
    'README.html',
    'README.txt',
    'bag-info.txt',
    'bagit-profile.json',
    'bagit.txt',
    'data/build/fonts.json',
    'data/build/options.json',
    'data/build/theme.yaml',
    'data/build/versions.json',
    'data/metadata/file-list.csv',
    'data/metadata/links.csv',
    'data/metadata/premis.xml',
    'data/metadata/record.jsonld',
    'data/renderings/a.epub',
    'data/renderings/a.pdf',
    'data/source/2011/a.html',
    'data/source/2011/a.md',
    'data/source/2011/map.png',
    'data/source/series.yaml',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
  ]);
  // Names that NARA calls safe (Bulletin 2015-04 appendix B): small letters, digits, - and _, one full stop.
  const payload = files.filter((path) => path.startsWith('data/')).flatMap((path) => path.split('/'));
  expect(payload.filter((name) => !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)?$/u.test(name))).toEqual([]);
  expect((await verifyBag(bag(), { profile: recordProfile })).findings).toEqual([]);
  for (const path of ['a.md', 'a.html', 'map.png']) {
    const [filed, own] = await Promise.all([
      readFile(join(bag(), 'data/source/2011', path)),
      readFile(join(cwd, 'posts/2011', path)),
    ]);
    expect(Buffer.compare(filed, own)).toBe(0);
  }
  const info = new Map(await readBagInfo(bag()));
  expect(info.get('Record-Series')).toBe('agency-blog');
  expect(info.get('Disposition')).toBe('temporary');
  expect(info.get('Ledger-Head')).toMatch(/^0 0{64}$/u);
});

test('both renderings carry the id of the record and end with its sheet', async () => {
  await pack();
  const pdf = await readPdf(await readFile(join(bag(), 'data/renderings/a.pdf')));
  const epub = await readEpub(await readFile(join(bag(), 'data/renderings/a.epub')));
  expect(pdf.problems).toEqual([]);
  expect(epub.problems).toEqual([]);
  expect(pdf.xmp).toContain('<dc:identifier>agency-0001</dc:identifier>');
  expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(Buffer.from(epub.files.get('OEBPS/content.opf') ?? []).toString()).toContain(
    '>agency-0001</dc:identifier>',
  );
  for (const text of [pdf.text, epub.text]) {
    expect(text).toContain('https://agency.gov/a');
    expect(text).toContain('agency-0001');
    expect(text.indexOf('Record sheet')).toBeGreaterThan(text.indexOf('Words, and'));
  }
});

test('the same again is already filed, and changes nothing', async () => {
  await pack();
  const before = await readFile(join(cwd, 'store/ledger.jsonl'), 'utf8');
  expect(await pack()).toMatchObject({ outcome: 'already-filed', version: 1 });
  expect(await readFile(join(cwd, 'store/ledger.jsonl'), 'utf8')).toBe(before);
  expect(await readdir(join(cwd, 'store/incoming'))).toEqual([]);
});

test.each([
  ['the post', 'a.md', post('Other words, and ![a map](map.png) of them.')],
  ['a picture', 'map.png', pngAsset('map', 9, 8).bytes],
  ['the capture', 'a.html', '<p>Other words</p>'],
])('%s that changes while it is packed is refused, and nothing is filed', async (_name, file, changed) => {
  const path = join(cwd, 'posts/2011', file);
  // The clock is first asked when all is rendered and nothing is copied yet.
  const edit = (): Date => {
    writeFileSync(path, changed);
    return now();
  };
  const packing = packRecord({ cwd, post: 'posts/2011/a.md', store: join(cwd, 'store') }, { now: edit });
  await expect(packing).rejects.toThrow(
    new ResourceError(
      `2011/${file} was changed while it was packed; nothing was filed, run the command again`,
      {
        path: `2011/${file}`,
      },
    ),
  );
  expect(await listFiles(join(cwd, 'store'))).toEqual(['ledger.head', 'ledger.jsonl', 'waivers.secret']);
  expect(await readFile(join(cwd, 'store/ledger.jsonl'), 'utf8')).toBe('');
  expect(await pack()).toMatchObject({ outcome: 'filed', version: 1 });
  expect(Buffer.compare(await readFile(join(bag(), 'data/source/2011', file)), Buffer.from(changed))).toBe(0);
});

test('of two that file the same at once, one files it and the other says so', async () => {
  const reports = await Promise.all([pack(), pack()]);
  expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['already-filed', 'filed']);
  expect(reports.map(({ bag: name }) => name)).toEqual(['agency-0001_v0001', 'agency-0001_v0001']);
});

test('what was said in the reading, and of the names of files, is told', async () => {
  const path = join(cwd, 'posts/2011/a.md');
  const text = (await readFile(path, 'utf8')).replace('agency:', 'colour: red\nagency:');
  await writeFile(path, text.replaceAll('map.png', 'Map%201.png'));
  await rename(join(cwd, 'posts/2011/map.png'), join(cwd, 'posts/2011/Map 1.png'));
  const { messages } = await pack();
  expect(messages.map(({ ruleId, file, reason }) => `${file}: ${ruleId} ${reason}`)).toMatchInlineSnapshot(`
    [
      "posts/2011/a.md: frontmatter-unknown-key Unknown key “colour”",
      "2011/Map 1.png: file-name-unsafe The name “data/source/2011/Map 1.png” (match_sha256 cd144530ca29d12a98280497ffed778b2ecd78e10b556f02dbeeeec62eb48576)",
    ]
  `);
});

test('another version must be called one', async () => {
  await pack();
  await writeFile(join(cwd, 'posts/2011/a.md'), post('Other words.'));
  const refused = await pack();
  expect(refused).toMatchObject({ outcome: 'refused', version: 1 });
  expect(refused.messages.map(({ ruleId }) => ruleId)).toEqual(['record-version-unnamed']);
  await expect(pack({ supersedes: 'agency-0002' })).rejects.toThrow(/--supersedes names agency-0002/u);
  expect(await pack({ supersedes: 'agency-0001' })).toMatchObject({
    outcome: 'filed',
    version: 2,
    bag: 'agency-0001_v0002',
  });
  const info = new Map(await readBagInfo(bag('agency-0001_v0002')));
  expect(info.get('Record-Supersedes')).toBe('agency-0001');
  expect(info.get('Ledger-Head')).toMatch(/^1 [0-9a-f]{64}$/u);
});

test('a first version supersedes nothing', async () => {
  await expect(pack({ supersedes: 'agency-0001' })).rejects.toThrow(/no version of it is filed yet/u);
});

test.each([
  ['without an id', 'record: { id: agency-0001 }', 'record: { series: x }', 'record-id-missing'],
  ['with holds', 'agency: The Agency', 'agency: The Agency\nholds: [x]', 'record-holds-in-post'],
  ['with a social security number', 'Words, and', 'The number 512-34-5679 and', 'personal-ssn'],
  ['with an error', 'map.png)', 'gone.png)', 'img-missing'],
  [
    'with an altered capture',
    'file: a.html',
    `file: a.html, sha256: ${'0'.repeat(64)}`,
    'record-capture-altered',
  ],
])('a post %s is not filed', async (_name, from, to, rule) => {
  const path = join(cwd, 'posts/2011/a.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  const report = await pack();
  expect(report.outcome).toBe('refused');
  expect(
    report.messages.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId),
  ).toContain(rule);
  expect(
    await listFiles(join(cwd, 'store')).then((files) => files.filter((file) => file.includes('_v'))),
  ).toEqual([]);
});

test('of a post that cannot be read at all, it is told why', async () => {
  await writeFile(join(cwd, 'posts/2011/a.md'), Buffer.from([0xe9]));
  expect(await pack()).toMatchObject({
    outcome: 'refused',
    messages: [{ ruleId: 'file-encoding', file: 'posts/2011/a.md' }],
  });
});

test('a capture with a social security number is not filed', async () => {
  await writeFile(join(cwd, 'posts/2011/a.html'), '<p>512-34-5679</p>');
  const report = await pack();
  expect(report.outcome).toBe('refused');
  expect(report.messages.map(({ ruleId, file }) => [ruleId, file])).toContainEqual([
    'personal-ssn',
    '2011/a.html',
  ]);
});

test('a post with a link that leads nowhere is filed as it is, and the link told', async () => {
  const path = join(cwd, 'posts/2011/a.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('Words, and', '[Words](#gone), and'));
  const report = await pack();
  expect(report.outcome).toBe('filed');
  expect(report.messages.map(({ ruleId }) => ruleId)).toContain('link-target-missing');
});

test('renderings can be had before filing, and are what is filed', async () => {
  expect(await pack({ renderTo: join(cwd, 'out') })).toMatchObject({ outcome: 'rendered' });
  expect(await listFiles(join(cwd, 'out'))).toEqual(['a.epub', 'a.pdf']);
  await pack();
  for (const name of ['a.epub', 'a.pdf']) {
    const [before, filed] = await Promise.all([
      readFile(join(cwd, 'out', name)),
      readFile(join(bag(), 'data/renderings', name)),
    ]);
    expect(Buffer.compare(before, filed)).toBe(0);
  }
});

test('reports of judges are filed, and told as events of the files that they name', async () => {
  const folder = join(cwd, 'reports');
  await cp(join(cwd, 'posts/2011'), folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(join(folder, name));
  const report = { checker: { path: '/x/a.epub', checkerVersion: '5.3.0', nFatal: 0, nError: 0 } };
  await writeFile(join(folder, 'epubcheck.json'), JSON.stringify(report));
  await writeFile(join(folder, 'notes.txt'), 'Looked at by a person.');
  await pack({ reports: folder });
  const premis = await readFile(join(bag(), 'data/metadata/premis.xml'), 'utf8');
  expect(premis).toContain('EPUBCheck');
  expect(premis).toContain('>data/reports/epubcheck.json<');
  expect((await listFiles(bag())).filter((path) => path.startsWith('data/reports'))).toEqual([
    'data/reports/epubcheck.json',
    'data/reports/notes.txt',
  ]);
  expect((await verifyBag(bag(), { profile: recordProfile })).findings).toEqual([]);
});

describe('the filed source rendered again', () => {
  test('gives the filed bytes, and tells what is said of the source', async () => {
    const path = join(cwd, 'posts/2011/a.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('agency:', 'colour: red\nagency:'));
    await pack();
    const { outcome, messages, files } = await rebuildCheck(bag());
    expect(outcome).toBe('identical');
    expect(messages).toMatchObject([{ ruleId: 'frontmatter-unknown-key', reason: 'Unknown key “colour”' }]);
    expect(files).toEqual([
      { path: 'data/renderings/a.pdf', identical: true },
      { path: 'data/renderings/a.epub', identical: true },
    ]);
  });

  test('gives others where a byte of the source is another', async () => {
    await pack();
    const path = join(bag(), 'data/source/2011/a.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Words', 'Wards'));
    const words = (path: string): Readonly<Record<string, unknown>> => ({
      path,
      identical: false,
      words: 'different',
      difference: {
        after: 6,
        filed: 'Released December 2, 2011 Words, and of them. Record',
        rebuilt: 'Released December 2, 2011 Wards, and of them. Record',
      },
    });
    const { outcome, files } = await rebuildCheck(bag());
    expect(outcome).toBe('different');
    expect(files).toEqual([words('data/renderings/a.pdf'), words('data/renderings/a.epub')]);
  });

  test('is held against what stands there, whatever that is', async () => {
    await pack();
    const pdf = join(bag(), 'data/renderings/a.pdf');
    await rm(join(bag(), 'data/renderings/a.epub'));
    const altered = (await readFile(pdf, 'latin1')).replace('Tagleaf', 'Tagleav');
    await writeFile(pdf, altered, 'latin1');
    expect((await rebuildCheck(bag())).files).toEqual([
      { path: 'data/renderings/a.pdf', identical: false, words: 'same' },
      { path: 'data/renderings/a.epub', identical: false },
    ]);
    await writeFile(pdf, 'no PDF');
    expect((await rebuildCheck(bag())).files).toContainEqual({
      path: 'data/renderings/a.pdf',
      identical: false,
    });
  });

  test.each([
    ['another zlib', '"zlib": "0.9"', [`It was made with zlib 0.9; this is ${process.versions.zlib}.`]],
    ['a version that is not said', '"other": "0.9"', []],
  ])('names %s', async (_, said, reasons) => {
    await pack();
    const path = join(bag(), 'data/build/versions.json');
    const versions = JSON.parse(await readFile(path, 'utf8'));
    expect(versions.zlib).toBe(process.versions.zlib);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"zlib": "[^"]*"/u, said));
    const source = join(bag(), 'data/source/2011/a.md');
    await writeFile(source, (await readFile(source, 'utf8')).replace('Words', 'Wards'));
    expect((await rebuildCheck(bag())).reasons).toEqual(reasons);
  });

  test('names the version that made it', async () => {
    await pack();
    const path = join(bag(), 'data/build/versions.json');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace(/"tagleaf": "[^"]*"/u, '"tagleaf": "0.0.1"'),
    );
    const source = join(bag(), 'data/source/2011/a.md');
    await writeFile(source, (await readFile(source, 'utf8')).replace('Words', 'Wards'));
    const report = await rebuildCheck(bag());
    expect(report.outcome).toBe('other-version');
    expect(report.reasons).toEqual([`It was made with Tagleaf 0.0.1; this is ${packageVersion()}.`]);
    expect(report.files.map(({ identical }) => identical)).toEqual([false, false]);
    await writeFile(source, 'No post.');
    const unread = await rebuildCheck(bag());
    expect(unread).toMatchObject({ outcome: 'other-version', files: [] });
    expect(unread.reasons.at(-1)).toBe('The source cannot be read.');
  });

  test('by another version that gives the same bytes is identical', async () => {
    await pack();
    const path = join(bag(), 'data/build/versions.json');
    const versions = await readFile(path, 'utf8');
    await writeFile(path, versions.replace(/"tagleaf": "[^"]*"/u, '"tagleaf": "0.0.1"'));
    expect(await rebuildCheck(bag())).toMatchObject({
      outcome: 'identical',
      reasons: [],
      filedWith: { tagleaf: '0.0.1' },
      rebuiltWith: { tagleaf: packageVersion() },
    });
  });

  test('has the templates of the project, and of Tagleaf those of today', async () => {
    await writeFile(join(cwd, 'tagleaf.yaml'), 'templates: own\n');
    await mkdir(join(cwd, 'own/epub'), { recursive: true });
    await writeFile(join(cwd, 'own/epub/style.css'), 'p { margin: 0 }\n');
    await pack();
    expect((await listFiles(join(bag(), 'data/build'))).filter((path) => path.startsWith('t'))).toEqual([
      'templates/epub/style.css',
      'theme.yaml',
    ]);
    expect(await rebuildCheck(bag())).toMatchObject({ outcome: 'identical' });
    await writeFile(join(bag(), 'data/build/templates/epub/style.css'), 'p { margin: 1em }\n');
    expect(await rebuildCheck(bag())).toMatchObject({
      outcome: 'different',
      files: [
        { path: 'data/renderings/a.pdf', identical: true },
        { path: 'data/renderings/a.epub', identical: false },
      ],
    });
  });

  test('has each file of a theme that extends others, and counts those of Tagleaf as none of the project', async () => {
    const config = 'theme: ./mine.yaml\n';
    await writeFile(join(cwd, 'tagleaf.yaml'), config);
    await writeFile(join(cwd, 'mine.yaml'), 'name: mine\nextends: compact\nemphasis: bold\n');
    await pack();
    const build = join(bag(), 'data/build');
    expect((await listFiles(build)).filter((path) => path.startsWith('t'))).toEqual([
      'theme-2.yaml',
      'theme-3.yaml',
      'theme.yaml',
    ]);
    expect(await readFile(join(build, 'theme-3.yaml'), 'utf8')).toBe(
      await readFile('templates/pdf/standard.yaml', 'utf8'),
    );
    expect(await rebuildCheck(bag())).toMatchObject({ outcome: 'identical' });
    expect((await pack()).outcome).toBe('already-filed');
    // What it extends is read from the bag: a change there is a change of the pages.
    const base = join(build, 'theme-3.yaml');
    await writeFile(base, (await readFile(base, 'utf8')).replace('measure: 375', 'measure: 300'));
    const compact = join(build, 'theme-2.yaml');
    await writeFile(compact, (await readFile(compact, 'utf8')).replace(', measure: 410', ''));
    expect(await rebuildCheck(bag())).toMatchObject({
      outcome: 'different',
      files: [{ path: 'data/renderings/a.pdf', identical: false }, { identical: true }],
    });
    await writeFile(join(cwd, 'mine.yaml'), 'name: mine\nextends: compact\n');
    expect(await pack({ supersedes: 'agency-0001' })).toMatchObject({ outcome: 'filed', version: 2 });
  });

  test('runs no code from the bag', async () => {
    await pack();
    await mkdir(join(bag(), 'data/build/templates/epub'), { recursive: true });
    const template = join(bag(), 'data/build/templates/epub/nav-xhtml.ejs');
    await writeFile(template, '<% globalThis.ranFromBag = true %>');
    const { outcome, reasons } = await rebuildCheck(bag());
    expect(outcome).toBe('not-run');
    expect(reasons[0]).toMatch(/^The templates nav-xhtml\.ejs are not those of Tagleaf/u);
    // What a process once ran stays in it, and would be found by the next test.
    const ran: unknown = Reflect.get(globalThis, 'ranFromBag');
    Reflect.deleteProperty(globalThis, 'ranFromBag');
    expect(ran).toBeUndefined();
    const path = join(bag(), 'data/build/options.json');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"plugins": []', '"plugins": ["./a.js", "b"]'),
    );
    const { filedWith, rebuiltWith, ...rest } = await rebuildCheck(bag());
    expect(filedWith).toEqual(rebuiltWith);
    expect(rest).toEqual({
      outcome: 'not-run',
      files: [],
      messages: [],
      reasons: ['The plugins `./a.js`, `b` took part in the reading; code is never run from a bag.'],
    });
  });

  test('says what of a bag is not there any more', async () => {
    await pack();
    await rm(join(bag(), 'data/source'), { recursive: true });
    await expect(rebuildCheck(bag())).rejects.toThrow(
      expect.objectContaining({
        name: 'ResourceError',
        message: `Cannot read ${join(bag(), 'data/source')}`,
      }),
    );
    const fonts = join(bag(), 'data/build/fonts.json');
    await rm(fonts);
    await expect(rebuildCheck(bag())).rejects.toThrow(
      `Cannot read ${fonts}: it is not what a bag of ours holds`,
    );
  });

  test('says why a source cannot be read any more', async () => {
    await pack();
    const path = join(bag(), 'data/source/2011/a.md');
    await writeFile(path, (await readFile(path, 'utf8')).replace('title: A post', 'title: [A post'));
    const { filedWith, ...rest } = await rebuildCheck(bag());
    expect(filedWith.tagleaf).toMatch(/^\d+\./u);
    expect(rest).toMatchObject({
      outcome: 'different',
      files: [],
      reasons: ['The source cannot be read.'],
      messages: [{ ruleId: 'frontmatter-invalid' }, { ruleId: 'record-id-missing' }],
    });
  });
});

describe('a collection', () => {
  const yaml = (record: string): string =>
    'lang: en-US\nposts: posts\ncollections:\n  year:\n    title: The Year\n    posts: posts/2011\n    publisher: The Agency\n' +
    `    front: [about.md]\n    cover: { image: posts/2011/map.png, alt: A map }\n${record}`;
  const packYear = (): Promise<PackReport> =>
    packRecord({ cwd, collection: 'year', store: join(cwd, 'store') }, { now });
  beforeEach(async () => {
    await writeFile(join(cwd, 'about.md'), '---\ntitle: About\nlang: en-US\n---\n\nWhere it is from.\n');
  });

  test('without an id is not filed', async () => {
    await writeFile(join(cwd, 'tagleaf.yaml'), yaml(''));
    const report = await packYear();
    expect(report.outcome).toBe('refused');
    expect(report.messages.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        ruleId: 'record-id-missing',
        reason: '`collections.year` has no “record.id”, so it cannot be filed',
        file: 'tagleaf.yaml',
      },
    ]);
  });

  test('is filed with its cover and front matter, and rendered again from them', async () => {
    await writeFile(
      join(cwd, 'tagleaf.yaml'),
      yaml('    record: { id: agency-2011 }\n    retention: { disposition: permanent, authority: DAA-2 }\n'),
    );
    const report = await packYear();
    expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report).toMatchObject({ outcome: 'filed', record: 'agency-2011' });
    const folder = bag('agency-2011_v0001');
    const files = await listFiles(join(folder, 'data/source'));
    expect(files).toEqual([
      'about.md',
      'cover/posts/2011/map.png',
      'posts/2011/a.md',
      'posts/2011/map.png',
      'posts/series.yaml',
    ]);
    expect(await rebuildCheck(folder)).toMatchObject({ outcome: 'identical', messages: report.messages });
  });
});

test.each([
  [
    'a list of contents says',
    'posts/SUMMARY.md',
    '    posts: posts/SUMMARY.md\n',
    [{ part: 'The part', posts: ['2011/a.md', 'b.md'] }],
  ],
  [
    'a folder has as its title',
    'posts/2011/_index.md',
    '    posts: posts\n    parts: folder\n',
    [{ part: 'Listed', posts: ['2011/a.md'] }, 'b.md'],
  ],
])('parts that %s are filed with the collection, and there again', async (_what, name, posts, filed) => {
  const files = {
    'posts/b.md': post('Second.').replaceAll('agency-0001', 'agency-0002').replace(', file: a.html', ''),
    'posts/SUMMARY.md': '[Before](gone.md)\n\n# The part\n\n- [A](2011/a.md)\n- [B](b.md)\n',
    'posts/2011/_index.md': '---\ntitle: Listed\n---\n',
    'book.toml': '',
  };
  const wanted = ['posts/b.md', 'book.toml', name];
  for (const [path, text] of Object.entries(files))
    if (wanted.includes(path)) await writeFile(join(cwd, path), text);
  await writeFile(
    join(cwd, 'tagleaf.yaml'),
    `lang: en-US\nposts: posts\ncollections:\n  year:\n    title: The Year\n    publisher: The Agency\n${posts}` +
      '    record: { id: agency-2011 }\n    retention: { disposition: permanent, authority: DAA-2 }\n',
  );
  const report = await packRecord({ cwd, collection: 'year', store: join(cwd, 'store') }, { now });
  expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const folder = bag('agency-2011_v0001');
  const options: unknown = JSON.parse(await readFile(join(folder, 'data/build/options.json'), 'utf8'));
  expect(options).toMatchObject({ collection: { posts: filed } });
  expect(await rebuildCheck(folder)).toMatchObject({ outcome: 'identical' });
});

test('a collection is a record of its own, which lists its members', async () => {
  await writeFile(
    join(cwd, 'posts/2011/b.md'),
    post('Second.').replaceAll('agency-0001', 'agency-0002').replace(', file: a.html', ''),
  );
  await writeFile(
    join(cwd, 'tagleaf.yaml'),
    'lang: en-US\nposts: posts\ncollections:\n  year:\n    title: The Year\n    posts: posts\n    publisher: The Agency\n' +
      '    record: { id: agency-2011 }\n    retention: { disposition: permanent, authority: DAA-2 }\n',
  );
  const report = await packRecord({ cwd, collection: 'year', store: join(cwd, 'store') }, { now });
  expect(report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report).toMatchObject({ outcome: 'filed', record: 'agency-2011' });
  const folder = bag('agency-2011_v0001');
  expect((await verifyBag(folder, { profile: recordProfile })).findings).toEqual([]);
  const info = await readBagInfo(folder);
  expect(info.filter(([label]) => label === 'Relation-Has-Part').map(([, value]) => value)).toEqual([
    'agency-0001',
    'agency-0002',
  ]);
  expect(await rebuildCheck(folder)).toMatchObject({ outcome: 'identical' });
});

describe('what the ledger says is filed, and is not there as it was filed, is not told as filed already', () => {
  const refused = 'is filed as agency-0001_v0001, but';
  test.each<[string, () => Promise<void>, string]>([
    ['a bag that is gone', () => rm(bag(), { recursive: true }), refused],
    ['a bag of other bytes', () => writeFile(join(bag(), 'tagmanifest-sha512.txt'), 'x'), refused],
    [
      'a ledger that does not hold together',
      () => writeFile(join(cwd, 'store/ledger.head'), `9 ${'0'.repeat(64)}\n`),
      'is broken, so nothing is changed. The head counts 9 lines, but there are only 1',
    ],
  ])('%s', async (_name, change, reason) => {
    expect((await pack()).outcome).toBe('filed');
    await change();
    await expect(pack()).rejects.toThrow(reason);
  });

  test('nor is one by an event that should never have been added; lists of records tell of it', async () => {
    expect((await pack()).outcome).toBe('filed');
    const ledger = join(cwd, 'store/ledger.jsonl');
    const line = (await readFile(ledger, 'utf8')).trimEnd();
    const forged = line.replace('"bag":"agency-0001_v0001"', '"bag":"../../elsewhere"');
    expect(forged).not.toBe(line);
    await writeFile(ledger, `${forged}\n`);
    await writeFile(join(cwd, 'store/ledger.head'), `1 ${sha256Of(forged)}\n`);
    const reason = 'Line 1: The event should never have been added: The next version of agency-0001 is';
    await expect(pack()).rejects.toThrow(reason);
    const store = await openStore(join(cwd, 'store'));
    const problems = [expect.objectContaining({ reason: expect.stringContaining(reason) })];
    expect(await listRecords({ store }, { now })).toMatchObject({ records: [], problems });
    expect(await reportDue({ store }, { now })).toMatchObject({ records: [], problems });
  });

  test('a bag that waits for its place is there', async () => {
    expect((await pack()).outcome).toBe('filed');
    await rename(bag(), join(cwd, 'store/incoming/agency-0001_v0001'));
    expect((await pack()).outcome).toBe('already-filed');
  });
});
