import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../copy-folder.mjs';

const config = `lang: en-US
agency: An Agency
posts: posts
links: { base: 'https://agency.gov/', permalink: '/:title/' }
collections:
  all:
    title: All Posts
    posts: posts
    record: { id: all-posts }
`;
const series = `record: { series: directives }
retention: { disposition: temporary, authority: DAA-1, period: P3Y, cutoff: { from: filed, at: fiscal-year } }
`;
/** Also refusals: wrong, held, unscheduled, not yet eligible, permanent, not approved, not sound. */
const codes = [0, 1, 2, 10, 11, 12, 13, 14, 15];
const directives = ['directive-0001', 'directive-0002', 'directive-0003'];

/** The life of a store: posts and a book are filed, held, scheduled, audited, disposed of and handed over. */
export const recordsJobs = [
  {
    name: 'records',
    needs: ['corpora/posts-cyber-dhs-gov'],
    async run(job) {
      layOut(job);
      const { cwd, tagleaf } = job;
      const at = stepsAt('2024-05-06T07:08:09Z', tagleaf);
      await at('pack', 'pack', 'posts', '--by', 'A Records Officer', '--json');
      await at('pack-again', 'pack', 'posts/directives');
      await at('pack-book', 'pack', '--collection', 'all', '--by', 'A Records Officer');
      cpSync(join(cwd, 'out/store'), join(cwd, 'out/packed'), { recursive: true });
      await at('render', 'pack', 'posts/directives', '--render-to', 'out/rendered', '--json');
      await fileAnotherVersion(job, at);
      await tell(at, 'filed');
      const held = ['--id', 'doe', '--matter', 'Doe', '--authority', 'GC', '--by', 'J. Doe'];
      await at('hold', 'hold', 'place', '--series', 'directives', ...held, '--json');
      approve(job, 'schedule.yaml', { date: '2024-05-06', records: ['sample-0001'] });
      const schedule = ['--authority', 'DAA-1', '--approval', 'schedule.yaml', '--disposition', 'temporary'];
      const period = ['--period', 'P1Y', '--cutoff', 'filed:day'];
      await at('schedule', 'schedule', 'sample-0001', ...schedule, ...period, '--json');
      await tell(at, 'held');
      await disposeAndHandOver(job);
    },
  },
];

async function fileAnotherVersion({ cwd }, at) {
  const path = join(cwd, 'posts/directives/ed-21-01.md');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nA paragraph that was added.\n`);
  await at('supersede-refused', 'pack', 'posts/directives/ed-21-01.md');
  await at('supersede', 'pack', 'posts/directives/ed-21-01.md', '--supersedes', 'directive-0003', '--json');
}

async function disposeAndHandOver({ cwd, tagleaf }) {
  const at = stepsAt('2031-02-03T04:05:06Z', tagleaf);
  await at('plan-held', 'dispose', 'plan', ...directives);
  await at('release', 'hold', 'release', 'doe', '--by', 'J. Doe', '--reason', 'Settled', '--json');
  const planned = await at('plan', 'dispose', 'plan', ...directives, '--json');
  const [{ sha256 = '' } = {}] = JSON.parse(planned || '[]');
  approve({ cwd }, 'approval.yaml', { plan_sha256: sha256, date: '2031-02-03', records: directives });
  await at('dispose', 'dispose', 'execute', '--approval', 'approval.yaml', '--json');
  writeFileSync(join(cwd, 'receipt.txt'), 'Received.\n');
  const receipt = ['--receipt', 'receipt.txt', '--to', 'The Archives'];
  await at('transfer', 'transfer', 'all-posts', ...receipt, '--json');
  await at('rebuild', 'rebuild-check', 'sample-0001', '--json');
  await at('rebuild-book', 'rebuild-check', 'all-posts');
  await tell(at, 'end');
}

async function tell(at, stage) {
  await at(`${stage}-list`, 'list');
  await at(`${stage}-list-json`, 'list', '--json');
  await at(`${stage}-show`, 'show', 'directive-0003');
  await at(`${stage}-show-json`, 'show', 'all-posts', '--json');
  await at(`${stage}-due`, 'due', '--on', '2030-01-01');
  await at(`${stage}-due-json`, 'due', '--json');
  await at(`${stage}-verify`, 'verify', '--all', '--json');
  await at(`${stage}-verify-bag`, 'verify', 'out/store/all-posts_v0001');
}

/** Writes an approval; JSON is YAML. */
function approve({ cwd }, name, facts) {
  writeFileSync(join(cwd, name), JSON.stringify({ approver: 'R. Officer', authority: 'DAA-1', ...facts }));
}

/** Runs commands on the store at a fixed instant: the ledger and the bags have the time in them. */
function stepsAt(instant, tagleaf) {
  return (name, ...args) =>
    tagleaf(name, ['records', ...args, '--store', 'out/store'], { at: instant, codes });
}

function layOut({ cwd, shared, checkout }) {
  writeFileSync(join(cwd, 'tagleaf.yaml'), config);
  copyFolder(join(checkout, 'posts'), join(cwd, 'posts'));
  giveIds(join(cwd, 'posts'), 'sample');
  mkdirSync(join(cwd, 'posts/directives'));
  writeFileSync(join(cwd, 'posts/directives/series.yaml'), series);
  for (const name of ['18-02.md', '19-02.md', 'ed-21-01.md']) {
    const from = join(shared, 'corpora/posts-cyber-dhs-gov/pages', name);
    cpSync(from, join(cwd, 'posts/directives', name));
  }
  giveIds(join(cwd, 'posts/directives'), 'directive');
}

/** Puts an id of its own into the front matter of each post. */
function giveIds(folder, prefix) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  names.sort().forEach((name, index) => {
    const path = join(folder, name);
    const id = `${prefix}-${String(index + 1).padStart(4, '0')}`;
    const text = readFileSync(path, 'utf8').replace(/^---\r?\n/u, `---\nrecord: { id: ${id} }\n`);
    writeFileSync(path, text);
  });
}
