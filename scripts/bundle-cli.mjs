// Bundles the program of dist/lib into dist/cli: a command reads some files instead of more than a thousand. The library stays as
// it was compiled. What reads a file beside itself is left to be found where it is installed, as are fonts; what packages import
// and we never call is left out. dist/cli/LICENSES.txt holds the licences of all that is bundled.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Packages that read files from their own folder, or that are installed by those alone who want them. */
const external = [
  'harfbuzzjs',
  '@cwasm/webp',
  '@jsquash/avif',
  '@imagemagick/magick-wasm',
  'pdfjs-dist',
  '@aws-sdk/client-s3',
  'bullmq',
  'ioredis',
  // It starts threads with a file of its own.
  'tinypool',
];

const never = (name) =>
  `module.exports = () => { throw new Error(${JSON.stringify(`${name} is not part of the program`)}); };`;

const packager = /epub-gen-memory[\\/]dist[\\/]lib/;

/**
 * What packages import and stands in the way of a quick start, and what stands there instead: of pdfkit its reader of font files and its
 * ciphers; of the packager of EPUBs its filter of HTML (ours is given to it as empty text), its archive, its types of files and its way
 * to fetch; of the reader of the command line its way to start programs. Our adapters and commands call none of them. The tables of
 * characters are unpacked by Node.
 */
const instead = [
  [/pdfkit[\\/]js/, 'fontkit', never('fontkit')],
  [
    /pdfkit[\\/]js/,
    '@noble/ciphers/aes',
    `exports.cbc = exports.ecb = () => { throw new Error('Nothing is encrypted'); };`,
  ],
  [packager, 'mime', never('mime')],
  [packager, 'node-fetch', never('node-fetch')],
  [packager, 'abort-controller', never('abort-controller')],
  [packager, 'jszip', 'module.exports = class { file() {} };'],
  [
    packager,
    './html-parse',
    "exports.fixHTML = (index, html) => { if (html !== '') throw new Error('HTML is not filtered'); return html; };",
  ],
  [/commander[\\/]lib/, 'node:child_process', never('node:child_process')],
  [
    /unicode-trie/,
    'tiny-inflate',
    "module.exports = (from, to) => { to.set(require('node:zlib').inflateRawSync(from)); return to; };",
  ],
];

/** Of the packager’s two ways to check its options the one without a library, which it has for browsers: ours are our own. */
const unchecked = './predicates';

/** A test whether something is a `Response` has Node load all that it fetches with. The rasteriser is given bytes. */
const withoutFetching = 'const Request = undefined, Response = undefined;\n';

const leaveOut = {
  name: 'leave-out',
  setup(bundler) {
    bundler.onResolve({ filter: /^[\w@.:/-]+$/ }, ({ path, resolveDir }) => {
      if (path === unchecked && packager.test(resolveDir))
        return { path: join(resolveDir, `${unchecked}-nop.js`) };
      const row = instead.find(([folder, name]) => name === path && folder.test(resolveDir));
      return row && { path, namespace: 'instead', pluginData: row[2] };
    });
    bundler.onLoad({ filter: /./, namespace: 'instead' }, ({ pluginData }) => ({ contents: pluginData }));
    bundler.onLoad({ filter: /resvg-wasm[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: withoutFetching + readFileSync(path, 'utf8'),
    }));
  },
};

/** Bundles the program of a checkout; of one without a program there is nothing to bundle. */
export async function bundleCli(root) {
  const outdir = join(root, 'dist/cli');
  rmSync(outdir, { recursive: true, force: true });
  if (!existsSync(join(root, 'dist/lib/cli/main.js'))) return;
  const { metafile } = await build({
    absWorkingDir: root,
    // What threads and workers of a queue run is read from beside the program that starts it.
    entryPoints: {
      main: 'dist/lib/cli/main.js',
      'worker-entry': 'dist/lib/publish/worker-entry.js',
      'process-order': 'dist/lib/queue/process-order.js',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    plugins: [leaveOut],
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    // Packages of CommonJS ask for modules of Node by `require`.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
    },
  });
  writeFileSync(join(outdir, 'LICENSES.txt'), licencesOf(root, bundledFolders(metafile)));
}

/** The folders of the packages that a bundle has parts of, each once, in order. */
function bundledFolders({ outputs }) {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/** Name, version and licence of each package, with the text that it ships. */
function licencesOf(root, folders) {
  return folders.map((folder) => licenceOf(join(root, folder))).join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const source = repository?.url ?? repository;
  const by = typeof author === 'object' ? author.name : author;
  const shipped = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const texts = shipped.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // A package that names its licence and ships no text of it: the text that the name stands for.
  if (texts.length === 0) {
    const text = readFileSync(new URL(`licences/${license}.txt`, import.meta.url), 'utf8').trim();
    texts.push(`Copyright (c) ${by}`, text);
  }
  return `${[`${name} ${version}`, ...(source ? [`Source: ${source}`] : []), ...texts].join('\n\n')}\n`;
}
