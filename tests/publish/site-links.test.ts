import { expect, test } from 'vitest';
import { checkPosts } from '../../src/publish/check-posts.ts';
import { printMessages } from '../posts/read-text.ts';
import { temporaryFolder } from './temporary-folder.ts';

const post = '---\ntitle: T\nlang: en\n---\nSee [one](/one/) and [two]({% post_url 2020-01-02-two %}).\n';
const missing = (column: number, target: string): string =>
  `5:${column} error link-target-missing Link target “${target}” is not part of the publication`;

const cure =
  '; if it is a page of the site, say where that is with `links: { base, permalink }` in tagleaf.yaml';

test.each([
  ['no links', '{}', [`${missing(5, '/one/')}${cure}`, missing(22, '2020-01-02-two')]],
  ['an address', 'links: {base: "https://example.gov/"}', [missing(22, '2020-01-02-two')]],
  ['an address and a pattern', 'links: {base: "https://example.gov", permalink: "/:year/:title/"}', []],
])('%s in the configuration', async (_, config, expected) => {
  const cwd = await temporaryFolder({ 'tagleaf.yaml': config, 'posts/a.md': post });
  const { report } = await checkPosts({ cwd }, { fix: false });
  expect(printMessages(report.messages)).toEqual(expected);
});
