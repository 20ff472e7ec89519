import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { epubTemplateFiles, type EpubTemplates } from '../epub/package/epub-templates.ts';
import { errorCode } from '../files/error-code.ts';
import { packageRoot } from './package-root.ts';

/**
 * Reads the templates of the EPUB. A file of the same name in `epub` inside `overrideDir` stands in for the
 * product's own; templates are programs, so the folder must be as trusted as the command line.
 *
 * @throws ResourceError where a file cannot be read.
 */
export async function readEpubTemplates(overrideDir?: string): Promise<EpubTemplates> {
  const own = join(packageRoot(), 'templates', 'epub');
  const read = async (key: keyof EpubTemplates): Promise<string> => {
    const name = epubTemplateFiles[key];
    const override =
      overrideDir === undefined ? undefined : await readOptional(join(overrideDir, 'epub', name));
    return override ?? readRequired(join(own, name));
  };
  const [chapter, packageDocument, nav, ncx, css] = await Promise.all([
    read('chapter'),
    read('packageDocument'),
    read('nav'),
    read('ncx'),
    read('css'),
  ]);
  return { chapter, packageDocument, nav, ncx, css };
}

async function readOptional(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return undefined;
    throw new ResourceError(`Cannot read ${path}`, { path, cause });
  }
}

async function readRequired(path: string): Promise<string> {
  const text = await readOptional(path);
  if (text === undefined) throw new ResourceError(`There is no ${path}`, { path });
  return text;
}
