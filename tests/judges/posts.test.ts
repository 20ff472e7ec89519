import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { build } from '../publish/build.ts';
import { copySite } from './copy-site.ts';
import type { BuiltFile } from '../../src/publish/build-report.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';

const corpora = resolve(import.meta.dirname, '../../../shared/corpora');
const there = existsSync(corpora);
if (!there) console.log('skipped: the posts of real sites are not beside the project');

/** A blog, as its owner would configure it. */
interface Site {
  readonly folder: string;
  readonly config: string;
}

const english = (base: string, permalink: string): string =>
  `lang: en-US\nlinks: { base: '${base}', permalink: '${permalink}' }\n`;

const sites: readonly Site[] = [
  {
    folder: 'posts-18f',
    // An award of each year has one title.
    config: `${english('https://18f.gsa.gov/', '/:year/:month/:day/:title/')}dates_in_names: true\n`,
  },
  { folder: 'posts-cfpb', config: english('https://www.consumerfinance.gov/', '/:title/') },
  { folder: 'posts-cyber-dhs-gov', config: english('https://cyber.dhs.gov/', '/:title/') },
  { folder: 'posts-plainlanguage', config: english('https://www.plainlanguage.gov/', '/:title/') },
  { folder: 'posts-whitehouse', config: english('https://www.whitehouse.gov/', '/:title/') },
  // Its posts are in three languages and name none, so that the language stays missing.
  {
    folder: 'multilingual/login-gov',
    config: "links: { base: 'https://login.gov/', permalink: '/:title/' }\n",
  },
  {
    folder: 'multilingual/opensource-guide',
    config: "links: { base: 'https://opensource.guide/', permalink: '/:title/' }\n",
  },
  {
    folder: 'multilingual/vi.reactjs.org',
    config: "lang: vi\nlinks: { base: 'https://vi.reactjs.org/', permalink: '/:title/' }\n",
  },
];

/** What a post may lack so that its files claim nothing: an image, an alternative text, a language, a glyph; or what its readers would see as markup, or miss: words, and links that only such an image shows. */
const lacks =
  /^(?:img-(?:missing|remote|incomplete|format-unsupported|alt-missing)|alt-is-filename|alt-placeholder|lang-missing|glyph-missing|markup-visible|words-unaccounted|link-empty)$/u;

/** Arabic and Persian are set by the writer of the EPUB alone. */
const fromTheRight = /articles\/(?:ar|fa)\//u;

describe.runIf(there)('the posts of real sites', () => {
  const judges = inject('judges');
  const folder = mkdtempSync(join(tmpdir(), 'posts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const files: BuiltFile[] = [];
  const withheld: string[] = [];
  let posts = 0;

  beforeAll(async () => {
    for (const { folder: name, config } of sites) {
      const cwd = join(folder, name);
      copySite(join(corpora, name), cwd);
      writeFileSync(join(cwd, 'tagleaf.yaml'), `${config}posts: .\n`);
      const report = await build({ cwd, out: join(folder, 'out', name), verify: true });
      expect(report.failures).toEqual([]);
      posts += report.counts.posts;
      files.push(...report.files);
      const causes = new Map<string, Set<string>>();
      // An EPUB claims nothing in any case: that takes a person's evaluation.
      for (const { post, withheld: rules } of report.files.filter(({ format }) => format === 'pdf')) {
        for (const rule of rules) causes.set(rule, (causes.get(rule) ?? new Set()).add(post));
      }
      const counts = [...causes].map(([rule, of]) => `${rule} ${of.size}`).toSorted();
      const claiming = new Set(report.files.filter((file) => file.claims.length > 0).map(({ post }) => post));
      const unbuilt = report.messages.filter(({ ruleId }) => ruleId === 'output-collision').length;
      withheld.push(
        `${name}: ${report.counts.posts} posts, ${claiming.size} claiming, ${unbuilt} not built; ${counts.join(', ')}\n`,
      );
    }
  });

  test('are all built, with every word, but for those that share an output path', async () => {
    expect(posts).toBeGreaterThanOrEqual(160);
    await expect(withheld.join('')).toMatchFileSnapshot('golden/posts-withheld.txt');
  });

  test('claim what they are made for, unless an image, an alternative text, a language, a glyph or words are missing, or markup is seen', () => {
    const other = files
      .filter(({ post, format }) => format === 'pdf' && !fromTheRight.test(post))
      .flatMap(({ post, withheld: rules }) =>
        rules.filter((rule) => !lacks.test(rule)).map((rule) => [post, rule]),
      );
    expect(other).toEqual([]);
  });

  test.each(['ua1', '2a'])('pass veraPDF by %s where they claim it', async (flavour) => {
    const claiming = files.filter(({ format, claims }) => format === 'pdf' && claims.length > 0);
    expect(claiming.length).toBeGreaterThan(90);
    const judgements = await runVeraPdf(
      claiming.map(({ path }) => path),
      { flavour, jar: judges.veraPdfJar },
    );
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  test('pass EPUBCheck, whether they claim anything or not', async () => {
    const epubs = files.filter(({ format }) => format === 'epub').map(({ path }) => path);
    expect(epubs.length).toBeGreaterThanOrEqual(160);
    const judgements = await runEpubCheck(epubs, judges.epubCheck);
    expect(judgements.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });
});
