import { describe, expect, test } from 'vitest';
import { layOutPost } from './lay-out-post.ts';

/** How many short paragraphs stand before what is tried, and more behind it: for some of them a page ends anywhere in it. */
const before = Array.from({ length: 12 }, (_, index) => index + 4);

/** The number of the page that begins with, or has, these words, for each number of paragraphs before. */
function pagesOf(body: string, words: readonly string[]): readonly (readonly number[])[] {
  return before.map((count) => {
    const { list } = layOutPost(
      `---\ntitle: T\nlang: en\n---\n\n${'Words.\n\n'.repeat(count)}${body}\n${'\nMore.\n'.repeat(6)}`,
      {
        heightPt: 396,
      },
    );
    const texts = list.pages.map(({ placed }) =>
      placed
        .filter(({ repeated }) => !repeated)
        .flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'run' ? mark.runs : [])))
        .map(({ text }) => text)
        .join(''),
    );
    return words.map((word) => texts.findIndex((text) => text.includes(word)));
  });
}

function everApart(body: string, words: readonly string[]): boolean {
  const pages = pagesOf(body, words);
  expect(pages.flat()).not.toContain(-1);
  return pages.some((places) => new Set(places).size > 1);
}

describe('no page ends between', () => {
  test.each([
    ['words that end in a colon and a list', 'First:\n\n- Second', true],
    ['words that end in a colon and a paragraph', 'First:\n\nSecond', true],
    ['words that end otherwise and a list', 'First.\n\n- Second', false],
    ['words in bold and a paragraph', '**First**\n\nSecond', true],
    [
      'words all in bold, a link among them, and a list',
      '**First** [**more**](https://example.org)\n\n- Second',
      true,
    ],
    ['words partly in bold and a paragraph', '**First** part\n\nSecond', false],
    ['a long paragraph in bold and the next', `**First ${'words '.repeat(30)}**\n\nSecond`, false],
    ['words in bold and the next words in bold', '**First**\n\n**Second**\n\nThird', false],
    [
      'words in bold and the words that they announce, behind others',
      '**Zeroth**\n\n**First**\n\nSecond',
      true,
    ],
    ['a caption and its table', '<p>W</p><figcaption>First</figcaption>\n\n| Second |\n|---|\n| x |', true],
  ])('%s: %#', (_name, body, isKept) => {
    expect(everApart(body, ['First', 'Second'])).toBe(!isKept);
  });
});

describe('code', () => {
  const code = (count: number): string =>
    `\`\`\`\n${Array.from({ length: count }, (_, index) => `line${index}.`).join('\n')}\n\`\`\``;

  test('of five lines is not cut', () => {
    expect(everApart(code(5), ['line0.', 'line1.', 'line2.', 'line3.', 'line4.'])).toBe(false);
  });

  test('of six lines is cut between the third and the fourth alone', () => {
    expect(everApart(code(6), ['line0.', 'line1.', 'line2.'])).toBe(false);
    expect(everApart(code(6), ['line3.', 'line4.', 'line5.'])).toBe(false);
    expect(everApart(code(6), ['line2.', 'line3.'])).toBe(true);
  });
});
