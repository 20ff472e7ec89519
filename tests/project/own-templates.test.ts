import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/files/digest.ts';
import { contentDigest, fingerprintFiles, isFiledContent } from '../../src/project/fingerprint.ts';
import { ownTemplatesFiledBy } from '../../src/project/own-templates.ts';
import { settingsOf } from '../../src/project/resolve-settings.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const filed = fileURLToPath(new URL('../store/fixtures/store-0.1.0/store/', import.meta.url));

test('the templates and the theme that 0.1.0 filed are those of every bag of it, and no other release filed any', async () => {
  const bags = ['kestrel-0001_v0001', 'kestrel-0004_v0002', 'kestrel-book-2012_v0001'];
  for (const bag of bags) {
    const folder = join(filed, bag, 'data/build');
    const paths = (await listFiles(folder)).filter((path) => !path.endsWith('.json'));
    const digests = paths.map((path) => [path, sha256Of(readFileSync(join(folder, path)))]);
    expect(Object.fromEntries(digests)).toEqual(ownTemplatesFiledBy('0.1.0'));
  }
  expect(ownTemplatesFiledBy('0.2.0')).toEqual({});
  expect(ownTemplatesFiledBy('constructor')).toEqual({});
});

test('what a run is known by has the templates of the project, and none of Tagleaf', async () => {
  const cwd = await temporaryFolder({
    'own/epub/style.css': 'p { margin: 0 }',
    'own/strings/xx.yaml': 'lang: xx',
    'own/epub/.hidden': '',
    'own/pdf/other.yaml': '',
  });
  const templates = async (config: { readonly templates?: string }): Promise<readonly string[]> => {
    const files = await fingerprintFiles(settingsOf(config, {}, { cwd, base: cwd, name: 'tagleaf.yaml' }));
    return files.map(({ path }) => path).filter((path) => path.startsWith('templates/'));
  };
  expect(await templates({})).toEqual([]);
  expect(await templates({ templates: 'own' })).toEqual([
    'templates/epub/style.css',
    'templates/strings/xx.yaml',
  ]);
});

test('content that a release counted with its own templates is the same, and with others it is not', () => {
  const sources = [{ path: 'a.md', sha256: 'a' }];
  const files = [{ path: 'theme.yaml', bytes: Buffer.from('theme') }];
  const style = { path: 'templates/epub/style.css', bytes: Buffer.from('p {}') };
  const of = ownTemplatesFiledBy('0.1.0');
  expect(isFiledContent(contentDigest(sources, files), sources, files)).toBe(true);
  expect(isFiledContent(contentDigest(sources, files, of), sources, files)).toBe(true);
  const altered = { ...of, 'templates/epub/nav-xhtml.ejs': '0' };
  expect(isFiledContent(contentDigest(sources, files, altered), sources, files)).toBe(false);
  expect(isFiledContent(contentDigest(sources, files, of), [{ path: 'a.md', sha256: 'b' }], files)).toBe(
    false,
  );
  // A file of the project stands in for that of the release, as it did then.
  const own = [...files, style];
  expect(isFiledContent(contentDigest(sources, own, of), sources, own)).toBe(true);
  expect(isFiledContent(contentDigest(sources, own, of), sources, files)).toBe(false);
});

test('the theme that comes with Tagleaf is filed and not counted, and one of the project is counted', async () => {
  const cwd = await temporaryFolder({
    'own.yaml': readFileSync(new URL('../../templates/pdf/standard.yaml', import.meta.url)),
  });
  const at = { cwd, base: cwd, name: 'tagleaf.yaml' };
  const standard = await fingerprintFiles(settingsOf({}, {}, at));
  expect(standard.find(({ path }) => path === 'theme.yaml')?.bytes.length).toBeGreaterThan(0);
  const withoutTheme = standard.filter(({ path }) => path !== 'theme.yaml');
  expect(contentDigest([], standard)).toBe(contentDigest([], withoutTheme));
  const own = await fingerprintFiles(settingsOf({ theme: './own.yaml' }, {}, at));
  expect(contentDigest([], own)).not.toBe(
    contentDigest(
      [],
      own.filter(({ path }) => path !== 'theme.yaml'),
    ),
  );
});
