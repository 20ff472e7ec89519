/**
 * Passages of the corpora whose words end nowhere, by their posts: each is told on a build. A quote that is never closed, an
 * alternative and a name that stand twice, an unknown call with words, a label behind a definition list, titles of definitions
 * that nothing uses, brackets across tags.
 */
export const knownResidue: Readonly<Record<string, readonly string[]>> = {
  'posts-18f/content/posts/2016-03-22-what-was-your-path-to-18f.md': [
    'a',
    'a href="https://github.com/18F/openopps-platform/pulls?q=is%3Apr+author%3Amonfresh+is%3Aclosed',
  ],
  'posts-18f/content/posts/2019-12-03-long-term-teams.md': ['plateau'],
  'sites/hugo-digitalgov/content/news/2015/01/2015-01-28-digitalgov-university-2015-training-watch.md': [
    'MobileGov Community of Practice Check-In Reveal: December Around-the-Horn Call',
  ],
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
