import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { realPathInside } from '../files/inside.ts';
import { listBelow } from '../files/list-below.ts';
import { checkCoverage } from './check-coverage.ts';
import type { Face, FaceRole, Fonts, NamedFonts } from './face.ts';
import { packageNameOf, scriptPackages, type ScriptPackage } from './script-packages.ts';

type Source = readonly [name: string, role: FaceRole];

/**
 * The packages that every run can use, in the order of fallback. All are under the SIL Open Font License 1.1, as is
 * `@expo-google-fonts/public-sans`, which comes with them for themes that name it: what else a run can use is filed with a record.
 */
const bundled: readonly Source[] = [
  ['@expo-google-fonts/atkinson-hyperlegible-next', 'text'],
  ['@expo-google-fonts/noto-sans', 'text'],
  ['@expo-google-fonts/atkinson-hyperlegible-mono', 'code'],
  ['@expo-google-fonts/noto-sans-mono', 'code'],
  ['@expo-google-fonts/noto-sans-symbols-2', 'symbols'],
  ['@expo-google-fonts/noto-sans-math', 'symbols'],
  ['@expo-google-fonts/noto-sans-symbols', 'symbols'],
  ['@expo-google-fonts/noto-emoji', 'symbols'],
];

const ownRequire = createRequire(import.meta.url);

/**
 * Finds the faces of a run: those that its theme names, the bundled ones, those of the user, each an npm package that ships
 * static TTF files or a folder, looked up from the folder `from`, then those for single scripts, of packages that come with
 * Tagleaf or are installed; what a theme names may come with Tagleaf too. Reads folder
 * listings, and of what a theme names one file for each use.
 * @throws ResourceError where a package or folder is missing or holds no TTF file, or where what a theme names lies outside of
 * `from`, lacks common letters or may not be embedded.
 */
export async function readFonts(
  names: readonly string[],
  from: string,
  named: NamedFonts = {},
): Promise<Fonts> {
  const userRequire = createRequire(join(resolve(from), 'package.json'));
  const own = await Promise.all(
    bundled.map(([name, role]) => facesOf(packageFolder(name, [ownRequire]), { name, role })),
  );
  const chosen = await Promise.all(sourcesOf(named).map((source) => namedFaces(source, from, userRequire)));
  const added = await Promise.all(
    names.map((name) => {
      const folder = isFolder(name) ? resolve(from, name) : packageFolder(name, [userRequire]);
      return facesOf(folder, { name: isFolder(name) ? basename(name) : name, role: 'fallback' });
    }),
  );
  const ofScripts = await Promise.all(
    scriptPackages.map((one) => facesOfScripts(one, [userRequire, ownRequire])),
  );
  return { faces: withOwnIds([...chosen.flat(), ...own.flat(), ...added.flat(), ...ofScripts.flat()]) };
}

/** The faces of a package for scripts; none where it is not installed. */
async function facesOfScripts(
  one: ScriptPackage,
  finders: readonly NodeJS.Require[],
): Promise<readonly Face[]> {
  const name = packageNameOf(one);
  // What comes with Tagleaf is what its version says, whatever else is installed.
  const folder = one.comes ? packageFolder(name, [ownRequire]) : installedFolder(name, finders);
  if (folder === undefined) return [];
  const { scripts, languages } = one;
  const faces = await facesOf(folder, { name, role: 'fallback' });
  return faces.map((own) => ({ ...own, scripts, ...(languages && { languages }) }));
}

function sourcesOf({ text, headings, mono }: NamedFonts): readonly Source[] {
  const sources: readonly (readonly [string | undefined, FaceRole])[] = [
    [text, 'text'],
    [headings, 'heading'],
    [mono, 'code'],
  ];
  return sources.flatMap(([name, role]) => (name === undefined ? [] : [[name, role]]));
}

async function namedFaces(
  [name, role]: Source,
  from: string,
  userRequire: NodeJS.Require,
): Promise<readonly Face[]> {
  const folder = isFolder(name) ? resolve(from, name) : packageFolder(name, [userRequire, ownRequire]);
  if (isFolder(name) && (await realPathInside(from, folder)) === undefined) {
    throw new ResourceError(
      `The theme names the font folder ${name}, which is not there or lies outside of the project: name one below it, or an npm package.`,
      { path: name },
    );
  }
  const faces = await facesOf(folder, { name: isFolder(name) ? basename(folder) : name, role });
  checkCoverage(faces, name);
  return faces;
}

function isFolder(name: string): boolean {
  return name.startsWith('.') || name.startsWith('/');
}

/** Each file once for what it is used for; further uses, and other files of one name, have ids of their own. */
function withOwnIds(faces: readonly Face[]): readonly Face[] {
  const ids = new Set<string>();
  const used = new Set<string>();
  return faces.flatMap((face) => {
    const use = `${face.role} ${face.path}`;
    if (used.has(use)) return [];
    used.add(use);
    let { id } = face;
    for (let number = 2; ids.has(id); number += 1) id = `${face.id}@${number}`;
    ids.add(id);
    return [{ ...face, id }];
  });
}

/** The folder of a package, by the first that finds it. */
function packageFolder(name: string, finders: readonly NodeJS.Require[]): string {
  if (!packageName.test(name)) {
    throw new ResourceError(
      `The font package ${name} is not named as npm names packages: a folder is written with \`./\` before it.`,
      { path: name },
    );
  }
  const failures: unknown[] = [];
  const folder = installedFolder(name, finders, (cause) => failures.push(cause));
  if (folder !== undefined) return folder;
  throw new ResourceError(
    `The font package ${name} is not installed. Install it with npm, or correct \`fonts:\`.`,
    { path: name, cause: failures[0] },
  );
}

function installedFolder(
  name: string,
  finders: readonly NodeJS.Require[],
  onFailure: (cause: unknown) => void = () => undefined,
): string | undefined {
  for (const require of finders) {
    try {
      return dirname(require.resolve(`${name}/package.json`));
    } catch (error) {
      // It may be where the next one looks.
      onFailure(error);
    }
  }
  return undefined;
}

/** One name, or two behind `@`: nothing that leads out of where packages are installed. */
const packageName = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/u;

async function facesOf(folder: string, source: { name: string; role: FaceRole }): Promise<readonly Face[]> {
  const files = await listBelow(folder, (name) => /\.ttf$/iu.test(name));
  if (files === undefined) throw new ResourceError(`There is no font folder ${folder}.`, { path: folder });
  const faces = files.filter(isRegularOrBold).map((file) => face(join(folder, file), source));
  if (faces.length === 0) {
    throw new ResourceError(`The font folder ${folder} holds no regular or bold TTF file.`, { path: folder });
  }
  return faces;
}

/** Only these weights are used; a package may ship nine. */
function isRegularOrBold(file: string): boolean {
  const name = basename(file);
  const weight = /_(\d{3})/u.exec(name)?.[1];
  if (weight !== undefined) return weight === '400' || weight === '700';
  return !/thin|light|medium|semi|extra|black|variable|\[/iu.test(name);
}

function face(path: string, source: { name: string; role: FaceRole }): Face {
  const name = basename(path).replace(/\.ttf$/iu, '');
  return {
    id: `${source.name.replace(/^@[^/]+\//u, '')}/${name}`,
    path,
    role: source.role,
    bold: /bold/iu.test(name),
    italic: /italic|oblique/iu.test(name),
  };
}
