import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../copy-folder.mjs';

const inOrder = (cwd) => readFileSync(join(cwd, 'ORDER.txt'), 'utf8').trim().split('\n');

/** Collections as the judges' `books.test.ts` configures them. */
const books = [
  {
    id: 'handbook',
    corpus: 'books/18f-handbook',
    facts: 'title: The TTS Handbook\n    creators: [TTS]\n    parts: folder\n    isbn: 978-0-306-40615-7\n',
    posts: inOrder,
  },
  {
    id: 'guidelines',
    corpus: 'books/nist-800-63-3',
    facts: 'title: Digital Identity Guidelines\n    series: { name: Special Publications, position: 63 }\n',
    posts: inOrder,
  },
  {
    id: 'year',
    corpus: 'posts-whitehouse',
    facts: 'title: A Year of Posts\n    order: released\n    parts: year\n',
    posts: () => ['**/2022-*.md'],
  },
];

export const bookJobs = books.map(({ id, corpus, facts, posts }) => ({
  name: `books/${id}`,
  needs: [`corpora/${corpus}`],
  async run({ cwd, shared, tagleaf }) {
    copyFolder(join(shared, 'corpora', corpus), cwd);
    const list = posts(cwd).map((path) => `      - ${JSON.stringify(path)}\n`);
    const config = `lang: en-US\nposts: .\ncollections:\n  ${id}:\n    ${facts}    posts:\n${list.join('')}`;
    writeFileSync(join(cwd, 'tagleaf.yaml'), config);
    await tagleaf('build', ['build', '--collection', id, '--out', 'out/built', '--json']);
  },
}));
