import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { partition } from '../../src/account/partition.ts';
import { isLong } from '../how-long.ts';
import { readText } from '../posts/read-text.ts';
import { knownResidue } from './known-residue.ts';

const corpora = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const names = [
  'posts-18f',
  'posts-cfpb',
  'posts-cyber-dhs-gov',
  'posts-plainlanguage',
  'posts-whitehouse',
  'multilingual',
  'sites',
];
const options = { links: { base: 'https://example.gov', permalink: '/:year/:month/:day/:title/' } };

/** Each of them in the long run, every thirtieth else. */
function postsOf(name: string): readonly string[] {
  return readdirSync(join(corpora, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .toSorted()
    .filter((_, index) => isLong || index % 30 === 0);
}

/** Words that ended nowhere, by passages. */
function residueOf(text: string, path: string): readonly string[] {
  const { value, messages } = readText(text, { ...options, path });
  if (value?.source === undefined) return [];
  const { source } = value;
  const { residue } = partition(source, value, messages);
  return residue.map(({ start, end }) => source.slice(start, end));
}

for (const name of names) {
  const present = existsSync(join(corpora, name));
  if (!present) console.warn(`skipped: ${name} is not beside the project`);
  test.skipIf(!present)(`every word of the posts of ${name} ends somewhere`, () => {
    const found = postsOf(name).flatMap((path) => {
      const text = readFileSync(join(corpora, name, path), 'utf8').replace(/^\uFEFF/u, '');
      const residue = residueOf(text, path);
      return residue.length === 0 ? [] : [[`${name}/${path}`, residue]];
    });
    const known = Object.entries(knownResidue).filter(([path]) => found.some(([other]) => other === path));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  });
}

describe('suites', () => {
  test.each(['commonmark', 'gfm'])('%s: every word of the examples ends somewhere', (name) => {
    const file = join(corpora, 'suites', name, 'spec.txt');
    if (!existsSync(file)) {
      console.warn(`skipped: the ${name} suite is not beside the project`);
      return;
    }
    const fence = '`'.repeat(32);
    const pattern = new RegExp(`^${fence} example[^\\n]*\\n([^]*?)^\\.\\n[^]*?^${fence}$`, 'gmu');
    const examples = [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, markdown = '']) => markdown);
    expect(examples.length).toBeGreaterThan(600);
    const found = examples.flatMap((markdown, index) => {
      if (!isLong && index % 10 !== 5) return [];
      const text = `---\ntitle: Example\nlang: en\n---\n\n${markdown.replaceAll('→', '\t')}`;
      const residue = residueOf(text, 'post.md');
      return residue.length === 0 ? [] : [[`${name}#${index + 1}`, residue]];
    });
    const known = Object.entries(knownResidue).filter(([path]) => found.some(([other]) => other === path));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  });
});
