import type { ExpectedCase } from './expected-case.ts';

/** Each row of `wide-table`. */
const wideRow =
  'Northern harbour office 12 Long Quay Street, Porttown +1 555 0100 northern.harbour.office@example.org Northeastern Administrative district four Alexandria Montgomery-Featherstonehaugh 08:00 18:00 120 45 Telecommunications infrastructure unavailable';

/** The cases that are about front matter, characters, and which files are read. */
export const textCases: readonly ExpectedCase[] = [
  {
    folder: 'control-characters',
    publications: [
      {
        post: 'abbrhtml-fffe.md',
        words: 'T HT',
        rules: ['warning control-char'],
        tags: ['Span E="HyperText" "HT"'],
        xhtml: ['<abbr title="HyperText">HT</abbr>'],
      },
      { post: 'fm-agency-0007.md', words: 'T x', rules: ['warning control-char'] },
      {
        post: 'fm-title-D800.md',
        words: 'ab x',
        rules: ['warning control-char'],
        tags: ['H1 "ab"'],
        xhtml: ['<h1 id="title">ab</h1>'],
      },
      { post: 'lit.md', words: 'Annual report Words.', rules: ['warning control-char'] },
    ],
  },
  {
    folder: 'draft-published',
    publications: [],
    told: ['post.md: The post is a draft: left out'],
  },
  {
    folder: 'empty-member',
    book: { at: '.' },
    publications: [
      { post: 'collections.book', words: 'One Words. Stub About this edition Posts 2', withheld: ['file-empty'] },
    ],
    told: ['posts/c.md: The file is empty'],
  },
  {
    folder: 'feff-claim',
    publications: [
      {
        post: 'post.md',
        words: 'Budget First file.Second file, pasted behind its byte order mark.',
        rules: ['warning control-char'],
      },
    ],
  },
  {
    folder: 'kramdown-targets',
    inputs: ['one.md'],
    publications: [
      {
        post: 'one.md',
        words: 'T go and after and para Field Value a b Field Value c d A paragraph.',
        tags: [
          'Link "go" → in this document "go" " and " Link "after" → in this document "after" " and " Link "para" → in this document "para"',
        ],
        xhtml: [
          '<a href="#ctx">go</a> and <a href="#aft">after</a> and <a href="#para">para</a>',
          '<table id="ctx"',
          '<table id="aft"',
          '<p id="para">',
        ],
      },
    ],
  },
  {
    folder: 'kramdown-targets',
    book: { at: '.' },
    publications: [
      {
        post: 'collections.book',
        words:
          'Setting out See the return and its end and page form. Coming home Words. The end More. Notes See [R1] and Figure 1. [R1] A work. Figure 1. A boat Old way. to old',
        // The first heading of a post without a title is its title: `untitled-chapter` asks for it.
        tags: [
          'Link "Setting out 1"',
          'Link "Coming home 2"',
          'Link "the return" → in this document',
          'Link "[R1]" → in this document',
          'Link "to old" → in this document',
        ],
        xhtml: [
          '<a href="post-2.xhtml#b.coming-home">the return</a> and <a href="post-2.xhtml#b.the-end">its end</a> and <a href="post-2.xhtml#b.coming-home">page form</a>',
          '<a id="c.r1" href="#c.r1">[R1]</a>',
          '<span id="c.old"></span>Old way. <a href="#c.old">to old</a>',
        ],
      },
    ],
  },
  {
    folder: 'skipped-names',
    publications: [
      { post: '_index.md', words: 'A x' },
      { post: 'a.md', words: 'A x' },
    ],
    told: ['_keywords: Not read: its name begins with `_`'],
  },
  {
    folder: 'toml-front-matter',
    publications: [
      {
        post: 'post.md',
        words: 'Harbour report By Ada Byron Released June 8, 2022 Text.',
        rules: ['error lang-missing'],
        withheld: ['lang-missing'],
        tags: ['H1 "Harbour report"'],
        xhtml: ['<h1 id="title">Harbour report</h1>'],
      },
    ],
  },
  {
    folder: 'yaml-dots-loses-text',
    publications: [
      {
        post: 'post.md',
        words:
          'Budget hearing First paragraph of the statement. Section one More words here. Last paragraph.',
        tags: ['Sect H2 "Section one" Div P "More words here." Div P "Last paragraph."'],
        xhtml: ['<p>More words here.</p>\n<hr/>\n<p>Last paragraph.</p>'],
      },
    ],
  },
  {
    folder: 'wide-table',
    publications: [
      {
        post: 'post.md',
        words: `Wide By Ada Byron Released March 5, 2024 Name Address Phone Email Region District Manager Opening hours Closing hours Capacity Boats Remarks${` ${wideRow}`.repeat(3)}`,
        tags: ['P "Opening hours"', 'P "Telecommunications infrastructure unavailable"'],
      },
    ],
  },
  {
    folder: 'yaml-null',
    publications: [
      {
        post: 'post.md',
        words: 'Real title Released June 8, 2022 Text.',
        tags: ['H1 "Real title"'],
        xhtml: ['<h1 id="real-title">Real title</h1>'],
      },
    ],
  },
  {
    folder: 'zwsp-hindi',
    publications: [{ post: 'post.md', words: 'T ऐसे', tags: ['P "ऐसे"'], xhtml: ['<p>ऐसे</p>'] }],
  },
  {
    folder: 'zwsp-in-words',
    publications: [
      {
        post: 'post.md',
        words: 'Test post Released March 5, 2024 Yoruba: ọ́jọ́, ẹ̀kọ́. Igbo: ụ́lọ̀. Navajo: į́į́.',
        xhtml: ['<p>Yoruba: ọ́jọ́, ẹ̀kọ́. Igbo: ụ́lọ̀. Navajo: į́į́.</p>'],
      },
    ],
  },
];
