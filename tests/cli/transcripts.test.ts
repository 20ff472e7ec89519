import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replay } from './transcript.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

// `npx vitest run tests/cli/transcripts.test.ts --update` writes what they print now; what differs is for a reader to judge.
test.for(names)('%s', async (name) => {
  const path = `${folder}${name}`;
  await expect(await replay(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
});

const good = `# A transcript

\`\`\`md posts/a.md
---
title: T
lang: en
---

[Here](none.md)
\`\`\`

## Its section

\`\`\`console
$ cat posts/a.md | head -n 2 && printf 'a\\r\\u00a0b'
---
title: T
a␍\\u00a0b
(no newline at the end)
$ tagleaf explain \\
> no-such-rule; echo here >&2; exit 7
2> tagleaf: there is no rule \`no-such-rule\`; \`tagleaf explain\` lists all
2> here
[7]
\`\`\`
`;

test('a transcript that still holds is the same text', async () => {
  expect(await replay(good)).toBe(good);
});

test.each([
  ['a line of output', 'title: T\na', 'title: U\na'],
  ['a line that is not printed any more', '(no newline at the end)', 'more\n(no newline at the end)'],
  ['a line on standard error', '2> here', 'here'],
  ['the exit code', '[7]', '[2]'],
  ['no exit code', '[7]\n', ''],
])('another text comes back where %s is another', async (_name, from, to) => {
  const changed = good.replace(from, to);
  expect(changed).not.toBe(good);
  expect(await replay(changed)).toBe(good);
});

test('another text comes back where a file has another effect', async () => {
  const changed = good.replace('---\ntitle: T\nlang', '---\ntitle: U\nlang');
  expect(await replay(changed)).toBe(changed.replace('title: T\na', 'title: U\na'));
});

test.each([
  ['```console\ntagleaf\n```\n', 'The block of line 1 has no command'],
  ['Words.\n\n```md\nx\n```\n', 'The block of line 3 is neither a file nor commands'],
  ['```console\n$ true\n', 'The block of line 1 has no end'],
  ['```console sizes\n$ true\n```\n', 'Line 1: “sizes” names nothing that varies'],
  ["```console\n$ printf '$ x'\n```\n", 'A transcript cannot hold the line $ x'],
])('%j is no transcript', async (markdown, message) => {
  await expect(replay(markdown)).rejects.toThrow(message);
});
