import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../src/document/asset.ts';
import type { Text } from '../../../src/document/inline.ts';
import { walkDocument } from '../../../src/document/walk.ts';
import type { DisplayList, RunMark } from '../../../src/pdf/layout/display-list.ts';
import { pageStarts } from '../../../src/pdf/layout/pages/page-starts.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { layOutPost, theme, type Laid } from './lay-out-post.ts';

function post(body: string): string {
  return `---\ntitle: A post\nlang: en\n---\n\n${body}\n`;
}

/** Every run of the pages in order; those repeated as artifacts left out. */
function runs(list: DisplayList): readonly RunMark[] {
  return list.pages.flatMap((page) =>
    page.placed.flatMap(({ marks, repeated, top }) =>
      repeated ? [] : marks.flatMap((mark) => (mark.type === 'run' ? [{ ...mark, y: mark.y + top }] : [])),
    ),
  );
}

function textOf(run: RunMark): string {
  const shown = run.runs
    .map((part) => part.actualText ?? part.glyphs.map(({ text }) => text).join(''))
    .join('');
  return run.actualText ?? shown;
}

/** What is drawn for each text, in the order of the pages; soft hyphens left out on both sides. */
function expectEveryTextOnce({ document, structure, list }: Laid): void {
  const drawn = new Map<unknown, string>();
  for (const run of runs(list)) {
    if (run.slot) drawn.set(run.slot, (drawn.get(run.slot) ?? '') + textOf(run));
  }
  const texts = [...walkDocument(document)].filter((node): node is Text => node.type === 'text');
  expect(texts.length).toBeGreaterThan(0);
  const plain = (text: string): string => text.replace(/[\u00AD\u200B]/gu, '').replace(/[\n\r\f]/gu, ' ');
  for (const text of texts) {
    if (text.value === '') continue;
    const found = drawn.get(structure.slots.get(text)) ?? '';
    expect(plain(found)).toBe(plain(text.value).replaceAll(text.value.includes('\t') ? /$^/gu : /\t/gu, ' '));
  }
}

/** No run begins or ends outside the area of the text; in tables, which are smaller, outside that of what is wide. */
function expectInsideThePage({ list }: Laid): void {
  const textStart = (list.widthPt - theme.marginsPt.measure) / 2;
  for (const run of runs(list)) {
    const isText = run.sizePt >= theme.type.body.sizePt;
    const left = isText ? textStart : standardMetrics.page.areaMarginPt;
    const widthPt = (run.runs.reduce((sum, part) => sum + part.width, 0) * run.sizePt) / 1000;
    const trailing = /\s*$/u.exec(textOf(run))?.[0].length ?? 0;
    expect(run.x).toBeGreaterThanOrEqual(left - 1);
    if (trailing === 0) expect(run.x + widthPt).toBeLessThanOrEqual(list.widthPt - left + (isText ? 8 : 1));
    expect(run.y).toBeGreaterThan(theme.marginsPt.top);
    expect(run.y).toBeLessThan(list.heightPt - theme.marginsPt.bottom + 1);
  }
}

/** No run of the text is drawn over another of the same line. */
function expectNothingOverlaps({ list }: Laid): void {
  for (const page of list.pages) {
    const lines = new Map<string, { from: number; to: number; text: string }[]>();
    for (const { marks, top, repeated } of page.placed) {
      for (const mark of repeated ? [] : marks) {
        if (mark.type !== 'run') continue;
        const trimmed = textOf(mark).trimEnd().length === textOf(mark).length;
        const width = (mark.runs.reduce((sum, part) => sum + part.width, 0) * mark.sizePt) / 1000;
        const key = (mark.y + top).toFixed(1);
        const area = { from: mark.x, to: mark.x + (trimmed ? width : width * 0.6), text: textOf(mark) };
        lines.set(key, [...(lines.get(key) ?? []), area]);
      }
    }
    for (const areas of lines.values()) {
      const sorted = areas.toSorted((a, b) => a.from - b.from);
      sorted.forEach((area, index) => {
        const next = sorted[index + 1];
        if (next) expect(area.to, `“${area.text}” and “${next.text}”`).toBeLessThanOrEqual(next.from + 0.6);
      });
    }
  }
}

const words = 'Public service is the business of all of us, and its records belong to everybody. ';

const cases: readonly (readonly [string, string])[] = [
  ['a post of 20,000 words', Array.from({ length: 100 }, () => words.repeat(14)).join('\n\n')],
  [
    'a table of 200 rows with long cells',
    `| No. | Words | More |\n|--:|---|---|\n${Array.from({ length: 200 }, (_, row) => `| ${row} | ${row % 9 === 0 ? words.repeat(30) : words} | x |`).join('\n')}`,
  ],
  [
    'a table of 12 columns',
    `|${' Column |'.repeat(12)}\n|${'---|'.repeat(12)}\n|${' Considerable words |'.repeat(12)}`,
  ],
  ['words of 1,000 letters', `${'m'.repeat(1000)} https://www.example.org/${'path/'.repeat(200)}`],
  ['lists six deep', [0, 1, 2, 3, 4, 5].map((depth) => `${'  '.repeat(depth)}- ${words}`).join('\n')],
  ['lists twenty-two deep', Array.from({ length: 22 }, (_, n) => `${'  '.repeat(n)}- item ${n}`).join('\n')],
  [
    'lists, quotes and tables in cells',
    '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td><ul><li>list</li><li>two</li></ul></td><td><blockquote>quoted</blockquote></td><td><ol start="98"><li>numbered</li><li>next</li><li>last</li></ol></td></tr></table>\n\n<table><tr><th>Out</th><th>er</th></tr><tr><td><table><tr><th>nested</th><th>inner</th></tr><tr><td>one</td><td>two</td></tr></table></td><td>b</td></tr></table>',
  ],
  ['quotes forty deep', `${'> '.repeat(40)}${words}`],
  [
    'notes longer than a page, several on one line, from cells',
    `${words}[^a][^b] ${words}\n\n| A |\n|---|\n| b[^c] |\n\n${words.repeat(20)}[^d]\n\n[^a]: ${words.repeat(60)}\n[^b]: ${words}\n[^c]: ${words.repeat(50)}\n[^d]: ${words}\n`,
  ],
  ['code with tabs and long lines', `\`\`\`\n\ta\tb\n${'x = 1; '.repeat(60)}\n\n\`\`\`\n`.repeat(20)],
];

describe('layoutDocuments', () => {
  it.each(cases)('places every text of %s once, in order, inside the page', (_name, body) => {
    const laid = layOutPost(post(body));
    expectEveryTextOnce(laid);
    expectInsideThePage(laid);
    expectNothingOverlaps(laid);
  });

  it('does not break words of cells that have room for them', () => {
    const laid = layOutPost(post(cases.find(([name]) => name.includes('tables in cells'))?.[1] ?? ''));
    expect(laid.messages).toEqual([]);
    const drawn = runs(laid.list).map((run) => textOf(run).trim());
    for (const word of ['list', 'quoted', 'numbered', 'nested', 'inner']) expect(drawn).toContain(word);
  });

  it('begins a row that is higher than a page where it stands, below its head', () => {
    const { list } = layOutPost(post(`${words}\n\n| Head | x |\n|---|---|\n| ${words.repeat(60)} | y |`));
    const first = list.pages[0]?.placed.flatMap(({ marks }) => marks) ?? [];
    expect(first.filter((mark) => mark.type === 'run').length).toBeGreaterThan(20);
    expect(list.pages).toHaveLength(2);
  });

  it('fills the room beside the text with notes that go on', () => {
    const { list } = layOutPost(
      post(
        `${words}[^a] and[^b]\n\n${`${words.repeat(9)}\n\n`.repeat(8)}[^a]: ${words.repeat(70)}\n\n[^b]: ${words.repeat(70)}`,
      ),
    );
    const bottoms = list.pages.map(({ placed }) => Math.max(...placed.map(({ top }) => top)));
    for (const bottom of bottoms.slice(0, -1)) expect(bottom).toBeGreaterThan(792 - 72 - 40);
    expect(list.pages[0]?.placed.length).toBeGreaterThan(10);
  });

  it('raises what stands above the line and lowers what stands below it', () => {
    const { list } = layOutPost(post('m<sup>up</sup>m<sub>down</sub>m a note[^n].\n\n[^n]: Words.'));
    const baselineOf = (text: string): number =>
      runs(list).find((run) => textOf(run).replace('\u2060', '') === text)?.y ?? Number.NaN;
    const rises = ['up', 'down', '1'].map((text) => baselineOf('m') - baselineOf(text));
    const { sizePt } = theme.type.body;
    expect(rises[0]).toBeCloseTo(sizePt * 0.36);
    expect(rises[1]).toBeCloseTo(-sizePt * 0.18);
    expect(rises[2]).toBeCloseTo(sizePt * 0.36);
  });

  it('begins no page with the words that name where a quotation is from', () => {
    const quote = post(`${words.repeat(9)}\n\n> ${words}\n>\n> ${words}\n>\n> — The source\n\n${words}`);
    const begin: string[] = [];
    const end: string[] = [];
    for (let heightPt = 230; heightPt < 560; heightPt += 5) {
      for (const { placed } of layOutPost(quote, { heightPt }).list.pages) {
        const drawn = placed.flatMap(({ marks }) => marks.filter((mark) => mark.type === 'run'));
        const first = drawn[0];
        begin.push(first ? textOf(first) : '');
        const last = drawn.at(-1);
        end.push(last ? textOf(last) : '');
      }
    }
    expect(begin.filter((text) => text.startsWith('—'))).toEqual([]);
    // It does end pages, so that pages would begin with it if they could.
    expect(end.filter((text) => text.startsWith('—')).length).toBeGreaterThan(2);
  });

  it('shows no words of a script in a face of signs, which cannot shape them', () => {
    // Those of mathematics have these letters too.
    const { list } = layOutPost(post('The word \u0645\u062D here.'));
    const runs = list.pages.flatMap(({ placed }) =>
      placed.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'run' ? mark.runs : []))),
    );
    const faces = runs.filter(({ text }) => text.includes('\u0645')).map(({ face }) => face.face.id);
    expect(faces).toEqual(['noto-naskh-arabic/NotoNaskhArabic_400Regular']);
  });

  it('characters of one script without a glyph are told once, with the package of the language', () => {
    const told = (lang: string, text: string): readonly string[] =>
      layOutPost(`---\ntitle: T\nlang: ${lang}\n---\n\n${text}\n`).messages;
    expect(told('zh-Hant-TW', 'A \u6F22\u5B57 word \u8A9E.')).toEqual([
      '6:3 error glyph-missing No font covers “\u6F22”, “\u5B57”, “\u8A9E” (U+6F22 U+5B57 U+8A9E, Han; `npm install @expo-google-fonts/noto-sans-tc` brings them)',
    ]);
    expect(told('ja', '\u5B57\u3002')).toEqual([
      '6:1 error glyph-missing No font covers “\u5B57”, “\u3002” (U+5B57 U+3002, Han; `npm install @expo-google-fonts/noto-sans-jp` brings them)',
    ]);
    expect(told('ja', '\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03 \u0CAB')).toEqual([
      '6:1 error glyph-missing No font covers “\u4E00”, “\u4E8C”, “\u4E09”, “\u56DB”, “\u4E94” and 2 more (U+4E00 U+4E8C U+4E09 U+56DB U+4E94, Han; `npm install @expo-google-fonts/noto-sans-jp` brings them)',
      '6:9 error glyph-missing No font covers “\u0CAB” (U+0CAB, Kannada; `npm install @expo-google-fonts/noto-sans-kannada` brings it)',
    ]);
  });

  it('tells of a post what it lacks, whatever posts before it lacked', () => {
    const words = (text: string): string | undefined =>
      /No font covers .*(?=, Kannada)/u.exec(layOutPost(post(text)).messages.join())?.[0];
    expect(words('A \u0CAC and \u0CAB.')).toBe('No font covers “\u0CAC”, “\u0CAB” (U+0CAC U+0CAB');
    expect(words('A \u0CAB and \u0CAC.')).toBe('No font covers “\u0CAB”, “\u0CAC” (U+0CAB U+0CAC');
    // A letter with a sign above it has the letter in it.
    expect(words('A \u0CAB\u0CBE.')).toBe('No font covers “\u0CAB\u0CBE” (U+0CAB U+0CBE');
  });

  it('places every text of the feature tour once', async () => {
    expectEveryTextOnce(layOutPost(await readFile('posts/feature-tour.md', 'utf8')));
  });

  it('starts each page where the page before it ended', () => {
    const { list } = layOutPost(post(cases[0]?.[1] ?? ''));
    const offsets = list.pages.map(({ offset = -1 }) => offset);
    expect(offsets[0]).toBe(0);
    expect(offsets).toEqual([...new Set(offsets)].toSorted((a, b) => a - b));
    expect(pageStarts(list.pages)).toEqual(list.pages.map(({ label, offset }) => ({ label, offset })));
  });

  it('prints 60 to 75 characters a line at the mean width of a glyph', () => {
    const { list } = layOutPost(post(words.repeat(200)));
    const body = runs(list).filter((run) => run.sizePt === theme.type.body.sizePt);
    const glyphs = body.flatMap((run) => run.runs.flatMap((part) => part.glyphs));
    const mean =
      (glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) / glyphs.length / 1000) * theme.type.body.sizePt;
    expect(theme.marginsPt.measure / mean).toBeGreaterThanOrEqual(60);
    expect(theme.marginsPt.measure / mean).toBeLessThanOrEqual(75);
  });

  it('sets a heading of the first level apart from what stands above it, but at the top of a page', () => {
    const { list, document } = layOutPost('---\nlang: en\n---\n\nWords above.\n\n# One\n\nWords.\n\n# Two\n');
    expect(
      [...walkDocument(document)].flatMap((node) => (node.type === 'heading' ? [node.level] : [])),
    ).toEqual([1, 1]);
    const tops = list.pages[0]?.placed.map(({ top }) => top) ?? [];
    const { title, body } = theme.type;
    const paragraphPt = body.leadingPt;
    expect(tops.map((top) => top - (tops[0] ?? 0))).toEqual([
      0,
      paragraphPt + title.leadingPt,
      expect.closeTo(
        paragraphPt + 2 * title.leadingPt + body.leadingPt * theme.metrics.paragraph.gapLeadings,
        5,
      ),
      expect.closeTo(
        2 * paragraphPt + 3 * title.leadingPt + body.leadingPt * theme.metrics.paragraph.gapLeadings,
        5,
      ),
    ]);
    const [first] =
      layOutPost('---\nlang: en\n---\n\n# One\n\nWords.\n\n# Two\n').list.pages[0]?.placed ?? [];
    expect(first?.top).toBe(tops[0]);
  });

  it('names a character without a glyph, its place and the package that has it', () => {
    expect(layOutPost(post('A ಫ here')).messages).toEqual([
      '6:3 error glyph-missing No font covers “ಫ” (U+0CAB, Kannada; `npm install @expo-google-fonts/noto-sans-kannada` brings it)',
    ]);
  });

  it('scales pictures in lines and cells into their room, and sets signs as high as the text', () => {
    const body = 'Text ![a](map.png) and ![i](sign.png).\n\n| P | W |\n|---|---|\n| ![b](map.png) | words |';
    const asset = (id: string, widthPx: number, heightPx: number): Asset => {
      const bytes = new Uint8Array();
      return { id, mediaType: 'image/png', widthPx, heightPx, orientation: 1, sha256: id, bytes };
    };
    const assets = new Map(
      [asset('map.png', 1440, 520), asset('sign.png', 32, 32)].map((one) => [one.id, one]),
    );
    const { list } = layOutPost(post(body), { assets });
    const images = list.pages.flatMap(({ placed }) =>
      placed.flatMap(({ marks }) => marks.filter((mark) => mark.type === 'image')),
    );
    const [line, sign, cell] = images.map(({ widthPt, heightPt }) => ({ widthPt, heightPt }));
    const { measure } = theme.marginsPt;
    expect(line?.widthPt).toBeCloseTo(measure, 1);
    expect(line?.heightPt).toBeCloseTo((measure * 520) / 1440, 1);
    expect(sign?.heightPt).toBeCloseTo(theme.type.body.sizePt * 1.2, 1);
    expect(cell?.widthPt).toBeGreaterThan(measure / 2);
    expect(cell?.widthPt).toBeLessThan(measure - 40);
  });

  it('says that a table is too wide and that a line of code is wrapped', () => {
    const wide = `> |${' Incomprehensibilities |'.repeat(12)}\n> |${'---|'.repeat(12)}\n> |${' a |'.repeat(12)}`;
    expect(layOutPost(post(`${wide}\n\n\`\`\`\n${'y = 2; '.repeat(20)}\n\`\`\``)).messages).toEqual([
      '6:3 warning table-too-wide Table of 12 columns does not fit at 9 pt; words break inside its cells',
      '11:1 info code-line-too-long Line of code of 140 characters is wrapped in the PDF',
    ]);
  });
});

describe('furniture', () => {
  const archived = (label: string, title: string, agency = 'Agency'): Laid =>
    layOutPost(
      `---\ntitle: ${title}\nlang: en\nagency: ${agency}\nreleased: 2011-12-02\nreleased_as_shown: 'Release Date: December 2, 2011'\narchived: { label: ${label}, notice: Old. }\n---\n\n${'Words of the post. '.repeat(900)}`,
    );
  const shown = (marks: readonly RunMark[]): readonly string[] => {
    const lines = new Map<number, string>();
    for (const mark of marks) lines.set(mark.y, `${lines.get(mark.y) ?? ''}${textOf(mark)}|`);
    return [...lines.values()];
  };
  const firstTop = (laid: Laid): number => laid.list.pages[1]?.placed[0]?.top ?? 0;

  it('stands on every page, the agency at the end of the line', () => {
    const { pages } = archived('Archived', 'Title').list;
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ header, footer }, index) => {
      expect(shown(header)).toEqual(['Archived  ·  Release Date: December 2, 2011|Agency|']);
      expect(shown(footer)).toEqual([`Title|Page ${index + 1} of ${pages.length}|`]);
    });
  });

  it('has one line over the whole width, of which the agency gives way first, at a word', () => {
    const long = archived('Archived', 'Title', 'The Department of Very Many Long Words Indeed '.repeat(3));
    const [header = '', ...more] = shown(long.list.pages[0]?.header ?? []);
    expect(more).toEqual([]);
    expect(header).toBe(
      'Archived  ·  Release Date: December 2, 2011|The Department of Very Many Long Words Indeed The Department of Very…|',
    );
    expect(firstTop(long)).toBe(firstTop(archived('Archived', 'Title')));
  });

  it('leaves out an agency of which next to nothing would stand there', () => {
    const label = 'Archived content that is kept here for reference and for research and the record';
    const header = (agency: string): readonly string[] =>
      shown(archived(label, 'Title', agency).list.pages[0]?.header ?? []);
    const alone = `${label}  ·  Release Date: December 2, 2011|`;
    expect(header('U.S. Department of Very Many Long Words Indeed')).toEqual([alone]);
    expect(header('U.S. D.')).toEqual([`${alone}U.S. D.|`]);
  });

  it('keeps the date where the label is longer than the line, and the text where it was', () => {
    const label =
      'Archived Content of this site that is kept for reference alone and is no longer updated '.repeat(4);
    const tall = archived(label, 'Title');
    expect(shown(tall.list.pages[0]?.header ?? [])).toEqual([
      'Archived Content of this site that is kept for reference alone and is no longer updated…  ·  Release Date: December 2, 2011|',
    ]);
    expect(firstTop(tall)).toBe(firstTop(archived('Archived', 'Title')));
    expectInsideThePage(tall);
  });

  it('gives the title one line, then an ellipsis, in a word only where it is as long as the line', () => {
    const footer = (title: string): readonly string[] =>
      shown(archived('Archived', title).list.pages[0]?.footer ?? []).map((line) =>
        line.replace(/Page 1 of \d+\|$/u, ''),
      );
    expect(footer('A title of many words, which the line of a footer holds')).toEqual([
      'A title of many words, which the line of a footer holds|',
    ]);
    expect(footer('A title of so many words '.repeat(9).trim())).toEqual([
      `${'A title of so many words '.repeat(4)}A title of so…|`,
    ]);
    expect(footer('a'.repeat(300))).toEqual([expect.stringMatching(/^a{80,100}…\|$/u)]);
  });
});

describe('the insets of a theme', () => {
  it.each([
    ['quote', '> Words.', 'Words.'],
    ['callout', ':::note\nWords.\n:::', 'Words.'],
    ['code', '```\nWords.\n```', 'Words.'],
    ['list', '- Words.', 'Words.'],
    ['cell', '| Words. |\n|---|\n| x |', 'Words.'],
    ['note', 'A note.[^n]\n\n[^n]: Words.', 'Words.'],
  ] as const)('move the words of %s', (inset, body, word) => {
    const start = (own: Theme): number => {
      const { list } = layOutPost(post(body), { theme: own });
      return runs(list).find((run) => textOf(run) === word)?.x ?? Number.NaN;
    };
    const wider = { ...theme, insetsPt: { ...theme.insetsPt, [inset]: theme.insetsPt[inset] + 11 } };
    expect(start(wider) - start(theme)).toBeCloseTo(11);
  });
});
