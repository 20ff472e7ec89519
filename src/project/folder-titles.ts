import { dirname, join } from 'node:path';
import { readRegularText } from '../files/regular-file.ts';
import { withoutUnfit } from '../characters/unfit.ts';
import { readMatter } from '../posts/front-matter/read-matter.ts';
import type { FoundFile } from './find-files.ts';

/** The files, each with the title that its folder gives itself as the heading of its part. */
export async function withFolderTitles(files: readonly FoundFile[]): Promise<readonly FoundFile[]> {
  const titles = new Map<string, string | undefined>();
  const titled: FoundFile[] = [];
  for (const file of files) {
    const folder = dirname(file.absolutePath);
    if (!titles.has(folder)) titles.set(folder, folder === file.root ? undefined : await titleOf(folder));
    const part = file.part ?? titles.get(folder);
    titled.push({ ...file, ...(part !== undefined && { part }) });
  }
  return titled;
}

/** The title of the first file that tells of the folder. */
async function titleOf(folder: string): Promise<string | undefined> {
  for (const name of [
    '_index.md',
    'index.md',
    '_index.markdown',
    'index.markdown',
    'index.qmd',
    'index.Rmd',
  ]) {
    const source = await readRegularText(join(folder, name)).catch(() => undefined);
    if (source === undefined) continue;
    const matter = readMatter(source);
    const given = matter?.values['title'];
    if (typeof given === 'string' && given.trim() !== '') return withoutUnfit(given.trim());
    const [, heading] = /^#[ \t]+(\S.*)$/mu.exec(source.slice(matter?.block.close ?? 0)) ?? [];
    if (heading !== undefined) return withoutUnfit(heading.replace(/[*`#]/gu, '').trim());
  }
  return undefined;
}
