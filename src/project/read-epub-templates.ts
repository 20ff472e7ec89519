import { join } from 'node:path';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { epubTemplateFiles, type EpubTemplates } from '../epub/package/epub-templates.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { packageRoot } from './package-root.ts';

/** A folder whose files stand in for the product's own, and whether programs in it may run. */
export interface TemplateFolder {
  readonly folder: string;
  readonly allowPrograms: boolean;
  /** Files that stand in for none, as `epub/style.css`. */
  readonly without?: readonly string[];
}

/**
 * Reads the templates of the EPUB. A file of the same name in `epub` inside the folder that is given stands in for the
 * product's own. An EJS template is a program, so that one of other bytes than ours runs only where the caller says so.
 *
 * @throws UsageError for a template that may not run; ResourceError where a file cannot be read.
 */
export async function readEpubTemplates(given?: TemplateFolder): Promise<EpubTemplates> {
  const ownFolder = join(packageRoot(), 'templates', 'epub');
  const read = async (key: keyof EpubTemplates): Promise<string> => {
    const name = epubTemplateFiles[key];
    const readOwn = (): Promise<Buffer> => readRequired(join(ownFolder, name));
    const path =
      given && !given.without?.includes(`epub/${name}`) ? join(given.folder, 'epub', name) : undefined;
    const override = path === undefined ? undefined : await readIfThere(path);
    if (override === undefined) return (await readOwn()).toString('utf8');
    if (name.endsWith('.ejs') && given?.allowPrograms !== true && !override.equals(await readOwn())) {
      throw new UsageError(`templates: ${path} is a program of yours; it runs only with --allow-plugins`);
    }
    return override.toString('utf8');
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
