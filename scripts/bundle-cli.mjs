// Bundles the program of dist/lib into dist/cli: a command reads some files instead of more than a thousand. The library stays as
// it was compiled. What reads a file beside itself is left to be found where it is installed, as are fonts; what packages import
// and we never call is left out. dist/cli/LICENSES.txt holds the licences of all that is bundled.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Packages that read WebAssembly from their own folder, or that are installed by those alone who want them. */
const external = [
  'harfbuzzjs',
  '@resvg/resvg-wasm',
  '@cwasm/webp',
  '@jsquash/avif',
  '@imagemagick/magick-wasm',
  '@aws-sdk/client-s3',
  'bullmq',
  'ioredis',
];

const never = (name) =>
  `module.exports = () => { throw new Error(${JSON.stringify(`${name} is not part of the program`)}); };`;

/**
 * What pdfkit and epub-gen-memory import and our adapters never call, and what stands there instead: pdfkit's reader of font files, and
 * of the packager its filter of HTML (ours is given to it as empty text), its archive, its types of files and its way to fetch.
 */
const unused = new Map([
  ['fontkit', never('fontkit')],
  ['mime', never('mime')],
  ['node-fetch', never('node-fetch')],
  ['abort-controller', never('abort-controller')],
  ['jszip', 'module.exports = class { file() {} };'],
  [
    './html-parse',
    "exports.fixHTML = (index, html) => { if (html !== '') throw new Error('HTML is not filtered'); return html; };",
  ],
]);

/** Of the packager’s two ways to check its options the one without a library, which it has for browsers: ours are our own. */
const unchecked = './predicates';

const leaveOut = {
  name: 'leave-out',
  setup(bundler) {
    bundler.onResolve({ filter: /^[\w./-]+$/ }, ({ path, resolveDir }) => {
      const isPackager = /epub-gen-memory[\\/]dist[\\/]lib/.test(resolveDir);
      if (path === unchecked && isPackager) return { path: join(resolveDir, `${unchecked}-nop.js`) };
      const isLeftOut = unused.has(path) && (isPackager || path === 'fontkit');
      return isLeftOut ? { path, namespace: 'left-out' } : undefined;
    });
    bundler.onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({
      contents: unused.get(path),
      loader: 'js',
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
    entryPoints: ['dist/lib/cli/main.js'],
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
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const by = typeof author === 'object' ? author.name : author;
  const shipped = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file));
  const texts = shipped.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // A package that names its licence and ships no text of it: the text that the name stands for.
  if (texts.length === 0) {
    const text = readFileSync(new URL(`licences/${license}.txt`, import.meta.url), 'utf8').trim();
    texts.push(`Copyright (c) ${by}`, text);
  }
  return `${[`${name} ${version}`, ...texts].join('\n\n')}\n`;
}
