import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { listBelow } from '../files/list-below.ts';
import type { Face, FaceRole, Fonts } from './face.ts';

/** The packages that come with Tagleaf, in the order of fallback. All are under the SIL Open Font License 1.1. */
const bundled: readonly (readonly [name: string, role: FaceRole])[] = [
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
 * Finds the faces of a run: the bundled ones, then those of the user, each an npm package that ships static TTF files
 * or a folder, looked up from the folder `from`. Reads folder listings only.
 * @throws ResourceError where a package or folder is missing or holds no TTF file.
 */
export async function readFonts(names: readonly string[], from: string): Promise<Fonts> {
  const userRequire = createRequire(join(resolve(from), 'package.json'));
  const own = await Promise.all(
    bundled.map(([name, role]) => facesOf(packageFolder(name, ownRequire), { name, role })),
  );
  const added = await Promise.all(
    names.map((name) => {
      const isFolder = name.startsWith('.') || name.startsWith('/');
      const folder = isFolder ? resolve(from, name) : packageFolder(name, userRequire);
      return facesOf(folder, { name: isFolder ? basename(name) : name, role: 'fallback' });
    }),
  );
  return { faces: [...own.flat(), ...added.flat()] };
}

function packageFolder(name: string, require: NodeJS.Require): string {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch (cause) {
    throw new ResourceError(
      `The font package ${name} is not installed. Install it with npm, or correct \`fonts:\`.`,
      {
        path: name,
        cause,
      },
    );
  }
}

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
