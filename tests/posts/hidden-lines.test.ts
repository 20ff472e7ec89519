import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { walk } from '../../src/document/walk.ts';
import type { ReadPostOptions } from '../../src/posts/context/post-context.ts';
import { printMessages, readText } from './read-text.ts';

/** The lines of code with the numbers of their lines in the post, and what is told. */
function read(fence: string, code: string, options: Partial<ReadPostOptions> = {}): readonly string[] {
  const post = `---\ntitle: T\nlang: en\n---\n\`\`\`${fence}\n${code}\n\`\`\`\n`;
  const { value, messages } = accountWords(readText(post, { dialect: 'mdbook', ...options }), {
    hasPlugins: false,
  });
  const lines = [...walk(value?.body ?? [])].flatMap((node) =>
    node.type === 'code-block' ? node.lines : [],
  );
  return [...lines.map((line) => `${line.place?.start.line} ${line.value}`), ...printMessages(messages)];
}

const example = '# fn main() {\n  #\nlet x = 1;\n#[test]\n#![allow(dead)]\n## not hidden\n# }';

test('lines of Rust that mdBook hides are left out and told, and the others keep their places', () => {
  expect(read('rust,editable', example)).toEqual([
    '8 let x = 1;',
    '9 #[test]',
    '10 #![allow(dead)]',
    '11 # not hidden',
    '5:1 warning hidden-left-out Hidden lines of code with “fn main() { }” left out',
  ]);
});

test('they stay, without their sign, where the project keeps what is hidden', () => {
  expect(read('rust', example, { hidden: 'keep' })).toEqual([
    '6 fn main() {',
    '7 ',
    '8 let x = 1;',
    '9 #[test]',
    '10 #![allow(dead)]',
    '11 # not hidden',
    '12 }',
  ]);
});

test.each<[string, Partial<ReadPostOptions>]>([
  ['python', {}],
  ['rusty', {}],
  ['', {}],
  ['rust', { dialect: 'kramdown' }],
  ['rust', { dialect: 'gfm' }],
  // Of a post alone nobody knows that its readers did not see them.
  ['rust', { dialect: 'auto' }],
])('other code is as it is written: %j %j', (fence, options) => {
  expect(read(fence, '# use it;\n## more', options)).toEqual(['6 # use it;', '7 ## more']);
});
