import { expect, test } from 'vitest';
import { memberFinder, nameMembers } from '../../src/collections/member-names.ts';

test('the prefix of ids comes from the name of the file, is an NCName, and nobody else has it', () => {
  const paths = [
    'about.md',
    'b/About.md',
    '2020-01-02-Été à Paris.md',
    'guide/index.md',
    'index.md',
    '日本.md',
    `${'long-'.repeat(20)}.md`,
  ];
  const prefixes = nameMembers(paths).map(({ idPrefix }) => idPrefix);
  expect(prefixes).toEqual([
    'about.',
    'about-2.',
    'p-2020-01-02-ete-a-paris.',
    'guide.',
    'index.',
    'p.',
    'long-long-long-long-long-long-long-long.',
  ]);
  for (const prefix of prefixes) expect(prefix).toMatch(/^[a-z][a-z0-9-]*\.$/u);
});

const members = nameMembers([
  '2015-12-23-looking-back.md',
  'pages/about.md',
  'pages/travel/index.md',
  'pages/travel/air travel.md',
  '_posts/twice.md',
  'twice.md',
  'pages/travel/README.md',
  'pages/pay/README.md',
]);
const site = {
  base: 'https://example.gov',
  pathOf: (name: string) => {
    const [, date, slug] = /^(\d{4}-\d{2}-\d{2})-(.*)\.md$/u.exec(name) ?? [];
    return date === undefined ? undefined : `/${date.replaceAll('-', '/')}/${slug}/`;
  },
};

test.each([
  ['about.md', 'about.'],
  ['./about.md', 'about.'],
  ['about', 'about.'],
  ['travel/', 'travel.'],
  ['travel/air%20travel.md', 'air-travel.'],
  ['../2015-12-23-looking-back.md', 'p-2015-12-23-looking-back.'],
  ['/pages/about/', 'about.'],
  ['/pages/about', 'about.'],
  ['/pages/travel/index.html', 'travel.'],
  ['/2015/12/23/looking-back/', 'p-2015-12-23-looking-back.'],
  ['https://example.gov/2015/12/23/looking-back', 'p-2015-12-23-looking-back.'],
  ['2015-12-23-looking-back', 'p-2015-12-23-looking-back.'],
  ['about.md?print=1', 'about.'],
  ['pay/index.html', 'readme-2.'],
  ['/pages/pay/', 'readme-2.'],
  ['../../pages/about.md', 'about.'],
])('%s leads to %s', (address, prefix) => {
  expect(memberFinder(members, site)('pages/home.md')(address)).toBe(prefix);
});

test.each([
  '',
  'nowhere.md',
  '../../about.md',
  '//about',
  'https://example.org/2015/12/23/looking-back',
  'https://example.gov.evil.org/2015/12/23/looking-back/',
  '/twice/',
  'twice',
  'about.pdf',
  '%E0%A4%A',
])('%s leads to no post, or to no single one', (address) => {
  expect(memberFinder(members, site)('pages/home.md')(address)).toBeUndefined();
});
