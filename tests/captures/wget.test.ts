import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { takeInFiles } from '../intake/take-in-files.ts';

/** Written by `wget --recursive --page-requisites --warc-file` 1.21.3. */
const saved = readFileSync(new URL('fixtures/wget.warc.gz', import.meta.url));

test('a WARC of wget is accounted for to its last record', async () => {
  const { files, report } = await takeInFiles({ 'site.warc.gz': saved });
  const site = 'http://localhost:8124';
  expect(
    report.addresses.map(({ address, outcome, post = '', reason }) => [address, outcome, `${post}${reason}`]),
  ).toEqual([
    [`${site}/`, 'post', 'posts/2013-03-04-news.md'],
    [`${site}/mill-road?id=7`, 'post', 'posts/2013-03-04-mill-road.md'],
    [`${site}/old`, 'not a page', 'leads on to /'],
    [`${site}/`, 'duplicate', 'posts/2013-03-04-news.mdduplicate of posts/2013-03-04-news.md'],
    [`${site}/leaf.png`, 'picture', 'posts/2013-03-04-news.md'],
    [`${site}/gone`, 'not a page', 'the server answered 404'],
    ['metadata://gnu.org/software/wget/warc/wget_arguments.txt', 'not a page', 'it is text/plain'],
    ['metadata://gnu.org/software/wget/warc/wget.log', 'not a page', 'it is text/plain'],
  ]);
  const post = files.get('2013-03-04-mill-road.md')?.toString() ?? '';
  expect(post).toContain(`[News](${site}/)`);
  expect(post).toContain('![A leaf](media/2013-03-04-mill-road/leaf.png)');
});
