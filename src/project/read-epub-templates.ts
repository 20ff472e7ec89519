import { join } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import { epubTemplateFiles, type EpubTemplates } from '../epub/package/epub-templates.ts';
import { readIfThere } from '../files/read-if-there.ts';
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
      overrideDir === undefined ? undefined : await readIfThere(join(overrideDir, 'epub', name));
    return (override ?? (await readRequired(join(own, name)))).toString('utf8');
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

async function readRequired(path: string): Promise<Buffer> {
  const bytes = await readIfThere(path);
  if (bytes === undefined) throw new ResourceError(`There is no ${path}`, { path });
  return bytes;
}
