import { expect, test } from 'vitest';
import { growth, mostGrowth } from '../../growth.ts';
import { isLong } from '../../how-long.ts';
import { layOutPost } from './lay-out-post.ts';

const post = (title: string, paragraphs = 1): string =>
  `---\ntitle: '${title}'\nlang: en\n---\n\n${'Words.\n\n'.repeat(paragraphs)}`;

/** The words at the foot of the last page. */
function footOf(title: string): string {
  const { footer = [] } = layOutPost(post(title)).list.pages.at(-1) ?? {};
  return footer.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
}

test('a title that is longer than what is measured is shortened where it was', () => {
  expect(footOf('word '.repeat(1000))).toContain('word word word…');
  expect(footOf('w'.repeat(5000))).toMatch(/w{50,}…/u);
});

test('a title of which a line could hold all that is measured is shortened too', () => {
  expect(footOf(`${'\u200B'.repeat(3000)}Title`)).not.toContain('Title');
});

test.runIf(isLong)(
  'the time for feet of pages grows with the title and the pages, not with both',
  async () => {
    const work = (size: number): unknown => layOutPost(post('word '.repeat(size), size));
    expect(await growth(work, 500)).toBeLessThan(mostGrowth);
  },
  120_000,
);
