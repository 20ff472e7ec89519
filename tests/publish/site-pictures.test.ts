import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packRecord } from '../../src/filing/pack-record.ts';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import { pngAsset } from '../epub/build-document.ts';
import { build } from './build.ts';
import { listFiles, temporaryFolder } from './temporary-folder.ts';

const png = pngAsset('map', 8, 8).bytes;
const head = '---\ntitle: T\nlang: en\n---\n\n';

async function messagesOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const cwd = await temporaryFolder({ '.git/HEAD': '', ...files });
  const request = { inputs: ['content'], formats: ['epub' as const], pageList: false, write: false };
  const { messages } = await build({ cwd, ...request });
  return messages
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, reason }) => `${ruleId} ${reason}`);
}

test.each([
  '![A map](/img/map.png)',
  '{{< figure src="/img/map.png" alt="A map" >}}',
  '![A map](/img/a%70.png)',
])('what a site serves is shown, though it lies beside the folder of the posts: %s', async (body) => {
  const files = { 'static/img/map.png': png, 'static/img/ap.png': png, 'content/a.md': head + body };
  expect(await messagesOf({ 'hugo.toml': '', ...files })).toEqual([]);
  // Without the configuration of a site nothing above the folder is known.
  expect(await messagesOf(files)).toEqual([expect.stringMatching(/^img-missing /u)]);
});

test('nothing else of what lies beside the folder of the posts is shown', async () => {
  const files = {
    'hugo.toml': '',
    'secret/map.png': png,
    'img/map.png': png,
    'content/a.md': `${head}![A](/secret/map.png)\n\n![B](/img/map.png)\n\n![C](/static/../secret/map.png)\n`,
  };
  expect(await messagesOf(files)).toEqual([
    'img-missing Picture `/secret/map.png`: there is no such file',
    'img-missing Picture `/img/map.png`: there is no such file',
  ]);
});

test('a picture in the folder of the posts is the nearer one', async () => {
  const other = pngAsset('other', 4, 4).bytes;
  const cwd = await temporaryFolder({
    '.git/HEAD': '',
    'hugo.toml': '',
    'static/map.png': other,
    'content/map.png': png,
    'content/a.md': `${head}![A map](/map.png)\n`,
  });
  const tagleaf = await openTagleaf(undefined, { cwd });
  const { assets } = await tagleaf.read(`${head}![A map](/map.png)\n`, {
    root: 'content',
    file: 'content/a.md',
  });
  expect([...assets.values()].map(({ id, widthPx }) => [id, widthPx])).toEqual([['map.png', 8]]);
});

test('it is filed with the post, and the record is made again with it', async () => {
  const cwd = await temporaryFolder({
    '.git/HEAD': '',
    'hugo.toml': '',
    'tagleaf.yaml': 'posts: content\n',
    'static/img/map.png': png,
    'content/a.html': '<p>Words</p>',
    'content/a.md':
      '---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\n' +
      "source: { url: 'https://agency.gov/a', file: a.html }\nrecord: { id: agency-0001, series: blog }\n" +
      'retention: { disposition: permanent, authority: DAA-1 }\n---\n\nWords and ![a map](/img/map.png).\n',
  });
  const store = join(cwd, 'store');
  const now = (): Date => new Date('2026-11-23T12:00:00Z');
  const { outcome } = await packRecord({ cwd, post: 'content/a.md', store }, { now });
  expect(outcome).toBe('filed');
  const [file = expect.fail()] = (await listFiles(store)).filter((path) => path.endsWith('/map.png'));
  expect(file.slice(file.indexOf('data/'))).toBe('data/source/static/img/map.png');
  const bag = join(store, file.slice(0, file.indexOf('/data/')));
  expect(await rebuildCheck(bag)).toMatchObject({ outcome: 'identical' });
});
