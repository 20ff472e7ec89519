// Measures CPU time and peak memory; prints one line a measure with its threshold. Ends with 1 where one is missed.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePage } from './make-page.mjs';
import { makePost } from './make-post.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tagleaf-bench-'));
let missed = 0;

try {
  measurePosts();
  measureCache();
  measureLayout();
  measureScripts();
  measureHandbook();
  measureCollections();
  measurePictures();
  measureIntake();
  measureRecords();
  measureFixity(256);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;

function measurePosts() {
  writePosts('one', 1);
  writePosts('hundred', 101);
  runCli('one'); // warms the file cache
  const runs = [1, 2, 3].map(() => runCli('one').cpuMs);
  const cold = Math.min(...runs);
  tell('one post cold, both files', cold, { unit: 'ms CPU', atMost: 1000 });
  const hundred = runCli('hundred');
  tell('each further one-page post, both files', (hundred.cpuMs - cold) / 100, {
    unit: 'ms CPU',
    atMost: 20,
  });
  tell('101 posts, peak memory', hundred.peakMb, { unit: 'MB' });
  tell('one-page PDF', statSync(join(folder, 'out', 'one', 'post-0.pdf')).size / 1000, {
    unit: 'kB',
    atMost: 60,
  });
}

/** Of what was built before: a second run, and one after a change of one post. */
function measureCache() {
  writePosts('kept', 500);
  const made = runCli('kept', []);
  const none = runCli('kept', []);
  tell('500 posts of which none changed', none.cpuMs, { unit: 'ms CPU', atMost: 1000 });
  tell('the same, peak memory', none.peakMb, { unit: 'MB', atMost: 200 });
  appendFileSync(join(folder, 'kept', 'post-7.md'), '\nMore words.\n');
  tell('500 posts of which one changed', runCli('kept', []).cpuMs, { unit: 'ms CPU', atMost: 1500 });
  tell('the same, over all of them made', none.cpuMs / made.cpuMs, { unit: 'times', atMost: 0.1 });
}

function measureLayout() {
  const { cpuMs, pages, peakMb } = runNode([here('layout-and-write.mjs')]);
  tell('ready document', pages, { unit: 'pages' });
  tell('layout and write', pages / (cpuMs / 1000), { unit: 'pages/s CPU', atLeast: 300 });
  tell('layout and write, peak memory', peakMb, { unit: 'MB', atMost: 350 });
}

/** Text of three scripts on about 100, 1,000 and 3,000 pages. */
function measureScripts() {
  const speedOf = new Map();
  for (const lang of ['en', 'ar', 'zh-Hans']) {
    const runs = [530, 5300, 15_900].map((paragraphs) =>
      runNode([here('layout-and-write.mjs'), lang, String(paragraphs)]),
    );
    if (runs.some(({ claims }) => claims !== 2)) {
      console.log(`text in ${lang}: skipped, its font is not there (npm ci --prefix tests/judges)`);
      continue;
    }
    for (const { pages, cpuMs, peakMb } of runs) {
      const name = `text in ${lang} on ${pages} pages`;
      tell(name, cpuMs / pages, { unit: 'ms CPU per page' });
      tell(`${name}, peak memory`, peakMb, { unit: 'MB', atMost: 700 });
    }
    const [, thousand, most] = runs.map(({ pages, cpuMs }) => cpuMs / pages);
    tell(`text in ${lang}, growth from 1,000 to 3,000 pages, each page`, most / thousand, {
      unit: 'times',
      atMost: 1.3,
    });
    speedOf.set(lang, 1 / most);
    if (lang !== 'en') {
      const speed = speedOf.get(lang) / speedOf.get('en');
      tell(`text in ${lang}, its speed over that of Latin`, speed, { unit: 'times', atLeast: 0.5 });
    }
  }
}

function measureHandbook() {
  const book = here('../../../shared/corpora/books/18f-handbook/one-file.md');
  if (!existsSync(book)) {
    console.log('handbook: skipped, the corpus is not there');
    return;
  }
  const parse = runNode([here('parse-only.mjs'), book]);
  tell('handbook, remark alone', parse.cpuMs, { unit: 'ms CPU' });
  tell('handbook, remark alone, peak memory', parse.peakMb, { unit: 'MB' });
  const whole = runCli(book);
  tell('handbook, whole run', whole.cpuMs, { unit: 'ms CPU' });
  tell('handbook, whole run, peak memory', whole.peakMb, { unit: 'MB', atMost: 600 });
}

function measureCollections() {
  const growth = [100, 1000].map((count) => {
    const name = `collection-${count}`;
    writePosts(name, count);
    return runCollection(name, `title: Posts\n    posts: ${name}\n`).cpuMs / count;
  });
  tell('each post of a collection of 100', growth[0], { unit: 'ms CPU' });
  tell('each post of a collection of 1,000', growth[1], { unit: 'ms CPU' });
  tell('growth from 100 to 1,000 posts, each post', growth[1] / growth[0], { unit: 'times', atMost: 1.2 });
  const book = here('../../../shared/corpora/books/18f-handbook');
  if (!existsSync(book)) {
    console.log('handbook as a collection: skipped, the corpus is not there');
    return;
  }
  cpSync(book, join(folder, 'handbook'), { recursive: true });
  const posts = readFileSync(join(book, 'ORDER.txt'), 'utf8').trim().split('\n');
  const parse = runNode([here('parse-only.mjs'), ...posts.map((post) => join(book, post))]);
  tell('handbook of 246 files, remark alone', parse.cpuMs / 1000, { unit: 's CPU' });
  const list = posts.map((post) => `      - ${JSON.stringify(`handbook/${post}`)}\n`).join('');
  const whole = runCollection('handbook', `title: Handbook\n    parts: folder\n    posts:\n${list}`);
  tell('handbook as a collection, both files', whole.cpuMs / 1000, { unit: 's CPU', atMost: 12 });
  tell('handbook as a collection, peak memory', whole.peakMb, { unit: 'MB', atMost: 600 });
}

/** Builds one collection; an exit code of 1 only says that a post has errors. */
function runCollection(id, facts) {
  const config = join(folder, `${id}.yaml`);
  writeFileSync(config, `lang: en\nposts: .\ncollections:\n  ${id}:\n    ${facts}`);
  const out = join(folder, 'out', id);
  const args = ['build', '--no-cache', '--collection', id, '--config', config, '--out', out];
  return runNode([here('../../dist/lib/cli/main.js'), ...args], [0, 1]);
}

function measurePictures() {
  const { jpeg, png } = runNode([here('walk-pictures.mjs')]);
  tell('walk over a JPEG', jpeg, { unit: 'ms CPU per megapixel', atMost: 30 });
  tell('walk over a PNG', png, { unit: 'ms CPU per megapixel', atMost: 30 });
}

function measureIntake() {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  for (let index = 0; index < 1000; index += 1) {
    writeFileSync(join(pages, `page-${index}.html`), makePage(index));
  }
  const out = join(folder, 'out', 'intake');
  const { cpuMs, peakMb } = runNode([here('../../dist/lib/cli/main.js'), 'intake', 'pages', '--out', out]);
  const made = readdirSync(out).filter((name) => name.endsWith('.md')).length;
  if (made !== 1000) throw new Error(`intake made ${made} posts of 1000 pages`);
  tell('intake of 1,000 pages', cpuMs / 1000, { unit: 's CPU', atMost: 60 });
  tell('intake of 1,000 pages, peak memory', peakMb, { unit: 'MB' });
}

/** One large file and a thousand small ones; `sha256sum` reads the large one, for comparison. */
function measureFixity(megabytes) {
  const large = join(folder, 'large');
  const bag = join(folder, 'bag');
  const block = randomBytes(2 ** 20);
  for (let index = 0; index < megabytes; index += 1) appendFileSync(large, block);
  const sealed = runNode([here('fixity.mjs'), 'seal', bag, large]);
  const verified = runNode([here('fixity.mjs'), 'verify', bag]);
  tell(`bag of ${megabytes} MB filled and sealed`, sealed.stepMs / 1000, { unit: 's CPU' });
  tell(`bag of ${megabytes} MB filled and sealed, peak memory`, sealed.peakMb, { unit: 'MB', atMost: 150 });
  tell(`bag of ${megabytes} MB verified`, verified.stepMs / 1000, { unit: 's CPU' });
  tell(`bag of ${megabytes} MB verified, peak memory`, verified.peakMb, { unit: 'MB', atMost: 150 });
  const timed = execFileSync('bash', ['-c', 'sha256sum "$1" > /dev/null; times', 'bash', large], {
    encoding: 'utf8',
  });
  const [, ofChildren] = timed.trim().split('\n');
  const seconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/gu)].map(([, min, sec]) => min * 60 + Number(sec));
  const plain = seconds.reduce((sum, time) => sum + time, 0);
  tell('speed of verifying over that of sha256sum', (plain * 1000) / verified.stepMs, {
    unit: 'times',
    atLeast: 0.5,
  });
}

function measureRecords() {
  const count = 1000;
  mkdirSync(join(folder, 'records'));
  for (let index = 0; index < count; index += 1) {
    const post = makePost({ title: `Post ${index}`, paragraphs: 5 });
    const filed = post.replace('---\n', `---\nrecord: { id: post-${index} }\n`);
    writeFileSync(join(folder, 'records', `post-${index}.md`), filed);
  }
  const main = here('../../dist/lib/cli/main.js');
  const pack = runNode([main, 'records', 'pack', 'records', '--store', 'store']);
  tell('records packed, 1,000 of them', count / (pack.cpuMs / 1000), { unit: 'records/s CPU' });
  const verify = runNode([main, 'records', 'verify', '--all', '--store', 'store']);
  tell('records verified, 1,000 of them', count / (verify.cpuMs / 1000), { unit: 'records/s CPU' });
  tell('records, peak memory', Math.max(pack.peakMb, verify.peakMb), { unit: 'MB' });
}

function writePosts(name, count) {
  mkdirSync(join(folder, name));
  for (let index = 0; index < count; index += 1) {
    writeFileSync(
      join(folder, name, `post-${index}.md`),
      makePost({ title: `Post ${index}`, paragraphs: 5 }),
    );
  }
}

/** Runs the command line as a user does; an exit code of 1 only says that a post has errors. */
function runCli(input, more = ['--no-cache']) {
  const out = join(folder, 'out', input.replace(/^.*\//u, ''));
  return runNode([here('../../dist/lib/cli/main.js'), 'build', input, '--out', out, ...more], [0, 1]);
}

function runNode(args, codes = [0]) {
  const usageFile = join(folder, 'usage.json');
  let printed = '';
  try {
    printed = execFileSync(process.execPath, ['--import', here('report-usage.mjs'), ...args], {
      cwd: folder,
      env: { ...process.env, TAGLEAF_USAGE: usageFile },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1e9,
    });
  } catch (error) {
    if (!codes.includes(error.status)) throw error;
  }
  const own = printed.startsWith('{') ? JSON.parse(printed) : {};
  return { ...JSON.parse(readFileSync(usageFile, 'utf8')), ...own };
}

function tell(name, value, { unit, atMost, atLeast }) {
  const good = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  if (!good) missed += 1;
  const limit =
    atMost === undefined ? (atLeast === undefined ? '' : `at least ${atLeast}`) : `at most ${atMost}`;
  const verdict = limit === '' ? '' : ` (${limit}: ${good ? 'reached' : 'MISSED'})`;
  console.log(`${name}: ${value.toFixed(value < 100 ? 1 : 0)} ${unit}${verdict}`);
}
