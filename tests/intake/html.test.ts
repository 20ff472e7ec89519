import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';
import type { ReadInputOptions } from '../../src/intake/html/report.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { growth, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { partitionFlaw, readBack, streamOf, wordsOfPost, wordsOfSpans } from './html-words.ts';

function markdownOf(html: string, options: Partial<ReadInputOptions> = {}): string {
  return writeMarkdown(readHtml(html, { file: 'page.html', ...options }).body);
}

function messagesOf(html: string, options: Partial<ReadInputOptions> = {}): readonly string[] {
  return readHtml(html, { file: 'page.html', ...options }).messages.map(
    ({ ruleId, reason, place }) => `${place?.start.line ?? '-'} ${ruleId}: ${reason}`,
  );
}

function expectWhole(html: string): void {
  const record = readHtml(html, { file: 'page.html' });
  expect(record.stream).toBe(streamOf(html));
  expect(partitionFlaw(record)).toBeUndefined();
  expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
}

describe('the body keeps what Markdown can say', () => {
  test.each<[string, string, string]>([
    ['emphasis with spaces inside', '<p>c<b> b </b>d <i>e</i></p>', 'c **b** d *e*\n'],
    ['neighbouring emphasis', '<p><b>a</b><strong>b</strong></p>', '**ab**\n'],
    ['emphasis around blocks', '<b><p>a</p><p>b</p></b>', '**a**\n\n**b**\n'],
    [
      'a link around blocks',
      '<a href="https://a.gov/"><h2>H</h2><p>p</p></a>',
      '## [H](https://a.gov/)\n\n[p](https://a.gov/)\n',
    ],
    ['a heading with blocks', '<h2><div>a</div><div>b<br>c</div></h2>', '## a b c\n'],
    [
      'lists',
      '<ul><li>a<ul><li>b</ul><li>c</ul><ol start=3><li>x<li>y</ol>',
      '- a\n  - b\n- c\n\n3. x\n4. y\n',
    ],
    ['a list with letters', '<ol type="a"><li>x</ol>', '<ol type="a">\n<li>x</li>\n</ol>\n'],
    ['code', '<pre>  a\n\tb</pre><p><tt>x</tt></p>', '```\n  a\n\tb\n```\n\n`x`\n'],
    ['a line and a quote', '<p>a<br>b<hr><blockquote><p>q</blockquote>', 'a\\\nb\n\n---\n\n> q\n'],
    [
      'marks',
      '<p>x<sup>2</sup> H<sub>2</sub>O <u>u</u> <kbd>k</kbd> <abbr title="A B">AB</abbr> <q>q</q></p>',
      'x<sup>2</sup> H<sub>2</sub>O <u>u</u> <kbd>k</kbd> <abbr title="A B">AB</abbr> <q>q</q>\n',
    ],
    ['terms', '<dl><dt>T<dd>D1<dd>D2</dl>', '<dl>\n<dt>T</dt>\n<dd>D1</dd>\n<dd>D2</dd>\n</dl>\n'],
    ['ruby', '<p><ruby>漢<rt>kan</rt></ruby></p>', '<ruby>漢<rt>kan</rt></ruby>\n'],
    ['an element without words', '<p>a<b> </b><a href="https://a.gov/"> </a>b</p>', 'a b\n'],
    ['a control that holds a space', '<p>a<b><label> </label></b>b</p>', 'a b\n'],
    ['words in a group of no terms', '<dl><div>a</div>b</dl>c', 'a\n\nb\n\nc\n'],
    ['a no-break space', '<p>U.S.&nbsp;A.</p>', 'U.S.\u{a0}A.\n'],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
    expectWhole(html);
  });
});

describe('pictures', () => {
  test.each<[string, string, string]>([
    ['with an alternative', '<p><img src="a.png" alt="A b"></p>', '![A b](a.png)\n'],
    ['without one', '<p><img src="a.png"></p>', '![](a.png)\n'],
    ['with an empty one', '<p>x <img src="a.png" alt=""></p>', 'x <img src="a.png" alt="">\n'],
    [
      'with a caption',
      '<figure><img src="a.png" alt="A"><figcaption>The <!-- x -->cap</figcaption></figure>',
      '![A](a.png "The cap")\n',
    ],
    [
      'that is a link, with a caption',
      '<figure><a href="https://a.gov/"><img src="a.png" alt="A"></a><figcaption>C</figcaption></figure>',
      '[![A](a.png "C")](https://a.gov/)\n',
    ],
    [
      'with a caption that is more than words',
      '<figure><img src="a.png" alt="A"><figcaption><em>C</em></figcaption></figure>',
      '<figure>\n<img src="a.png" alt="A"><figcaption><em>C</em></figcaption>\n</figure>\n',
    ],
    [
      'that is loaded later',
      '<p><img src="data:image/gif;base64,R0" data-src="b.png" alt="B"></p>',
      '![B](b.png)\n',
    ],
    ['without an address', '<p>x <img alt="only words"></p>', 'x only words\n'],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
    expectWhole(html);
  });
});

describe('tables', () => {
  const grid = '<tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td>e<br>f</td></tr>';
  test.each<[string, string, string]>([
    ['of data', `<table>${grid}</table>`, '| a | b |\n| - | - |\n| c\\|d | e<br>f |\n'],
    [
      'with a caption',
      `<table><caption>Cap</caption>${grid}</table>`,
      ':::table[Cap]\n| a | b |\n| - | - |\n| c\\|d | e<br>f |\n:::\n',
    ],
    [
      'with row headers',
      '<table><tr><th>a<th>b<tr><th scope=row>c<td>d</table>',
      ':::table{rowheaders}\n| a | b |\n| - | - |\n| c | d |\n:::\n',
    ],
    [
      'with spans',
      '<table onclick="x()" class="t"><tr><th rowspan=2>a<th colspan=2 style="x">b<tr><td>c<td>d</table>',
      '<table>\n<tbody>\n<tr>\n<th rowspan="2">a</th>\n<th colspan="2">b</th>\n</tr>\n<tr>\n<td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    [
      'with paragraphs in a cell',
      '<table><tr><th>h<th>i<tr><td><p>x</p><p>y</p><td>z</table>',
      '<table>\n<tbody>\n<tr>\n<th>h</th>\n<th>i</th>\n</tr>\n<tr>\n<td><p>x</p>\n<p>y</p>\n</td>\n<td>z</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    ['with one column are unfolded', '<table><tr><td>a<tr><td><p>b</p><p>c</p></table>', 'a\n\nb\n\nc\n'],
    ['with one row are unfolded', '<table><tr><td>a<td>b</table>', 'a\n\nb\n'],
    [
      'in tables are unfolded',
      '<table><tr><td>a<td><table><tr><td>b</table><tr><td>c<td>d</table>',
      'a\n\nb\n\nc\n\nd\n',
    ],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
    expectWhole(html);
  });
});

describe('languages', () => {
  test.each<[string, string, string]>([
    ['of phrases', '<p>He said <i lang="fr">bonjour</i>.</p>', 'He said <span lang="fr">*bonjour*</span>.\n'],
    ['of a paragraph', '<p lang="es">hola</p>', '<span lang="es">hola</span>\n'],
    ['of several blocks', '<div lang="es"><p>a</p><p>b</p></div>', ':::lang{lang="es"}\na\n\nb\n:::\n'],
    ['of a list', '<ul lang="es"><li>a</ul>', ':::lang{lang="es"}\n- a\n:::\n'],
    ['with a direction', '<p dir="rtl" lang="ar">سلام</p>', '<span lang="ar" dir="rtl">سلام</span>\n'],
    ['that are those of the page', '<p lang="EN">a</p>', 'a\n'],
  ])('%s', (_name, html, markdown) => {
    const page = `<html lang="en"><body><main><p>first</p>${html}</main></body></html>`;
    expect(markdownOf(page)).toBe(`first\n\n${markdown}`);
    expectWhole(page);
  });

  test('are those that the post is read with', () => {
    const { body } = readHtml('<html lang="en"><main><div lang="es"><p>hola</p><p>a</p></div></main>', {
      file: 'a',
    });
    expect(readBack(writeMarkdown(body)).body).toMatchObject([{ type: 'group', lang: 'es' }]);
  });
});

describe('links', () => {
  test('are resolved against the address of the page', () => {
    const html = '<p><a href="../x?y=1">x</a> <a href="#top">t</a> <a href="#n">n</a></p><h2 id="n">N</h2>';
    expect(markdownOf(html, { url: 'https://a.gov/b/c' })).toBe(
      '[x](https://a.gov/x?y=1) [t](https://a.gov/b/c#top) [n](#n)\n\n## <span id="n"></span>N\n',
    );
    expect(markdownOf('<p><a href="../x">x</a></p>')).toBe('[x](../x)\n');
  });

  test('to pictures that run something or open a file are words', () => {
    const html = '<p>x <img src="file:///etc/passwd" alt="a"> <img src="javascript:b()" alt="b"></p>';
    expect(markdownOf(html)).toBe('x a b\n');
    expect(messagesOf(html)).toEqual([
      '- intake-left-out: Picture “file:///etc/passwd”; its words were kept',
      '- intake-left-out: Picture “javascript:b()”; its words were kept',
    ]);
  });

  test('that run something are words', () => {
    const html =
      '<p><a href=" java\tscript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href="mailto:a@b.gov">c</a></p>';
    expect(markdownOf(html)).toBe('a b [c](mailto:a@b.gov)\n');
    expect(messagesOf(html)).toEqual([
      '- intake-left-out: Link to “ java\tscript:alert(1)”; its words were kept',
      '- intake-left-out: Link to “data:text/html,x”; its words were kept',
    ]);
  });
});

const prose =
  'The department announced today that a programme of some length begins, and that many words are said of it. ';

describe('the main content', () => {
  test('is found by landmark, and what is left out is listed', () => {
    const html = `<html lang="en"><head><title>Notice | Example Agency</title>
<meta property="og:site_name" content="Example Agency"></head><body>
<a href="#m">Skip to main content</a>
<header><nav><a href="/">Home</a></nav></header>
<main id="m"><ol class="breadcrumb"><li><a href="/">Home</a></ol>
<h1>Notice</h1><p>Release Date: April 4, 2022</p>
<p>${prose}</p>
<div class="social-share"><a href="x">Share</a></div>
<form><label>Mail</label> <input type="hidden" value="v"><button>Go</button></form>
<h2>More from Example</h2><ul><li><a href="/a">Another</a></ul>
<p>Last Updated: 08/07/2024</p></main>
<footer>Contact us</footer></body></html>`;
    const record = readHtml(html, { file: 'page.html', dateOrder: 'mdy' });
    expect(record.facts).toEqual({
      title: 'Notice',
      released: { year: 2022, month: 4, day: 4 },
      releasedAsShown: 'Release Date: April 4, 2022',
      updated: { year: 2024, month: 8, day: 7 },
      updatedAsShown: 'Last Updated: 08/07/2024',
      lang: 'en',
      agency: 'Example Agency',
    });
    expect(writeMarkdown(record.body)).toBe(`${prose.trim()}\n`);
    expect(messagesOf(html, { dateOrder: 'mdy' })).toEqual([
      '1 intake-left-out: Left out: <title> “| Example Agency”',
      '3 intake-left-out: Left out: <a> “Skip to main content”',
      '4 intake-left-out: Left out: <header> “Home”',
      '5 intake-left-out: Left out: <ol> “Home”',
      '8 intake-left-out: Left out: <div> “Share”',
      '9 intake-left-out: Left out: <form> “Mail Go”',
      '10 intake-left-out: Left out: <h2> “More from Example”',
      '10 intake-left-out: Left out: <ul> “Another”',
      '12 intake-left-out: Left out: <footer> “Contact us”',
    ]);
    expectWhole(html);
  });

  test('is found by its words where there are no landmarks', () => {
    const html = `<body><div id="top"><a href="/">Home</a> <a href="/n">News</a></div>
<div id="page"><div class="left"><ul><li><a href="/1">One</a><li><a href="/2">Two</a></ul></div>
<div class="text"><h1>Title</h1><p>${prose}</p><p>${prose}</p></div></div><div>Contact</div></body>`;
    const record = readHtml(html, { file: 'page.html' });
    expect(record.facts).toEqual({ title: 'Title' });
    expect(writeMarkdown(record.body)).toBe(`${prose.trim()}\n\n${prose.trim()}\n`);
    expectWhole(html);
  });

  test('stays in a form that holds the whole page', () => {
    const html = `<body><form id="aspnetForm"><div><p>${prose}</p></div><input type="submit" value="x"></form></body>`;
    expect(markdownOf(html)).toBe(`${prose.trim()}\n`);
  });

  test('keeps an aside that quotes', () => {
    expect(markdownOf(`<main><p>${prose}</p><aside><p>“Well said.”</p></aside></main>`)).toBe(
      `${prose.trim()}\n\n“Well said.”\n`,
    );
  });

  test('leaves out frames, films and drawings, and lists them', () => {
    const html = `<main><p>${prose}</p><iframe src="https://a.gov/f"></iframe><video src="b.mp4">No film</video>
<object data="c.pdf"></object><svg aria-label="Chart"><path/></svg><audio><source src="d.mp3"></audio></main>`;
    expect(markdownOf(html)).toBe(`${prose.trim()}\n`);
    expect(messagesOf(html)).toEqual([
      '1 intake-left-out: Left out: <iframe> “https://a.gov/f”',
      '1 intake-left-out: Left out: <video> “No film”',
      '1 intake-left-out: Left out: <video> “b.mp4”',
      '2 intake-left-out: Left out: <object> “c.pdf”',
      '2 intake-left-out: Left out: <svg> “Chart”',
      '2 intake-left-out: Left out: <source> “d.mp3”',
    ]);
  });

  test('may be missing', () => {
    const record = readHtml('<html><body><p>&nbsp;</p></body></html>', { file: 'page.html' });
    expect(wordsOfPost(record.body).join('').trim()).toBe('');
  });
});

describe('facts', () => {
  const head = (inner: string, body = `<p>${prose}</p>`): string =>
    `<html><head>${inner}</head><body>${body}</body></html>`;

  test('the byline is the first paragraph that says the declared creator', () => {
    const html = head(
      '<meta name="dc.creator" content="Office of X">',
      `<p>Posted by Office of X</p><p>${prose}</p>`,
    );
    const record = readHtml(html, { file: 'a' });
    expect(record.facts).toEqual({ byline: 'Posted by Office of X' });
    expect(markdownOf(html)).toBe(`${prose.trim()}\n`);
    expect(
      record.spans
        .filter(({ field }) => field === 'byline')
        .map(({ start, end }) => record.stream.slice(start, end)),
    ).toEqual(['Posted by Office of X']);
  });

  test('or the first paragraph that says by whom the page is', () => {
    const html = head('', `<h1>T</h1><p>Posted by Jane Doe</p><p>${prose}</p>`);
    expect(readHtml(html, { file: 'a' }).facts).toEqual({ title: 'T', byline: 'Posted by Jane Doe' });
    expect(markdownOf(html)).toBe(`${prose.trim()}\n`);
    expectWhole(html);
  });

  test('another first paragraph stays', () => {
    const html = head(
      '<meta name="author" content="Office of XBureau Y">',
      `<p>Office of X</p><p>Bureau Y</p><p>${prose}</p>`,
    );
    expect(readHtml(html, { file: 'a' }).facts).toEqual({});
    expect(markdownOf(html)).toBe(`Office of X\n\nBureau Y\n\n${prose.trim()}\n`);
  });

  test.each([
    ['Mon, 04 Apr 2022 23:44:49 -0500', { year: 2022, month: 4, day: 4 }],
    ['4 Apr 2022 00:28:00 +0000', { year: 2022, month: 4, day: 4 }],
    ['2022-04-04T23:59:59-08:00', { year: 2022, month: 4, day: 4 }],
  ])('the date %s is taken in its own zone', (value, released) => {
    expect(readHtml(head(`<meta name="pubDate" content="${value}">`), { file: 'a' }).facts).toEqual({
      released,
    });
  });

  test('disagreements are reported; the first is taken, of dates the one that is shown', () => {
    const html = head(
      `<title>One</title><meta property="og:title" content="Other">
<link rel="canonical" href="https://a.gov/one"><meta property="og:url" content="https://a.gov/two/">
<meta name="pubDate" content="Mon, 04 Apr 2022 10:00:00 +0000">`,
      `<p>Release Date: May 5, 2022</p><p>${prose}</p>`,
    );
    expect(readHtml(html, { file: 'a', url: 'https://a.gov/one/' }).facts).toEqual({
      title: 'One',
      released: { year: 2022, month: 5, day: 5 },
      releasedAsShown: 'Release Date: May 5, 2022',
      url: 'https://a.gov/one/',
    });
    expect(messagesOf(html, { url: 'https://a.gov/one/' })).toEqual([
      '- intake-disagreement: Title: the page says “One”, its meta og:title “Other”',
      '- intake-disagreement: Address: capture says “https://a.gov/one/”, meta og:url “https://a.gov/two/”',
      '- intake-disagreement: Release date: the text says “2022-05-05”, meta pubdate “Mon, 04 Apr 2022 10:00:00 +0000”',
    ]);
  });

  test('a date that is not understood is reported', () => {
    const html = head('<meta name="pubDate" content="yesterday">');
    expect(readHtml(html, { file: 'a' }).facts).toEqual({});
    expect(messagesOf(html)).toEqual([
      '- intake-suspect: The date “yesterday” of meta pubdate was not understood',
    ]);
  });

  test('the archive label and notice', () => {
    const html = `<body><main><h2>Archived Content</h2><p>The archive contains outdated information.</p><h1>T</h1><p>${prose}</p></main></body>`;
    const record = readHtml(html, { file: 'a' });
    expect(record.facts).toEqual({
      title: 'T',
      archived: { label: 'Archived Content', notice: 'The archive contains outdated information.' },
    });
    expect(wordsOfSpans(record, 'label').join(' ')).toBe('Archived Content');
    expect(writeMarkdown(record.body)).toBe(`${prose.trim()}\n`);
    expectWhole(html);
  });

  test('the comment of SingleFile', () => {
    const html = `<!DOCTYPE html> <html><!--
 Page saved with SingleFile
 url: https://a.gov/x
 saved date: Thu Mar 13 2025 23:46:02 GMT+0000
--><body><p>${prose}</p></body></html>`;
    expect(readHtml(html, { file: 'a' }).facts).toEqual({
      url: 'https://a.gov/x',
      captured: { on: '2025-03-13T23:46:02Z' },
    });
  });

  test('the comment of HTTrack says no scheme', () => {
    const comment =
      "<!-- Mirrored from a.gov/x by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 13 Mar 2025 23:46:02 GMT -->";
    const bare = `${comment}<body><p>${prose}</p></body>`;
    expect(readHtml(bare, { file: 'a' }).facts).toEqual({
      captured: { on: '2025-03-13T23:46:02Z' },
    });
    expect(messagesOf(bare)).toEqual([
      '- intake-suspect: The save comment names “a.gov/x” without a scheme; it was not taken as the address',
    ]);
    const said = `${comment}${head('<meta property="og:url" content="https://a.gov/x">')}`;
    expect(readHtml(said, { file: 'a' }).facts.url).toBe('https://a.gov/x');
    expect(messagesOf(said)).toEqual([]);
  });

  test('the language nearest to the text', () => {
    const html = `<html lang="en"><body><main lang="es"><p>${prose}</p></main></body></html>`;
    expect(readHtml(html, { file: 'a' }).facts).toEqual({ lang: 'es' });
    expect(messagesOf(html)).toEqual([
      '1 intake-disagreement: Language: the main content says “es”, the page “en”',
    ]);
  });

  test('a paragraph in bold type is no heading', () => {
    expect(markdownOf('<p><b>Section one</b></p><p>x</p>')).toBe('**Section one**\n\nx\n');
    expect(messagesOf('<p><b>Section one</b></p><p>x</p>')).toEqual([
      '1 intake-suspect: Paragraph in bold type, perhaps a heading: “Section one”',
    ]);
  });
});

describe('hostile input', () => {
  test('scripts, handlers and styles leave nothing', () => {
    const html =
      '<p onclick="x()" style="color:red">a<script>alert(1)</script><style>p{}</style><svg onload="x()"><text>s</text></svg>' +
      '<iframe src="https://x.y/"></iframe><img src="javascript:x()" onerror="x()" alt="pic"><!-- c --></p>' +
      '<table onmouseover="x()"><tr><td colspan="2" onclick="x()"><script>y</script>b<tr><td>c<td>d</table>';
    const written = markdownOf(html);
    expect(written).not.toMatch(/script|onclick|onload|onerror|style|iframe|<!--|svg/iu);
    expectWhole(html);
  });

  test('markup of template languages stays words', () => {
    const html =
      '<p>{{ x }} {% y %} {: .c}</p><table><tr><th rowspan=2 id="{{ z }}">{{ a }}<td>b<tr><td>{% c %}</table><code>{{ d }}</code>';
    expect(markdownOf(html)).not.toMatch(/\{[{%:]/u);
    expectWhole(html);
  });

  test.each([
    '<div>',
    '<b>',
    '<b><div>',
    '<table><tr><td>',
    '<blockquote>',
    '<svg><g>',
    '<b></x>',
    '<a><div></a>',
    '<font><p>',
    ...(isLong ? ['<div lang=a><p lang=b>'] : []),
    '<q><i>',
  ])('10,000 nested %s', (tag) => {
    const html = `<p>before</p>${tag.repeat(10_000)}deep`;
    const record = readHtml(html, { file: 'a' });
    expect(partitionFlaw(record)).toBeUndefined();
    expect(record.stream.split(/\s+/u).filter(Boolean).join(' ')).toMatch(/^before ?deep$/u);
    expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
    expect(record.messages.map(({ ruleId }) => ruleId)).toContain('intake-repaired');
  });

  test('a script full of tags thins nothing', () => {
    const html = `<body><script>${'"<div>"'.repeat(1000)}</script><main><section><h2>a</h2><p>b</p></section></main></body>`;
    expect(markdownOf(html)).toBe('## a\n\nb\n');
    expect(messagesOf(html)).toEqual([]);
  });

  test('NUL, lone surrogates and entities', () => {
    const html = '<p>a\0b \ud800c &#xD800; &#0; &lt;b&gt; &amp;amp; &bogus; &#x1F600; &zwj;</p>';
    const record = readHtml(html, { file: 'a' });
    expect(record.stream).toBe('ab \ufffdc \ufffd \ufffd <b> &amp; &bogus; 😀 \u200d');
    expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
  });

  test.runIf(isLong)('a page in time that grows with it', async () => {
    const read = (count: number): unknown =>
      writeMarkdown(
        readHtml(`<main>${`<p>${prose}<a href="/x">link</a> &amp; more</p>\n`.repeat(count)}</main>`, {
          file: 'a',
        }).body,
      );
    expect(await growth(read, 150)).toBeLessThan(mostGrowth);
  });

  test.runIf(isLong)('a page of a megabyte in a few seconds', () => {
    const html = `<html><body><main>${`<p>${prose}<a href="/x">link</a> &amp; more</p>\n`.repeat(7000)}</main></body></html>`;
    expect(html.length).toBeGreaterThan(1_000_000);
    const start = process.cpuUsage();
    const record = readHtml(html, { file: 'a' });
    writeMarkdown(record.body);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(15);
    expect(partitionFlaw(record)).toBeUndefined();
  });
});

const word = fc.constantFrom(
  'word',
  'a',
  ' b ',
  'U.S.',
  '&nbsp;x',
  '*',
  '_y_',
  '1. ',
  '# h',
  '|',
  ' ',
  '\n',
  '{{ z }}',
  '[q](r)',
  'https://a.gov/b_c',
  '&lt;i&gt;',
);
const inlineTag = fc.constantFrom(
  'b',
  'i',
  'em',
  'strong',
  'span',
  'a href="https://a.gov/"',
  'sup',
  'u',
  'q',
  'code',
  'del',
  'font',
  'span lang=fr',
  'small',
  'abbr title=x',
  'label',
  'ruby',
  'tt',
  'x-y',
);
const blockTag = fc.constantFrom(
  'p',
  'div',
  'section',
  'ul',
  'ol',
  'li',
  'blockquote',
  'h2',
  'h3',
  'table',
  'tr',
  'td',
  'th',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'pre',
  'center',
  'div lang=es',
  'article',
  'caption',
  'form',
  'details',
  'summary',
  'address',
  'nav',
  'aside',
);
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    word,
    fc.constantFrom(
      '<br>',
      '<img src=a.png alt="pic b">',
      '<img src=a.png alt>',
      '<img src=a.png>',
      '<hr>',
      '<!-- c -->',
      '<wbr>',
    ),
    fc
      .tuple(inlineTag, fc.array(tie('node'), { maxLength: 3 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0] ?? ''}>`),
    fc
      .tuple(blockTag, fc.array(tie('node'), { maxLength: 4 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0] ?? ''}>`),
  ),
}));

test('any page is accounted for, word by word', () => {
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 6 }), (nodes) => {
      expectWhole(`<main><p>first</p>${nodes.join('')}</main>`);
    }),
    { numRuns: Number(process.env['TAGLEAF_FUZZ'] ?? (isLong ? 300 : 60)), seed: 4 },
  );
});
