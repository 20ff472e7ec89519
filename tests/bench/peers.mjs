// node tests/bench/peers.mjs [COUNT…]: the same posts by the program and by what is installed of its peers, one after the other in
// each round, so that what else the machine does bears on all of them. Prints medians of CPU time, of the ratio to Typst in the same
// round, and of peak memory, of whole processes. A peer that is missing is named and left out. Needs GNU time.
//   --rounds N      how often each is run (default: 5)
//   --python PATH   a Python in which `typst`, `weasyprint` and `pypandoc` are looked for (default: python3)
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makePost } from './make-post.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, python: { type: 'string', default: 'python3' } },
});
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tagleaf-peers-'));
const reference = 'typst';

/** A post as Typst's source, by hand as a person would write it. */
function asTypst(markdown, title) {
  const [, , body = ''] = markdown.split('---\n');
  const head = `#set document(title: "${title}")\n#set text(lang: "en")\n#title()\n`;
  return head + body.replaceAll(/^## /gmu, '= ');
}

function asHtml(markdown, title) {
  const [, , body = ''] = markdown.split('---\n');
  const blocks = body.trim().split(/\n+/u);
  const html = blocks.map((line) =>
    line.startsWith('## ') ? `<h2>${line.slice(3)}</h2>` : `<p>${line}</p>`,
  );
  return `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${html.join('\n')}</html>`;
}

function writePosts(count) {
  const at = join(folder, String(count));
  for (const name of ['md', 'typ', 'html', 'out']) mkdirSync(join(at, name), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const title = `Post ${index}`;
    const markdown = makePost({ title, paragraphs: 8 });
    writeFileSync(join(at, 'md', `post-${index}.md`), markdown);
    writeFileSync(join(at, 'typ', `post-${index}.typ`), asTypst(markdown, title));
    writeFileSync(join(at, 'html', `post-${index}.html`), asHtml(markdown, title));
  }
  return at;
}

const each = (from, line) => `import glob
for f in glob.glob('${from}/*'):
    o = f.replace('${from}/', 'out/', 1) + '.out'
    ${line}
`;
const python = (script) => [values.python, '-c', script];
const ours = (format) => [
  process.execPath,
  program,
  'build',
  '--no-cache',
  'md',
  '--out',
  `out/${format.replace(',', '-')}`,
  '--force',
  '--format',
  format,
];

/** What is run, in a folder with the posts; `asks` is the Python module that must be there. */
const contestants = [
  {
    name: reference,
    asks: 'typst',
    command: python(
      `import typst\n${each('typ', "typst.compile(f, output=o, format='pdf', pdf_standards=['ua-1', 'a-2a'])")}`,
    ),
  },
  { name: 'ours, PDF and EPUB', command: ours('pdf,epub') },
  { name: 'ours, PDF', command: ours('pdf') },
  {
    name: 'weasyprint',
    asks: 'weasyprint',
    command: python(
      `import weasyprint\n${each('html', "weasyprint.HTML(f).write_pdf(o, pdf_variant='pdf/ua-1')")}`,
    ),
  },
  {
    name: 'pandoc, EPUB',
    asks: 'pypandoc',
    command: python(`import pypandoc\n${each('md', "pypandoc.convert_file(f, 'epub', outputfile=o)")}`),
  },
];

function isThere({ name, asks }) {
  if (asks === undefined || spawnSync(values.python, ['-c', `import ${asks}`]).status === 0) return true;
  console.log(`${name} is not installed, and left out`);
  return false;
}

/** CPU seconds, wall seconds and peak MB of a whole process. */
function run({ name, command }, cwd) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '\n%U %S %e %M', ...command], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(-2000)}`);
  const [user = 0, system = 0, wall = 0, kilobytes = 0] =
    stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { cpu: user + system, wall, megabytes: kilobytes / 1024 };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

try {
  const present = contestants.filter(isThere);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, ${values.rounds} rounds`,
  );
  for (const count of positionals.length > 0 ? positionals.map(Number) : [1, 100]) {
    const cwd = writePosts(count);
    const rounds = Array.from({ length: Number(values.rounds) }, () => present.map((one) => run(one, cwd)));
    console.log(
      `\n| ${count === 1 ? 'one post' : `${count} posts`} | CPU s | × ${reference} | wall s | peak MB |\n| --- | --- | --- | --- | --- |`,
    );
    const at = present.findIndex(({ name }) => name === reference);
    for (const [index, { name }] of present.entries()) {
      const of = (fact) => median(rounds.map(fact));
      const ratio = at < 0 ? '' : of((round) => round[index].cpu / round[at].cpu).toFixed(2);
      const [cpu, wall, peak] = ['cpu', 'wall', 'megabytes'].map((key) => of((round) => round[index][key]));
      console.log(`| ${name} | ${cpu.toFixed(2)} | ${ratio} | ${wall.toFixed(2)} | ${peak.toFixed(0)} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
