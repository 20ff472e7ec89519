import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const told = (body: string): readonly string[] =>
  printMessages(readText(`---\ntitle: T\nlang: en\n---\n${body}\n`).messages);

test.each(['#', '#top', '#Top'])(
  'a link to %s leads to the top of a page of the web, and is told as that',
  (href) => {
    expect(told(`Go [up](${href}).`)).toEqual([
      `5:4 warning link-address-unknown Link is written as its words alone, for “${href}” is a place that every page of the web has at its top`,
    ]);
  },
);

test('a place of that name is one, and another name leads nowhere', () => {
  expect(told('Go [up](#top).\n\n## Top')).toEqual([]);
  expect(told('Go [up](#topmost).')).toEqual(['5:4 error link-target-missing No target “#topmost”']);
});

test.each(['{{% eturl rss %}}', '${post.url}'])(
  'an address that a template makes is told as that, wherever it stands: %s',
  (written) => {
    expect(told(`Go [up][a].\n\n[a]: <${written}>`).filter((line) => line.includes(' link-'))).toEqual([
      expect.stringMatching(
        /^5:4 warning link-address-unknown Link is written as its words alone, for “.*” is made by a template, which is not run$/u,
      ),
    ]);
    expect(told('Go [up](<x {y}.md>).')).toEqual([expect.stringMatching(/link-target-missing/u)]);
  },
);
