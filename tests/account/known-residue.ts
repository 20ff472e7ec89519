/**
 * Passages of the corpora whose words end nowhere, by their posts: each is told on a build. A quote that is never closed, an
 * alternative and a name that stand twice, an unknown call with words, a label behind a definition list, titles of definitions
 * that nothing uses, brackets across tags, arguments of paired calls beside their title.
 */
export const knownResidue: Readonly<Record<string, readonly string[]>> = {
  'posts-18f/content/posts/2016-03-22-what-was-your-path-to-18f.md': [
    'a',
    'a href="https://github.com/18F/openopps-platform/pulls?q=is%3Apr+author%3Amonfresh+is%3Aclosed',
  ],
  'posts-18f/content/posts/2019-12-03-long-term-teams.md': ['plateau'],
  'sites/hugo-digitalgov/content/events/2022/05/2022-05-24-2022-government-ux-summit.md': ['Day 1', 'Day 2'],
  'sites/hugo-digitalgov/content/events/2022/07/2022-07-29-2022-federal-plain-language-summit.md': [
    '10:30 am - 12:15 pm, ET',
    '12:30 - 3:45 pm, ET',
  ],
  'sites/hugo-digitalgov/content/news/2015/01/2015-01-28-digitalgov-university-2015-training-watch.md': [
    'MobileGov Community of Practice Check-In Reveal: December Around-the-Horn Call',
  ],
  'sites/hugo-digitalgov/content/resources/coronavirus-covid19-guidance-for-us-government.md': [
    'Previous update',
    'April 28, 2020',
    'Previous update',
    'April 16, 2020',
    'Previous update',
    'April 1, 2020',
  ],
  'sites/hugo-digitalgov/content/resources/requirements-for-achieving-efficiency-transparency-and-innovation-through-reusable-and-open-source-software.md':
    ['OMB M-16-21', 'OMB M-16-21', 'OMB M-16-21'],
  'sites/myst-mystmd-docs/external-references.md': ['myst'],
  'sites/myst-mystmd-docs/glossaries-and-terms.md': ['term'],
  'sites/myst-mystmd-docs/plugins.md': ['Planned - Not Yet Implemented'],
  'commonmark#526': ['baz'],
  'commonmark#565': ['title'],
  'commonmark#594': ['title'],
  'commonmark#632': ['&ouml;'],
  'gfm#532': ['baz'],
  'gfm#571': ['title'],
  'gfm#600': ['title'],
  'gfm#650': ['&ouml;'],
};
