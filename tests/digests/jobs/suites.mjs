import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The specification of GFM has those of CommonMark again; what it adds is in its extensions.
const files = ['commonmark/spec.txt', 'gfm/extensions.txt', 'gfm/regression.txt'];

/** The examples of CommonMark and GFM, each as a post. */
export const suiteJobs = files.map((file) => ({
  name: `suites/${file.replace(/\.txt$/u, '')}`,
  needs: [`corpora/suites/${file}`],
  // One line for both files of an example: there are over a thousand of these.
  fold: (path) => path.replace(/^(built\/.*)\.(?:pdf|epub)$/u, '$1'),
  async run({ cwd, shared, tagleaf }) {
    mkdirSync(join(cwd, 'posts'));
    const text = readFileSync(join(shared, 'corpora/suites', file), 'utf8');
    // `→` stands for a tab there.
    const pattern = /^`{32} example[^\n]*\n([\s\S]*?)^\.\n[\s\S]*?^`{32}$/gmu;
    [...text.matchAll(pattern)].forEach(([, markdown], index) => {
      const name = String(index + 1).padStart(4, '0');
      const post = `---\ntitle: Example ${name}\nlang: en\n---\n\n${markdown.replaceAll('\u2192', '\t')}`;
      writeFileSync(join(cwd, 'posts', `${name}.md`), post);
    });
    await tagleaf('build', ['build', '--out', 'out/built', '--json']);
  },
}));
