import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { walkDocument } from '../../../src/document/walk.ts';
import { isLong } from '../../how-long.ts';
import { readDocument, readText } from '../read-text.ts';

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
const names = ['18f', 'cfpb', 'cyber-dhs-gov', 'plainlanguage', 'whitehouse'].map((name) => `posts-${name}`);
const options = { links: { base: 'https://example.gov', permalink: '/:year/:month/:day/:title/' } };

interface Post {
  readonly path: string;
  readonly text: string;
}

function postsOf(name: string): readonly Post[] {
  return readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(corpora, name, path), 'utf8').replace(/^\uFEFF/u, '') }));
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Each of them in the long run, every twelfth else. */
const some = (posts: readonly Post[]): readonly Post[] =>
  posts.filter((_, index) => isLong || index % 12 === 0);

// Stands for a tag, so that lines stay lines and targets stay targets.
const standIn = 'zqzq';

/** The source as it would be without its markup: what is left are words in any case. */
function withoutMarkup(source: string): string {
  return source
    .replace(/\{%[^]*?%\}|\{\{[^]*?\}\}/gu, standIn)
    .replace(/\{:[^{}\n]*\}|\{[.#][\w. -]+\}|\smarkdown="1"/gu, '');
}

for (const name of names) {
  const present = existsSync(join(corpora, name));
  if (!present) console.warn(`skipped: ${name} is not beside the project`);
  describe.skipIf(!present)(name, () => {
    test.each(present ? some(postsOf(name)) : [])('$path loses no word', ({ path, text }) => {
      const document = readDocument(text, { ...options, path });
      const said = countWords(plainText(document));
      const least = countWords(plainText(readDocument(withoutMarkup(text), { ...options, path })));
      expect(
        [...least].filter(([word, times]) => !word.includes(standIn) && (said.get(word) ?? 0) < times),
      ).toEqual([]);
      expect(plainText(document)).not.toMatch(/\p{Co}/u);
    });
  });
}

const present = isLong && names.every((name) => existsSync(join(corpora, name)));
if (!isLong) console.warn('left to `npm run test:long`: what all posts of the corpora use');

describe.runIf(present)('what the posts use', () => {
  const posts = present ? names.flatMap((name) => postsOf(name)) : [];
  const documents = posts.map(({ path, text }) => readDocument(text, { ...options, path }));

  /** How many nodes stand where the source says something. */
  function made(type: string, source: RegExp): number {
    return posts.reduce((sum, { text }, index) => {
      const document = documents[index];
      const nodes = document ? [...walkDocument(document)] : [];
      return (
        sum +
        nodes.filter(
          (node) =>
            node.type === type && source.test(text.slice(node.place?.start.offset, node.place?.end.offset)),
        ).length
      );
    }, 0);
  }

  const written = (source: RegExp): number =>
    posts.reduce((sum, { text }) => sum + (text.match(source)?.length ?? 0), 0);

  test('every tag of a picture is a picture', () => {
    expect(made('image', /^\{% image(?:_with_class)? /u)).toBe(written(/\{% image(?:_with_class)? /gu));
    expect(made('image', /^\{% image(?:_with_class)? /u)).toBe(148);
    expect(made('figure', /^\{% include "linked-figure/u)).toBe(7);
  });

  test('every list that is told where to begin does', () => {
    const starts = posts.flatMap(({ text }) => [...text.matchAll(/^[ \t]*\{:start="(\d+)"\}/gmu)]);
    expect(starts.length).toBe(28);
    const first = posts.flatMap(({ text }, index) => {
      const document = documents[index];
      const lists = document ? [...walkDocument(document)].filter((node) => node.type === 'list') : [];
      return [...text.matchAll(/^[ \t]*\{:start="(\d+)"\}\s*/gmu)].map((match) => {
        const offset = match.index + match[0].length;
        return lists.find((list) => list.place?.start.offset === offset)?.items[0]?.value;
      });
    });
    expect(first).toEqual(starts.map(([, start]) => Number(start)));
  });

  test('every target that a filter or the address of the site leads to is a link of the site', () => {
    const filters = /\]\(\{\{ ?["'][^"']*["'] \| (?:relative_)?url ?\}\}/gu;
    expect(written(filters)).toBeGreaterThan(100);
    expect(
      made('link', /\]\((?:\{\{ ?site\.baseurl|\{\{ ?["'][^"']*["'] \| (?:relative_)?url)/u),
    ).toBeGreaterThan(180);
  });

  test('every message on markup names something that is not understood', () => {
    const told = posts.flatMap(({ path, text }) =>
      readText(text, { ...options, path })
        .messages.filter(({ ruleId }) => ruleId === 'markup-unknown' || ruleId === 'markup-variable')
        .map(({ reason }) => /“(.*)”/u.exec(reason)?.[1] ?? ''),
    );
    expect(
      [...new Set(told)].filter((label) => !label.startsWith('{{ ') || label.includes('|')).toSorted(),
    ).toEqual([
      '{% assign %}',
      '{% for %}',
      '{% if %}',
      '{% unless %}',
      '{{ … | team_link }}',
      '{{ … | team_photo }}',
    ]);
  });
});
