import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../publish/build.ts';
import { copySite } from './copy-site.ts';
import { visibleMarkup } from './visible-markup.ts';

const folder = mkdtempSync(join(tmpdir(), 'visible-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const corpora = resolve(import.meta.dirname, '../../../shared/corpora');
const there = existsSync(corpora);
if (!there) console.log('skipped: the posts of real sites are not beside the project');

/** The PDFs that claim something, of all posts of a folder, with what shows in them. */
async function shownIn(
  cwd: string,
): Promise<{ readonly claiming: number; readonly shown: readonly unknown[] }> {
  const report = await build({ cwd, out: join(folder, 'out', relative(folder, cwd)), formats: ['pdf'] });
  const claiming = report.files.filter(({ claims }) => claims.length > 0);
  const shown = claiming.flatMap(({ path, post }) => {
    const lines = visibleMarkup(resolve(cwd, path));
    return lines.length > 0 ? [[post, lines]] : [];
  });
  return { claiming: claiming.length, shown };
}

const head = '---\ntitle: T\nlang: en\n---\n\n';

test('markup on a page is seen, and code is not', async () => {
  const cwd = mkdtempSync(join(folder, 'own-'));
  const meant = '<!-- a11y-ignore markup-visible: it is what the page is about -->\n\n';
  writeFileSync(join(cwd, 'tagleaf.yaml'), 'posts: .\n');
  writeFileSync(join(cwd, 'call.md'), `${head}${meant}Words {{ page.author }} and more.\n`);
  writeFileSync(join(cwd, 'fence.md'), `${head}${meant}:::\n`);
  writeFileSync(join(cwd, 'code.md'), `${head}Words \`{{ page.author }}\`.\n\n\`\`\`\n::: aside\n\`\`\`\n`);
  expect(await shownIn(cwd)).toEqual({
    claiming: 3,
    shown: [
      ['call.md', ['call or variable: Words {{ page.author }} and more.']],
      ['fence.md', ['fence: :::']],
    ],
  });
});

const sites = [
  'posts-18f',
  'posts-cfpb',
  'posts-cyber-dhs-gov',
  'posts-plainlanguage',
  'posts-whitehouse',
  'multilingual',
  'books',
  'sites',
];

/** Lines that authors mean as they stand, by folder: each was looked at in its source. */
const meant: Readonly<Record<string, readonly unknown[]>> = {
  // A lesson on filling in braces, which it writes between `{% raw %}` and `{% endraw %}`.
  'posts-18f': [
    [
      'site/content/posts/2024-07-17-working-with-oracle-databases-in-open-source-projects.md',
      ['call or variable: case was {project root}/db/data/. Fill out the values in {{ }} to match'],
    ],
  ],
};

describe.runIf(there)(
  'no PDF of a real post that claims conformance shows markup to its readers that its author did not mean',
  () => {
    test.each(sites)('%s', async (name) => {
      const cwd = mkdtempSync(join(folder, 'site-'));
      copySite(join(corpora, name), join(cwd, 'site'));
      writeFileSync(join(cwd, 'tagleaf.yaml'), 'lang: en\nposts: site\ndates_in_names: true\n');
      const { claiming, shown } = await shownIn(cwd);
      console.log(`${name}: ${claiming} claiming PDFs`);
      expect(shown).toEqual(meant[name] ?? []);
    });
  },
);
