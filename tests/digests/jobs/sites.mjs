import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../copy-folder.mjs';

const links = (base, permalink) => `links: { base: '${base}', permalink: '${permalink}' }\n`;
const english = (base, permalink) => `lang: en-US\n${links(base, permalink)}`;

/** Real sites as their owners would configure them (the judges' `posts.test.ts` has the same), and sites of generators. */
const sites = {
  'posts-18f': `${english('https://18f.gsa.gov/', '/:year/:month/:day/:title/')}dates_in_names: true\n`,
  'posts-cfpb': english('https://www.consumerfinance.gov/', '/:title/'),
  'posts-cyber-dhs-gov': english('https://cyber.dhs.gov/', '/:title/'),
  'posts-plainlanguage': english('https://www.plainlanguage.gov/', '/:title/'),
  'posts-whitehouse': english('https://www.whitehouse.gov/', '/:title/'),
  // The posts of these two are in several languages and name none.
  'multilingual/login-gov': links('https://login.gov/', '/:title/'),
  'multilingual/opensource-guide': links('https://opensource.guide/', '/:title/'),
  'multilingual/vi.reactjs.org': `lang: vi\n${links('https://vi.reactjs.org/', '/:title/')}`,
  'multilingual/he.reactjs.org': `lang: he
fonts: [./fonts]
${links('https://he.reactjs.org/', '/:title/')}`,
  'sites/carpentries-lc-data-intro': 'lang: en\n',
  'sites/hugo-digitalgov': english('https://digital.gov/', '/:year/:month/:day/:title/'),
  'sites/mdbook-rust-by-example': 'lang: en\n',
  'sites/myst-mystmd-docs': 'lang: en\n',
};

const hebrew = 'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular';

/** Sites of which `check` is asked too; the report of every build has the same messages. */
const checked = ['multilingual/login-gov', 'posts-plainlanguage'];

export const siteJobs = Object.entries(sites).map(([site, config]) => ({
  name: site,
  needs: [`corpora/${site}`],
  async run({ cwd, shared, checkout, tagleaf }) {
    // Folders that begin with `_` would be left alone as drafts are.
    copyFolder(join(shared, 'corpora', site), cwd, (name) => name.replace(/^_+/u, ''));
    writeFileSync(join(cwd, 'tagleaf.yaml'), `${config}posts: .\n`);
    if (config.includes('fonts:')) copyFolder(join(checkout, hebrew), join(cwd, 'fonts'));
    await tagleaf('build', ['build', '--out', 'out/built', '--json']);
    if (!checked.includes(site)) return;
    for (const format of ['text', 'json']) await tagleaf(`check-${format}`, ['check', '--format', format]);
  },
}));

/** Every folder of cases with its own configuration, and the collections that this declares. */
export function caseJobs(shared) {
  const folder = join(shared, 'cases');
  if (!existsSync(folder)) return [{ name: 'cases', needs: ['cases'] }];
  // What one of them is about is not there: a folder without posts.
  const hasPosts = (name) =>
    readdirSync(join(folder, name), { recursive: true }).some((path) => path.endsWith('.md'));
  const names = readdirSync(folder).filter(hasPosts);
  return names.sort().map((name) => ({
    name: `cases/${name}`,
    needs: [`cases/${name}`],
    async run({ cwd, tagleaf }) {
      copyFolder(join(folder, name), cwd);
      // Some of the cases are defects that are known.
      const codes = [0, 1, 70];
      await tagleaf('build', ['build', '.', '--out', 'out/built', '--verify', '--json'], { codes });
      const configs = readdirSync(cwd, { recursive: true }).filter((path) => path.endsWith('tagleaf.yaml'));
      for (const config of configs.sort()) {
        const book = ['--collection', '--config', config, '--out', 'out/book'];
        await tagleaf('collection', ['build', ...book, '--json'], { codes });
      }
    },
  }));
}
