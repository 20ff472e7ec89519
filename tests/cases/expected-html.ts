import type { ExpectedCase } from './expected-case.ts';

/** The cases that are about HTML and pictures. */
export const htmlCases: readonly ExpectedCase[] = [
  {
    folder: 'buttons-and-forms',
    publications: [
      {
        post: 'buttons.md',
        words: 'T How do I apply? Fill in the form. Print this page A B 1 2 3 4',
        rules: ['error table-header-empty', 'warning html-unwrapped', 'warning table-ragged'],
        withheld: ['table-header-empty'],
        tags: ['H2 "How do I apply?" P "Fill in the form." P "Print this page"', 'TD P "1" TD P "2" TD P "3"'],
        xhtml: ['<h2 id="how-do-i-apply">How do I apply?</h2>', '<td>1</td><td>2</td><td>3</td>'],
      },
      {
        post: 'form.md',
        words: 'T A paragraph within a form. Name After.',
        rules: ['warning html-dropped', 'warning html-unwrapped'],
        tags: ['P "A paragraph within a form." P "Name" P "After."'],
        xhtml: ['<p>A paragraph within a form.</p>'],
      },
    ],
  },
  {
    folder: 'hidden-published',
    publications: [
      { post: 'post.md', words: 'T Public.', rules: ['warning hidden-left-out'], xhtml: ['<p>Public.</p>'] },
    ],
  },
  {
    folder: 'protocol-relative',
    publications: [
      {
        post: 'post.md',
        words: 'T Slides and site and other. Slides of the day a b c d',
        rules: ['error table-no-header', 'warning html-dropped', 'warning link-address-unknown'],
        tags: [
          'Link "Slides" → https://www.example.org/slides',
          'Link "Slides of the day" → https://www.example.org/embed/1',
          'Figure Alt="Boat"',
        ],
        xhtml: [
          '<a href="https://www.example.org/slides">Slides</a>',
          '<a href="https://www.example.org/embed/1">Slides of the day</a>',
        ],
      },
    ],
  },
  {
    folder: 'root-clamp',
    publications: [
      {
        post: '_posts/2015-01-02-t.md',
        words: 'T Released January 2, 2015',
        tags: ['Figure Alt="A boat"'],
        xhtml: ['<img src="images/image-2.png" alt="A boat"/>'],
      },
    ],
  },
  {
    folder: 'pictures-svg-gif-webp',
    publications: [
      {
        post: 'post.md',
        words: 'Test post Released March 5, 2024',
        tags: ['Figure Alt="Vector harbour"', 'Figure Alt="Old gif"', 'Figure Alt="Web picture"'],
        xhtml: [
          '<img src="images/image-2.svg" alt="Vector harbour"/> <img src="images/image-3.gif" alt="Old gif"/> <img src="images/image-4.webp" alt="Web picture"/>',
        ],
      },
    ],
  },
  {
    folder: 'tfoot-claim',
    publications: [
      {
        post: 'headfoot.md',
        words: 'T Year Sum All 9',
        rules: ['warning table-body-missing'],
        tags: ['TBody TR TD P "All" TD P "9"'],
        xhtml: ['<tbody><tr><td>All</td><td>9</td></tr></tbody>'],
      },
      {
        post: 'rowspan2.md',
        words: 'T a',
        rules: ['error table-no-header', 'warning table-layout', 'warning table-row-empty'],
        tags: ['Table TBody TR TD P "a"'],
        xhtml: ['<tbody><tr><td>a</td></tr></tbody>'],
      },
    ],
  },
  {
    folder: 'unusable-pictures',
    publications: [
      {
        post: 'post.md',
        words: 'T A B C D E F',
        rules: ['error img-remote'],
        withheld: ['img-remote'],
        xhtml: ['<p>A  B  C  D  E  F</p>'],
      },
    ],
  },
  {
    folder: 'video-one-line',
    publications: [
      {
        post: 'post.md',
        words: 'Test post Released March 5, 2024 x.mp4 Fallback words After the film.',
        rules: ['error media-no-alternative'],
        withheld: ['media-no-alternative'],
        tags: ['P "x.mp4" P "Fallback words" P "After the film."'],
        xhtml: ['<p>x.mp4</p>', '<p>Fallback words</p>'],
      },
    ],
  },
];
