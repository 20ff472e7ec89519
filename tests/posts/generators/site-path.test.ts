import { expect, test } from 'vitest';
import { siteAddress, type Permalink } from '../../../src/posts/generators/site-path.ts';

const base = 'https://example.gov';

test.each<[Permalink, string, string | undefined]>([
  // [the patterns, what a post in blog/ links to, the address that it leads to]
  ['/:title/', '../news/b.md#c', '/b/#c'],
  ['/:year/:slug.html', '2020-01-02-x.md', '/2020/x.html'],
  ['/:year/:basename', '2020-01-02-x.md', '/2020/2020-01-02-x'],
  ['/:basename', 'x.md', '/x'],
  ['/:title/', '/news/c/index.md', '/c/'],
  ['/:title/', '../news/_index.md', undefined],
  [{ news: '/n/:title/' }, '../news/b.md', '/n/b/'],
  [{ news: '/n/:title/' }, '/news/deep/b.md', '/n/b/'],
  [{ blog: '/:year/' }, '2020-01-02-x.md', '/2020/'],
  [{ blog: '/:title/' }, '../news/b.md', undefined],
  [{ blog: '/:title/' }, '../b.md', undefined],
  [{ blog: '/:title/' }, '../../blog/b.md', undefined],
  [{ blog: '/:title/' }, '../toString/b.md', undefined],
])('with %j a link to %s leads to %s', (permalink, target, address) => {
  const expected = address === undefined ? undefined : base + address;
  expect(siteAddress(target, { base, permalink }, 'blog/a.md')).toBe(expected);
});
