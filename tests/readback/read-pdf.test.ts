import { describe, expect, test } from 'vitest';

import { compareWords } from '../../src/readback/compare-words.ts';
import { printStructure } from './print-structure.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { marked, show, writeTinyPdf, type TinyPdf } from './tiny-pdf.ts';

const expected = 'A title\nThe first words go on over the page.\nThe note.\nTerm\tmeaning\n';
const xmp =
  '<x><dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B &#x2014; c</rdf:li></rdf:Alt></dc:title></x>';

const good: TinyPdf = {
  xmp,
  roleMap: '/Title /P /FENote /Note',
  pages: [
    `${marked(0, 'A title')}${marked(1, 'The first ')}${marked(2, '1')}${marked(3, 'words go ')}/Artifact <</Type /Pagination>> BDC ${show('page 1 of 2')} EMC\n`,
    `${marked(0, 'on over the page.')}${marked(1, '1 ')}${marked(2, 'The note. ')}${marked(3, 'Back')}${marked(4, 'Term')}${marked(5, 'meaning')}/Artifact BMC ${show('page 2 of 2')} EMC\n`,
  ],
  tree: {
    role: 'Document',
    entries: '/Lang (en-US)',
    kids: [
      { role: 'H1', entries: '/ID (title)', kids: [{ page: 1, mcid: 0 }] },
      {
        role: 'P',
        kids: [
          { page: 1, mcid: 1 },
          { role: 'Lbl', kids: [{ page: 1, mcid: 2 }] },
          { page: 1, mcid: 3 },
          { page: 2, mcid: 0 },
        ],
      },
      {
        role: 'FENote',
        kids: [
          { role: 'Lbl', kids: [{ page: 2, mcid: 1 }] },
          {
            role: 'P',
            kids: [
              { page: 2, mcid: 2 },
              { role: 'Link', entries: '/T (Back-link)', kids: [{ page: 2, mcid: 3 }] },
            ],
          },
        ],
      },
      {
        role: 'TR',
        entries: '/A [<</O /Layout /TextAlign /Start>> <</O /Table /Headers [(a) (b)]>>]',
        kids: [
          { role: 'TH', kids: [{ role: 'P', kids: [{ page: 2, mcid: 4 }] }] },
          { role: 'TD', kids: [{ role: 'P', kids: [{ page: 2, mcid: 5 }] }] },
        ],
      },
    ],
  },
};

/** The good file with one replacement in its pages or its tree, which must be there to be replaced. */
function corrupt(page: number, from: string, to: string): TinyPdf {
  const pages = good.pages.map((content, index) => {
    if (index !== page - 1) return content;
    expect(content).toContain(from);
    return content.replace(from, to);
  });
  return { ...good, pages };
}

describe('a good file', () => {
  test('is read by its tags', async () => {
    const read = await readPdf(writeTinyPdf(good));
    expect(read.problems).toEqual([]);
    expect(read.text).toBe('A title\nThe first words go on over the page.\nThe note. \nTerm\tmeaning\t');
    expect(compareWords(expected, read.text)).toBeUndefined();
    expect(read.artifactText).toEqual(['page 1 of 2', 'page 2 of 2']);
    expect(read.title).toBe('A & B \u2014 c');
    expect(read.lang).toBe('en-US');
    expect(read.pages).toBe(2);
    expect(read.xmp).toBe(xmp);
  });

  test('says the same from object streams', async () => {
    expect(await readPdf(writeTinyPdf({ ...good, packed: true }))).toEqual(await readPdf(writeTinyPdf(good)));
  });

  test('is printed as an indented tree', async () => {
    const read = await readPdf(writeTinyPdf(good));
    expect(printStructure(read.structure)).toMatchInlineSnapshot(`
      "Document Lang="en-US"
        H1 ID="title"
          "A title"
        P
          "The first "
          Lbl
            "1"
          "words go "
          "on over the page."
        FENote
          Lbl
            "1 "
          P
            "The note. "
            Link T="Back-link"
              "Back"
        TR {O Layout, TextAlign Start} {O Table, Headers ["a" "b"]}
          TH
            P
              "Term"
          TD
            P
              "meaning"
      "
    `);
  });

  test('keeps the terms of a definition list, which are elements in a label', async () => {
    const terms = [0, 1].map((mcid) => ({ role: 'Span', kids: [{ page: 1, mcid }] }));
    const read = await readPdf(
      writeTinyPdf({
        pages: [`${marked(0, 'one')}${marked(1, 'two')}${marked(2, '-')}${marked(3, 'meaning')}`],
        tree: {
          role: 'L',
          kids: [
            { role: 'LI', kids: [{ role: 'Lbl', kids: terms }] },
            {
              role: 'LI',
              kids: [
                { role: 'Lbl', kids: [{ page: 1, mcid: 2 }] },
                { role: 'LBody', kids: [{ page: 1, mcid: 3 }] },
              ],
            },
          ],
        },
      }),
    );
    expect(read.text).toBe('one\ntwo\nmeaning\n');
  });

  test('has its notes at the foot of the page, and cells that go on over it', async () => {
    const cell = (mcid: number): TinyPdf['tree'] => ({
      role: 'TD',
      kids: [1, 2].map((page) => ({ page, mcid })),
    });
    const note = { role: 'Note', kids: [{ page: 1, mcid: 4 }] };
    const read = await readPdf(
      writeTinyPdf({
        pages: [
          `${marked(0, 'before ')}${marked(3, 'after')}${marked(1, 'left ')}${marked(2, 'right ')}${marked(4, 'a note')}`,
          `${marked(1, 'side')}${marked(2, 'edge')}`,
        ],
        tree: {
          role: 'Document',
          kids: [
            { role: 'P', kids: [{ page: 1, mcid: 0 }, note, { page: 1, mcid: 3 }] },
            { role: 'Table', kids: [{ role: 'TR', kids: [cell(1), cell(2)] }] },
          ],
        },
      }),
    );
    expect(read.problems).toEqual([]);
    expect(read.text).toContain('left side\tright edge');
  });

  test('reads ligatures, ActualText and escaped characters', async () => {
    const read = await readPdf(
      writeTinyPdf({
        pages: [
          `/P <</MCID 0>> BDC BT /F1 9 Tf <0100006e0101> Tj /Span <</ActualText <FEFF00E90009>>> BDC <002000200020> Tj EMC ET EMC`,
        ],
        tree: { role: 'P', kids: [{ page: 1, mcid: 0 }] },
      }),
    );
    expect(read.text).toBe('fin\u2014\u00e9\t\n');
    expect(read.problems).toEqual([]);
  });
});

describe('a corrupted file', () => {
  const cases: readonly (readonly [string, TinyPdf, string, readonly string[]])[] = [
    [
      'a lost space',
      corrupt(1, marked(1, 'The first '), marked(1, 'The first')),
      'A title The firstwords go on over the',
      [],
    ],
    [
      'swapped runs',
      corrupt(
        1,
        marked(1, 'The first ') + marked(2, '1') + marked(3, 'words go '),
        marked(1, 'words go ') + marked(2, '1') + marked(3, 'The first '),
      ),
      'A title words go The first on',
      [],
    ],
    [
      'a run drawn twice',
      corrupt(
        2,
        marked(0, 'on over the page.'),
        `/P <</MCID 0>> BDC ${show('on over the page.')}${show('on over the page.')} EMC`,
      ),
      'go on over the page.on over the page. The',
      [],
    ],
    [
      'a lost letter',
      corrupt(2, show('The note. '), show('The not. ')),
      'over the page. The not. Term meaning',
      [],
    ],
    [
      'a dropped note',
      {
        ...corrupt(2, marked(1, '1 ') + marked(2, 'The note. ') + marked(3, 'Back'), ''),
        tree: {
          ...good.tree,
          kids: good.tree.kids.filter((kid) => !('role' in kid) || kid.role !== 'FENote'),
        },
      },
      'on over the page. Term meaning',
      [],
    ],
    [
      'a sequence on another page',
      {
        ...good,
        pages: [
          good.pages[0]?.replace(marked(3, 'words go '), '') ?? '',
          (good.pages[1] ?? '') + marked(6, 'words go '),
        ],
      },
      'A title The first on over the page. The',
      ['page 1: MCID 3 is referred to but not drawn', 'page 2: MCID 6 is not in the structure tree'],
    ],
  ];
  test.each(cases)('%s is seen', async (_name, pdf, actual, problems) => {
    const read = await readPdf(writeTinyPdf(pdf));
    expect(compareWords(expected, read.text)?.actual).toBe(actual);
    expect(read.problems).toEqual(problems);
  });

  test('a reference to the wrong page is seen in the words', async () => {
    const [first, second] = ['over ', 'there '].map((text) => marked(0, text));
    const tree = (pages: readonly [number, number]): TinyPdf['tree'] => ({
      role: 'P',
      kids: pages.map((page) => ({ page, mcid: 0 })),
    });
    const right = await readPdf(writeTinyPdf({ pages: [first ?? '', second ?? ''], tree: tree([1, 2]) }));
    const wrong = await readPdf(writeTinyPdf({ pages: [first ?? '', second ?? ''], tree: tree([2, 1]) }));
    expect(compareWords('over there', right.text)).toBeUndefined();
    expect(compareWords('over there', wrong.text)).toEqual({
      wordIndex: 0,
      expected: 'over there',
      actual: 'there over',
    });
  });

  test.each([
    [
      'text outside',
      good.pages[0] + show('loose'),
      ['page 1: text outside marked content and artifacts: "loose"'],
    ],
    [
      'drawings outside',
      `${good.pages[0]}0 0 1 1 re f 0 0 m S `,
      ['page 1: 2 drawings outside marked content and artifacts'],
    ],
    ['an open sequence', `${good.pages[0]}/Artifact BMC `, ['page 1: 1 BDC without EMC']],
    ['a needless end', `${good.pages[0]}EMC `, ['page 1: EMC without BDC']],
    ['one MCID for two sequences', good.pages[0] + marked(3, ''), ['page 1: MCID 3 marks two sequences']],
    [
      'a sequence inside an artifact',
      `${good.pages[0]}/Artifact BMC ${marked(4, '')} EMC `,
      ['page 1: MCID 4 inside an artifact', 'page 1: MCID 4 is not in the structure tree'],
    ],
    [
      'a code without a character',
      `${good.pages[0]}/Artifact BMC BT /F1 9 Tf <0999> Tj ET EMC `,
      ['page 1: code 999 has no character'],
    ],
    [
      'a font that is not there',
      `${good.pages[0]}/Artifact BMC BT /F2 9 Tf ET EMC `,
      ['page 1: font F2 is missing'],
    ],
    [
      'numbers without a blank between them',
      `${good.pages[0]}/Artifact BMC 1-2 Tz BT /F1 9 Tf [3-4<0041> -5] TJ ET EMC `,
      ['page 1: "1-2" is no number', 'page 1: "3-4" is no number'],
    ],
    [
      'an unread XObject',
      `${good.pages[0]}/Artifact BMC /X1 Do EMC `,
      ['page 1: XObject X1 was not read: none'],
    ],
  ])('%s is a problem', async (_name, content, problems) => {
    const read = await readPdf(writeTinyPdf({ ...good, pages: [content, good.pages[1] ?? ''] }));
    expect(read.problems).toEqual(problems);
  });

  test.each([
    ['one for code 0', '<0000> <0041>', ['code 0 stands for a character']],
    ['U+0000', '<0000> <0000>', ['code 0 stands for a character', 'code 0 stands for U+0000']],
    ['a byte order mark', '<0101> <0041feff>', ['code 101 stands for U+FEFF']],
    ['none', '<0101> <0041>', []],
  ])('a character that is none in the map of a font is a problem: %s', async (_name, pair, faults) => {
    const { problems } = await readPdf(writeTinyPdf({ ...good, pair }));
    expect(problems).toEqual(
      [1, 2].flatMap((page) => faults.map((fault) => `page ${page}: font F1: ${fault}`)),
    );
  });

  test('paragraphs that are drawn in another order than the tags have them are a problem, though each says its words', async () => {
    const [title, first] = [marked(0, 'A title'), marked(1, 'The first ')];
    const read = await readPdf(writeTinyPdf(corrupt(1, title + first, first + title)));
    expect(compareWords(expected, read.text)).toBeUndefined();
    expect(read.problems).toEqual([
      'page 1: "The first" is drawn before "A title", which the tags put first',
    ]);
  });

  test('cells of one row and words of notes that are drawn in another order are a problem, too', async () => {
    const cells = [marked(4, 'Term'), marked(5, 'meaning')];
    const note = [marked(1, '1 '), marked(2, 'The note. ')];
    const swapped = corrupt(2, cells.join(''), cells.toReversed().join(''));
    expect((await readPdf(writeTinyPdf(swapped))).problems).toEqual([
      'page 2: "meaning" is drawn before "Term", which the tags put first',
    ]);
    expect(
      (await readPdf(writeTinyPdf(corrupt(2, note.join(''), note.toReversed().join(''))))).problems,
    ).toEqual(['page 2: "The note." is drawn before "1", which the tags put first']);
  });

  test('columns of a table may be drawn in groups, from the first to the last, and in no other order', async () => {
    const kids = (row: number): TinyPdf['tree']['kids'] =>
      [0, 1, 2].map((column) => ({ role: 'TD', kids: [{ page: 1, mcid: 3 * row + column }] }));
    const spanning = { role: 'TR', kids: [{ role: 'TD', entries: '/A <</O /Table /ColSpan 3>>', kids: [] }] };
    const rows = [0, 1].map((row) => ({ role: 'TR', kids: kids(row) }));
    const tree = { role: 'Document', kids: [{ role: 'Table', kids: [spanning, ...rows] }] };
    const problemsOf = async (order: readonly number[]): Promise<readonly string[]> => {
      const page = order.map((mcid) => marked(mcid, `cell ${mcid}`)).join('');
      return (await readPdf(writeTinyPdf({ pages: [page], tree }))).problems;
    };
    expect(await problemsOf([0, 1, 2, 3, 4, 5])).toEqual([]);
    expect(await problemsOf([0, 1, 3, 4, 2, 5])).toEqual([]);
    expect(await problemsOf([0, 3, 1, 4, 2, 5])).toEqual([]);
    expect(await problemsOf([2, 5, 0, 1, 3, 4])).toEqual([
      'page 1: "cell 5" is drawn before "cell 0", which the tags put first',
    ]);
    expect(await problemsOf([3, 4, 5, 0, 1, 2])).toHaveLength(1);
  });

  test('the column of a cell counts those that cells of rows above go over', async () => {
    const cell = (mcid: number, entries = ''): TinyPdf['tree'] => ({
      role: 'TD',
      entries,
      kids: [{ page: 1, mcid }],
    });
    const first = { role: 'TR', kids: [cell(0, '/A <</O /Table /RowSpan 2>>'), cell(1), cell(2)] };
    const tree = { role: 'Table', kids: [first, { role: 'TR', kids: [cell(3), cell(4)] }] };
    const page = [0, 1, 3, 2, 4].map((mcid) => marked(mcid, `cell ${mcid}`)).join('');
    expect((await readPdf(writeTinyPdf({ pages: [page], tree }))).problems).toEqual([]);
  });

  test('words on an earlier page than those before them are a problem', async () => {
    const kid = (page: number): TinyPdf['tree'] => ({ role: 'P', kids: [{ page, mcid: 0 }] });
    const tree = { role: 'Document', kids: [kid(2), kid(1)] };
    const read = await readPdf(writeTinyPdf({ pages: [marked(0, 'two'), marked(0, 'one')], tree }));
    expect(read.problems).toEqual(['page 2: "two" is drawn before "one", which the tags put first']);
  });

  test('an MCID referred to twice is a problem', async () => {
    const tree = { ...good.tree, kids: [...good.tree.kids, { role: 'P', kids: [{ page: 1, mcid: 0 }] }] };
    const read = await readPdf(writeTinyPdf({ ...good, tree }));
    expect(read.problems).toEqual(['page 1: MCID 0 is in the structure tree 2 times']);
    expect(compareWords(expected, read.text)?.actual).toBe('The note. Term meaning A title');
  });

  test('a file that is cut off is an error of ours', async () => {
    const bytes = writeTinyPdf(good);
    await expect(readPdf(bytes.subarray(0, bytes.length - 40))).rejects.toThrow(
      'cannot read the PDF: "startxref" is missing',
    );
  });
});

test('a large file is read in little time', async () => {
  const sentence = 'The quick brown fox jumps over the lazy dog. ';
  const lines = Array.from({ length: 40 }, (_, mcid) => marked(mcid, sentence.repeat(2))).join('');
  const pages = Array.from({ length: 700 }, () => lines);
  const kids = pages.flatMap((_, index) =>
    Array.from({ length: 40 }, (__, mcid) => ({ role: 'P', kids: [{ page: index + 1, mcid }] })),
  );
  const bytes = writeTinyPdf({ pages, tree: { role: 'Document', kids } });
  const before = process.cpuUsage();
  const read = await readPdf(bytes);
  const cpu = process.cpuUsage(before);
  expect(read.problems).toEqual([]);
  expect(read.text.length).toBe(700 * 40 * (sentence.length * 2 + 1));
  expect((cpu.user + cpu.system) / 1e6).toBeLessThan(10);
});
