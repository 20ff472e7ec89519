import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatPlainDate } from '../../src/document/plain-date.ts';
import { plainText } from '../../src/document/plain-text.ts';
import type { InputRecord } from '../../src/intake/input/input-record.ts';
import { readFlatText } from '../../src/intake/flat/read-flat-text.ts';
import { readInput } from '../../src/intake/read-input.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { isLong } from '../how-long.ts';
import { printMessages, readDocument } from '../posts/read-text.ts';

const corpus = new URL('../../../shared/corpora/archived-text/', import.meta.url);
const there = existsSync(corpus);
if (!there) console.warn('skipped: the archived texts are not beside the project');
const files = (folder: string): readonly string[] =>
  there
    ? readdirSync(new URL(folder, corpus))
        .filter((name) => name.endsWith('.txt') && name !== 'SOURCE.txt')
        .map((name) => `${folder}${name}`)
    : [];
const all = [
  ...files('sample-shaped/'),
  ...files('whitehouse-speeches/'),
  ...(there ? ['sample-post.txt'] : []),
];

const read = (text: string): InputRecord => readFlatText(text, { file: 'page.txt', dateOrder: 'mdy' });
const words = (text: string): readonly string[] => text.split(/[\s\u00A0]+/u).filter((word) => word !== '');

function bodyWords({ stream, spans }: InputRecord): readonly string[] {
  return spans.flatMap(({ use, start, end }) => (use === 'body' ? words(stream.slice(start, end)) : []));
}

function postWords({ body }: InputRecord): readonly string[] {
  return words(plainText(readDocument(`---\ntitle: T\nlang: en\n---\n\n${writeMarkdown(body)}`))).slice(1);
}

function expectPartition({ stream, spans }: InputRecord): void {
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBe(stream.length);
}

test.skipIf(!there).each(all.filter((_, index) => isLong || index % 3 === 0))(
  '%s is accounted for, word by word',
  (file) => {
    const record = read(readFileSync(new URL(file, corpus), 'utf8'));
    expectPartition(record);
    expect(postWords(record)).toEqual(bodyWords(record));
  },
);

async function urlReports(file: string): Promise<readonly string[]> {
  const { messages } = await readInput(readFileSync(new URL(`sample-shaped/${file}`, corpus)), { file });
  return messages.filter(({ ruleId }) => ruleId === 'intake-url-missing').map(({ reason }) => reason);
}

test.skipIf(!there)('titles and release dates are those of the index', async () => {
  const index = readFileSync(new URL('sample-shaped/INDEX.tsv', corpus), 'utf8').trim().split('\n');
  expect(index).toHaveLength(15);
  for (const line of index) {
    const [file = '', title = '', date = ''] = line.split('\t');
    const { facts } = read(readFileSync(new URL(`sample-shaped/${file}`, corpus), 'utf8'));
    expect(facts.title).toBe(title.replace(/\s+/gu, ' '));
    expect(facts.released && formatPlainDate(facts.released)).toBe(new Date(date).toISOString().slice(0, 10));
    expect(facts.url).toBeUndefined();
    expect(await urlReports(file)).toEqual(['The input says no `source.url`']);
    expect(facts.archived?.notice).toMatch(/^In an effort .* programs\.$/u);
  }
});

test('the frame of an archived post, and what is repaired', () => {
  const text =
    'Posted by Jane Doe\nThe U.S.\nDepartment met.\n   Indented.\nArchived Content\nThis page is old, as of U.S. law.2022 News\nRelease Date: May 6, 2022\nLast Updated: 08/07/2024';
  const record = readFlatText(text, { file: 'page.txt' });
  expect(record.facts).toEqual({
    byline: 'Posted by Jane Doe',
    archived: { label: 'Archived Content', notice: 'This page is old, as of U.S. law.' },
    title: '2022 News',
    released: { year: 2022, month: 5, day: 6 },
    releasedAsShown: 'Release Date: May 6, 2022',
    updatedAsShown: 'Last Updated: 08/07/2024',
  });
  expect(writeMarkdown(record.body)).toBe('The U.S. Department met.\n\nIndented.\n');
  expect(printMessages(record.messages)).toEqual([
    '6:1 info intake-repaired Title parted from the notice that it was glued to',
    '8:1 error date-ambiguous “08/07/2024” can be two different days',
    '3:1 info intake-repaired Paragraph joined that was broken after “U.S.”',
    '8:1 info intake-repaired Newline added at the end of the file',
  ]);
});

test.each([
  ['a blank line after “U.S.”', 'In the U.S.\n\nDepartments met.\n', 'In the U.S.\n\nDepartments met.\n'],
  ['a small letter after “U.S.”', 'In the U.S.\nand abroad.\n', 'In the U.S.\n\nand abroad.\n'],
  [
    'hard-wrapped lines',
    'This is a paragraph that was wrapped by hand at about seventy\ncharacters, as mail programs did it for many years, so that\nits lines are to be joined again.\n',
    'This is a paragraph that was wrapped by hand at about seventy characters, as mail programs did it for many years, so that its lines are to be joined again.\n',
  ],
  ['code by indentation', '        Not code.\n\n\tNor this.\n', 'Not code.\n\nNor this.\n'],
  [
    'signs of Markdown',
    '# # #\n\n* Note – *all*\n\n1. May\n',
    '\\# # #\n\n\\* Note – \\*all\\*\n\n1\\. May\n',
  ],
])('%s', (_, text, expected) => {
  expect(writeMarkdown(read(text).body)).toBe(expected);
});

test('page furniture is left out and told of', () => {
  const record = read('Skip to main content\nWords.\nMore from the Blog\n');
  expect(writeMarkdown(record.body)).toBe('Words.\n');
  expect(printMessages(record.messages)).toEqual([
    '1:1 info intake-left-out Page furniture “Skip to main content” left out',
    '3:1 info intake-left-out Page furniture “More from the Blog” left out',
  ]);
});

test('a press release gives its address, date and title', () => {
  const record = read(
    'Cite: \nhttps://example.org/a\n\nMay 09, 2011          \nFor Immediate Release          \n\nRemarks by X\n\nThe House\n\n\tTEXT:\u00A0 Well.\n',
  );
  expect(record.facts).toEqual({
    url: 'https://example.org/a',
    title: 'Remarks by X',
    released: { year: 2011, month: 5, day: 9 },
    releasedAsShown: 'May 09, 2011',
  });
  expect(writeMarkdown(record.body)).toBe('For Immediate Release\n\nThe House\n\nTEXT: Well.\n');
});

test('indentation and no-break spaces for layout are told of by line', () => {
  const record = read('Plain.\n    One\n\tTwo\nThree\n\u00A0 Four\nFive:\u00A0\u00A0six\nU.S.\u00A0A.\n');
  expect(writeMarkdown(record.body)).toBe(
    'Plain.\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive: six\n\nU.S.\u00A0A.\n',
  );
  expect(printMessages(record.messages)).toEqual([
    '2:1 info intake-repaired Indentation taken away that would make code of lines 2–3, 5',
    '5:1 info intake-repaired No-break spaces that only lay out taken away in lines 5–6',
  ]);
});

test('dates with their labels are taken at the start and the end of any text', () => {
  const text =
    'Release Date: April 4, 2022\nWords.\nPosted: see below\nLast Updated: 2024-08-07T23:00:00-05:00\n';
  const record = read(text);
  expect(record.facts).toEqual({
    released: { year: 2022, month: 4, day: 4 },
    releasedAsShown: 'Release Date: April 4, 2022',
    updated: { year: 2024, month: 8, day: 7 },
    updatedAsShown: 'Last Updated: 2024-08-07T23:00:00-05:00',
  });
  expect(writeMarkdown(record.body)).toBe('Words.\n\nPosted: see below\n');
  expectPartition(record);
});

test('a notice of several lines ends before the title', () => {
  const record = read(
    'Words.\nArchived Content\nThis is old.\nIt may be outdated.\nThe Title\nRelease Date: April 4, 2022\n',
  );
  expect(record.facts.archived).toEqual({
    label: 'Archived Content',
    notice: 'This is old. It may be outdated.',
  });
  expect(record.facts.title).toBe('The Title');
  expect(printMessages(record.messages)).toEqual([
    '4:1 warning intake-guess Notice of 2 lines; the last line before the dates was taken as the title',
  ]);
  expectPartition(record);
});

test('two lines are joined where the text around them is wrapped', () => {
  const wrapped =
    'This is a paragraph that was wrapped by hand at about seventy\ncharacters, as mail programs did it for many years, so that\nits lines are to be joined again.\n';
  const short = 'A second paragraph, which was wrapped over no more than two\nlines.\n';
  expect(writeMarkdown(read(`${wrapped}\n${short}`).body)).toContain('no more than two lines.\n');
  expect(writeMarkdown(read(short).body)).toContain('no more than two\n\nlines.\n');
});

const sentence =
  'The county closes Mill Road for three days so that the bridge can be mended before the winter.';
const old = 'This page is outdated and may not reflect current policy.';
const told = ({ messages }: InputRecord): readonly string[] =>
  printMessages(messages).filter((message) => !/ info (?!intake-suspect)/u.test(message));

describe('a title is taken for what speaks for it, not for where it stands', () => {
  test.each<[string, string, string | undefined, readonly string[]]>([
    [
      'what stands behind the notice is none by that',
      `Mill Road closes on Monday\nRelease Date: March 4, 2013\n${sentence}\nArchived Content\n${old}\nReturn to top`,
      'Mill Road closes on Monday',
      [],
    ],
    [
      'nor is whom to ask',
      `Mill Road closes on Monday\nMarch 4, 2013\n${sentence}\nArchived Content\n${old}\nContact the press office: press@county.gov`,
      'Mill Road closes on Monday',
      [],
    ],
    [
      'a question',
      `Why does Mill Road close?\nBy Ana Ruiz\nPosted 03/14/2013\n${sentence}`,
      'Why does Mill Road close?',
      [],
    ],
    [
      'a path leads to it',
      `Home > News > Mill Road closes\nMill Road closes\nLast winter was hard\n${sentence}`,
      'Mill Road closes',
      [],
    ],
    [
      'the site stands beside it',
      `Mill Road closes | The County\nMill Road closes\n${sentence}`,
      'Mill Road closes',
      [],
    ],
    [
      'it is called so',
      `Title: Mill Road closes\nAuthor: Ana Ruiz\nDate: 4 March 2013\n${sentence}`,
      'Mill Road closes',
      [],
    ],
    [
      'two lines that were wrapped',
      `Mill Road closes on Monday for repairs that will take until the end of\nthe year\n\nMarch 4, 2013\n\n${sentence}`,
      'Mill Road closes on Monday for repairs that will take until the end of the year',
      [],
    ],
    [
      'the first line alone is a guess',
      `Mill Road closes\n${sentence}`,
      'Mill Road closes',
      [
        '1:1 warning intake-guess Title: “Mill Road closes” was taken; it is the first line and has the shape of one',
      ],
    ],
    [
      'of two lines the first is a guess',
      `Mill Road closes\nThree days of repairs\nMarch 4, 2013\n${sentence}`,
      'Mill Road closes',
      ['1:1 warning intake-guess Title: “Mill Road closes” was taken; other lines might be the title too'],
    ],
    ['a sentence is none', `${sentence}\n${sentence}`, undefined, []],
    ['a greeting is none', `Dear neighbours,\n${sentence}`, undefined, []],
    [
      'a label among the text brings no notice',
      `Posted by Ana Ruiz\n${sentence}\nArchived Content\nThe library keeps three kinds.\nThey are old.`,
      undefined,
      [
        '3:1 info intake-suspect “Archived Content” stands before a line that is no notice; both were left in the text',
      ],
    ],
  ])('%s', (_name, text, title, messages) => {
    const record = read(`${text}\n`);
    expect(record.facts.title).toBe(title);
    expect(told(record)).toEqual(messages);
    expectPartition(record);
    expect(postWords(record)).toEqual(bodyWords(record));
  });
});

test('a notice may stand above the title', () => {
  const record = read(
    `ARCHIVED CONTENT\n${old}\nMill Road closes\nPosted by Ana Ruiz on March 4, 2013 at 9:00 a.m.\n${sentence}\n`,
  );
  expect(record.facts).toEqual({
    title: 'Mill Road closes',
    byline: 'Posted by Ana Ruiz',
    released: { year: 2013, month: 3, day: 4 },
    releasedAsShown: 'March 4, 2013 at 9:00 a.m.',
    archived: { label: 'ARCHIVED CONTENT', notice: old },
  });
  expect(writeMarkdown(record.body)).toBe(`${sentence}\n`);
});

test('dates of one kind that disagree are told, and a date among the text is none', () => {
  const record = read(
    `Mill Road closes\nPosted: March 4, 2013\n${sentence}\nIt was built on May 1, 1921\n${sentence}\nPosted: March 5, 2013\n`,
  );
  expect(record.facts.released).toEqual({ year: 2013, month: 3, day: 4 });
  expect(told(record)).toEqual([
    '6:1 warning intake-disagreement Release date: one line says “2013-03-04”, another “2013-03-05”',
  ]);
});

test('furniture of the edges is text among the text', () => {
  const record = read(
    `Menu\nMill Road closes\nMarch 4, 2013\n${sentence}\nSearch\n${sentence}\n2 comments\nLog in to post comments\nPage 1 of 2\n`,
  );
  expect(writeMarkdown(record.body)).toBe(`${sentence}\n\nSearch\n\n${sentence}\n`);
});
