import type { ExpectedCase } from './expected-case.ts';

const released = 'Test post Released March 5, 2024';

/** The cases that are about markup of Markdown, its dialects and site generators. */
export const markupCases: readonly ExpectedCase[] = [
  {
    folder: 'comment-in-list',
    // What opens no comment is text, as in CommonMark, and readers see it.
    publications: [
      {
        post: 'post.md',
        words: 'T one <!-- draft two',
        rules: ['error markup-visible'],
        withheld: ['markup-visible'],
      },
    ],
  },
  {
    folder: 'definition-lists',
    publications: [
      {
        post: 'post.md',
        words: `${released} Fender A cushion between boat and quay. Hawser A thick rope. A second paragraph.`,
        tags: [
          'L {O List, ListNumbering None} LI Lbl Span "Fender" LBody P "A cushion between boat and quay." LI Lbl Span "Hawser" LBody P "A thick rope." P "A second paragraph."',
        ],
        xhtml: [
          '<dl><dt>Fender</dt><dd>A cushion between boat and quay.</dd><dt>Hawser</dt><dd><p>A thick rope.</p><p>A second paragraph.</p></dd></dl>',
        ],
      },
    ],
  },
  {
    folder: 'fenced-divs',
    publications: [
      {
        post: 'post.md',
        words: `${released} Note Quarto callout words. Challenge Do the exercise. My title Docusaurus words.`,
        tags: [
          'Aside T="Note" P Strong "Note" P "Quarto callout words." Aside T="Challenge" P Strong "Challenge" P "Do the exercise." Aside T="My title" P Strong "My title" P "Docusaurus words."',
        ],
        xhtml: ['<strong>Note</strong></p><p>Quarto callout words.</p></aside>', 'role="doc-tip"'],
      },
    ],
  },
  {
    folder: 'figure-caption-inline',
    publications: [
      {
        post: 'bold.md',
        words: 'T Vital caption words',
        tags: ['Caption P "Vital caption words"'],
        xhtml: ['alt="Map"/><figcaption>Vital caption words</figcaption>'],
      },
      {
        post: 'code-block.md',
        words: 'T Vital caption print(1)',
        tags: ['P "Vital caption" Code T="python"'],
        xhtml: ['<figcaption>Vital caption</figcaption><pre dir="ltr"><code class="language-python"'],
      },
      {
        post: 'hugo.md',
        words: 'T Vital title Cap Vital credit',
        tags: [
          'Caption P Strong "Vital title" " " "Cap " Link "Vital credit" → https://e.org "Vital credit (e.org)"',
        ],
        xhtml: ['<strong>Vital title</strong><br/>Cap <a href="https://e.org/">Vital credit</a>'],
      },
      {
        post: 'inline.md',
        words: 'T Text Vital caption words more.',
        tags: ['P "Text" Figure Alt="Map"', 'Caption P "Vital caption words" P "more."'],
        xhtml: ['<figcaption>Vital caption words</figcaption></figure>\n<p>more.</p>'],
      },
    ],
  },
  {
    folder: 'generators-calls',
    publications: [
      {
        post: 't.md',
        words:
          'Tom’s fish & chips Before A boat at the quay. after. https://x.com/agency/status/12345 https://gist.github.com/someone/12345 https://vimeo.com/12345 other.md {{< param "x" >}} More Inner words. a := 1 Captured words. {% if page.x %}If words.{% else %}Else words.{% endif %} **Run in lead. **Then the text goes on, and __another __one. link A film about boats',
        rules: [
          'error img-missing',
          'error link-target-missing',
          'error markup-visible',
          'warning frontmatter-value',
          'warning html-dropped',
          'warning link-address-unknown',
          'warning markup-unknown',
        ],
        withheld: ['markup-visible', 'img-missing'],
        tags: ['Code T="go" {O Layout, Placement Block} Sub "a := 1"', '→ https://vimeo.com/12345'],
        xhtml: ['<a href="https://www.youtube.com/embed/abc">A film about boats</a>', '<p class="summary">More</p>'],
      },
    ],
  },
  {
    folder: 'heading-of-picture',
    publications: [
      {
        post: 'post.md',
        words: 'Test post Released March 5, 2024 Words.',
        tags: ['H2 Figure Alt="Harbour office"'],
        xhtml: ['alt="Harbour office"'],
      },
    ],
  },
  {
    folder: 'github-alerts',
    publications: [
      {
        post: 'post.md',
        words: `${released} Warning Hot engine.`,
        tags: ['Aside T="Warning" P Strong "Warning" P "Hot engine."'],
        xhtml: ['<strong>Warning</strong></p><p>Hot engine.</p></div>'],
      },
    ],
  },
  {
    folder: 'hugo-bundle-figure',
    publications: [
      {
        post: 'post1/index.md',
        words: released,
        tags: ['Figure Alt="Blue field" {', 'Figure Alt="Blue too" {'],
        xhtml: [
          '<img src="images/image-2.png" alt="Blue field"/>',
          '<img src="images/image-2.png" alt="Blue too"/>',
        ],
      },
    ],
  },
  {
    folder: 'hugo-figure-arguments-lost',
    publications: [
      {
        post: 'post.md',
        words: `${released} Di at sea Caption words Photo: Bo Lee`,
        tags: [
          'Link Figure Alt="Blue field"',
          '→ https://example.org/big',
          'Link "Photo: Bo Lee" → https://example.org/bo',
        ],
        xhtml: [
          '<a href="https://example.org/big"><img src="images/image-2.png" alt="Blue field"/></a><figcaption><strong>Di at sea</strong><br/>Caption words <a href="https://example.org/bo">Photo: Bo Lee</a></figcaption>',
        ],
      },
    ],
  },
  {
    folder: 'inline-attributes-plain',
    publications: [
      {
        post: 'post.md',
        words: `${released} Lire and Leer.`,
        tags: ['Link Lang="fr" "Lire"', 'Link Lang="es" "Leer"'],
        xhtml: [
          '<a lang="fr" xml:lang="fr" href="https://example.org/fr">Lire</a> and <a lang="es" xml:lang="es" href="https://example.org/es">Leer</a>.',
        ],
      },
    ],
  },
  {
    folder: 'math-silent',
    publications: [
      {
        post: 'post.md',
        words: `${released} Inline $\\{a\\}$ and \\(a+b\\). $$\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}$$`,
        rules: ['warning math-unread'],
        tags: ['Code "$\\\\{a\\\\}$"', 'Code "\\\\(a+b\\\\)"'],
        xhtml: ['<code translate="no">$\\{a\\}$</code> and <code translate="no">\\(a+b\\)</code>', ' a &#x26;= b \\\\ c &#x26;= d '],
      },
    ],
  },
  {
    folder: 'myst-figures-and-refs',
    inputs: ['t.md'],
    publications: [
      {
        post: 't.md',
        words:
          'Boats Caption of the first boat. Caption of the second boat. See Caption of the first boat. and the boat and Smith2010. Note A note to the reader.',
        rules: ['warning markup-unknown'],
        tags: ['Figure Alt="A boat at the quay"', 'Figure Alt="A second boat"', 'Figure Alt="A third boat, folded"'],
        xhtml: ['id="boat-two"', '<a href="#boat-two">the boat</a>', 'alt="A third boat, folded"'],
      },
    ],
  },
  {
    folder: 'myst-figures-and-refs',
    book: { at: 'book' },
    publications: [
      {
        post: 'collections.book',
        words:
          'First chapter See Second chapter and A section and First chapter. Second chapter A section See First chapter and First chapter and First chapter. Keel The lowest part of a boat. Take care Mind the gap.',
      },
    ],
  },
  {
    folder: 'note-self',
    publications: [
      {
        post: 'post.md',
        words: 'T Text. ok Head see',
        epubWords: 'T Text. Head see ok',
        rules: ['warning footnote-self', 'warning heading-as-bold'],
      },
    ],
  },
  {
    folder: 'tel-links',
    publications: [
      {
        post: 'post.md',
        words: `${released} Call 555-0100 or text us.`,
        tags: ['Link "555-0100" → tel:+15550100', 'Link "us" → sms:+15550100'],
        xhtml: ['<a href="tel:+15550100">555-0100</a> or text <a href="sms:+15550100">us</a>.'],
      },
    ],
  },
];
