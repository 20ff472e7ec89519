import { describe, expect, test } from 'vitest';
import { pngAsset } from '../epub/build-document.ts';
import { openTagleaf } from '../../src/index.ts';
import { checkStrings, type Written } from '../../src/pdf/check-strings.ts';
import { growth, mostGrowth } from '../growth.ts';

const words = (bytes: number): string => 'word '.repeat(bytes).slice(0, bytes - 1) + 'd';

/** The claims of the PDF of a post, and what was said of it. */
async function render(markdown: string, facts = ''): Promise<readonly string[]> {
  const tagleaf = await openTagleaf({});
  try {
    const post = `---\ntitle: T\nlang: en\n${facts}---\n\n${markdown}\n`;
    const read = await tagleaf.read(post, { file: 'a.md', pictures: { 'p.png': pngAsset('p', 2, 2).bytes } });
    const { claims, messages } = await tagleaf.pdf(tagleaf.publication(read));
    const told = messages.map(({ place, ruleId, reason }) => {
      const at = place ? `${place.start.line}:${place.start.column}` : '-';
      return `${at} ${ruleId} ${reason}`;
    });
    return [claims.join(', '), ...told];
  } finally {
    await tagleaf.close();
  }
}

const claims = 'PDF/UA-1, PDF/A-2a';
const tooLong = (place: string, what: string, bytes: number): string =>
  `${place} pdf-text-too-long ${what} has ${bytes} bytes as a string of the PDF; PDF/A has room for 32767`;

describe('a text that PDF/A has no room for', () => {
  test.each<[string, string, readonly [string, string, number]]>([
    ['a text alternative', `![${words(32_768)}](p.png)`, ['6:1', 'The text alternative', 32_768]],
    ['one of two bytes a letter', `![é${words(16_382)}](p.png)`, ['6:1', 'The text alternative', 32_768]],
    [
      'an expansion',
      `<abbr title="${words(32_768)}">A</abbr>`,
      ['6:32784', 'The expansion of an abbreviation', 32_768],
    ],
    ['the title of a link', `[A](https://a.gov/ "${words(32_756)}")`, ['6:1', 'The text of a link', 32_768]],
    ['an address', `[A](https://a.gov/${'a'.repeat(32_754)})`, ['6:1', 'The address of a link', 32_768]],
    [
      'an address of letters that grow',
      `[A](https://a.gov/${'é'.repeat(6_000)})`,
      ['6:1', 'The address of a link', 36_014],
    ],
    ['marks over one letter', `e${'\u0301'.repeat(16_400)}`, ['-', 'A line', 32_804]],
  ])('withholds the claims, with its place: %s', async (_name, markdown, told) => {
    expect(await render(markdown)).toEqual(['', tooLong(...told)]);
  });

  test('withholds them where it is a heading, which has a bookmark and a name', async () => {
    expect(await render(`Text.\n\n## ${words(32_768)}\n\nText.`)).toEqual([
      '',
      tooLong('8:1', 'The heading', 32_768),
      tooLong('-', 'The name of a place that links lead to', 32_768),
    ]);
  });

  test('withholds them where the file says it of itself', async () => {
    expect(await render('Text.', `description: ${words(32_768)}\n`)).toEqual([
      '',
      tooLong('-', 'The description', 32_768),
    ]);
  });

  test.each([
    ['a text alternative', `![${words(32_767)}](p.png)`],
    ['one of two bytes a letter', `![é${words(16_381)}](p.png)`],
    ['an expansion', `<abbr title="${words(32_767)}">A</abbr>`],
    ['an address', `[A](https://a.gov/${'a'.repeat(32_767 - 14)})`],
  ])('is none where it just fits: %s', async (_name, markdown) => {
    expect(await render(markdown)).toEqual([claims]);
  });
});

/** A link of so many lines, whose address and name are as long. */
function longLink(lines: number): Written {
  const letters = 'é'.repeat(lines);
  const target = { kind: 'external', url: `https://a.gov/${letters}` };
  const mark = { type: 'link', target, contents: `${letters} link`, elem: {} };
  const marks = Array.from({ length: lines }, () => mark);
  const root = { attributes: [], kids: [] };
  // Sound: it has all that is read of a document without blocks, of its tags and of a link.
  return {
    document: { file: 'a.md', metadata: {}, titleBlock: [], body: [] },
    structure: { root, slots: new Map(), links: new Map() },
    pages: [{ placed: [{ marks }] }],
  } as unknown as Written;
}

test('what an address takes on all lines of its link grows with its length', async () => {
  expect(checkStrings(longLink(17_000)).map(({ reason }) => reason.replace(/ as .*/u, ''))).toEqual([
    'The text of a link has 34012 bytes',
    'The address of a link has 102014 bytes',
  ]);
  const links = new Map([2000, 4000, 8000, 16_000, 32_000].map((size) => [size, longLink(size)]));
  expect(await growth((size) => checkStrings(links.get(size) ?? longLink(size)), 8000)).toBeLessThan(
    mostGrowth,
  );
});
