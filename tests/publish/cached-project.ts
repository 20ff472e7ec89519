import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import type { BuildOptions } from '../../src/project/build-options.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { loadStages } from '../../src/publish/load-stages.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import { pngAsset } from '../epub/build-document.ts';

const head = (title: string, more = ''): string => `---\ntitle: ${title}\nlang: en\n${more}---\n\n`;

/** A site whose posts show pictures, include files, and lead to places and pages of each other. */
export const project: Readonly<Record<string, string | Uint8Array>> = {
  'tagleaf.yaml':
    'theme: ./look.yaml\ntemplates: templates\nlinks: { base: https://a.gov }\ncollections: { book: { title: B, lang: en, posts: [posts/a.md, posts/b.md], cover: { image: map.png, alt: M } } }\n',
  'look.yaml': 'name: Look\nextends: standard\n',
  'templates/epub/style.css': 'p { margin: 0 }\n',
  'myst.yml': 'version: 1\n',
  'map.png': pngAsset('map', 4, 4).bytes,
  'posts/a.md': `${head('A')}See [](#two), [b](b.md), [gone](gone.md) and {ref}\`three\`.\n\n![A map](map.png)\n`,
  'posts/b.md': `${head('B', 'slug: bee\n')}(two)=\n## Part two\n\n{{ name }}\n\n\`\`\`{include} note.txt\n\`\`\`\n`,
  'posts/c.md': `${head('C')}![A map](map.png) ![None](none.png)\n\n[Away](https://a.gov/x) \n`,
  'posts/d.md': `${head('D', 'draft: true\n')}Words.\n`,
  'posts/e.md': `${head('')}No title  here.\n`,
  'posts/note.txt': 'A note with *words*.\n',
  'posts/map.png': pngAsset('map', 8, 8).bytes,
};

/** What a run said and made, and of how many posts and collections it had to make the PDF. */
export interface Run {
  readonly report: BuildReport;
  readonly made: number;
}

/** A run of a project that is opened for it alone. */
export async function run(cwd: string, options: BuildOptions = {}): Promise<Run> {
  const settings = await resolveSettings({ cwd, out: 'out', ...options });
  const stages = await loadStages(settings);
  let made = 0;
  const pdf: typeof stages.pdf = (publication) => {
    made += 1;
    return stages.pdf(publication);
  };
  const report = await runBuild({ settings, load: async () => ({ ...stages, pdf }) });
  return { report, made };
}

/** What a run without a cache makes and says, in memory, and what one with it left on the disk and said: to be equal. */
export async function compare(
  cwd: string,
  options: BuildOptions = {},
): Promise<{ readonly clean: unknown; readonly cached: unknown; readonly made: number }> {
  const { report: fresh } = await run(cwd, { ...options, write: false });
  const { report, made } = await run(cwd, { ...options, cache: true });
  const files = [...report.files, ...report.files.flatMap(({ catalogue = [] }) => catalogue)];
  const onDisk: Record<string, string> = {};
  for (const { path } of files) onDisk[path] = (await readFile(join(cwd, path))).toString('base64');
  const links = report.linkInventory && (await readFile(join(cwd, report.linkInventory), 'utf8'));
  const inMemory = Object.fromEntries(
    [...fresh.files, ...fresh.files.flatMap(({ catalogue = [] }) => catalogue)].map(({ path, content }) => [
      path,
      Buffer.from(content ?? []).toString('base64'),
    ]),
  );
  const cleanLinks = fresh.linkInventoryContent && Buffer.from(fresh.linkInventoryContent).toString('utf8');
  return {
    clean: { report: withoutContent(fresh), files: inMemory, links: cleanLinks },
    cached: { report: withoutContent(report), files: onDisk, links },
    made,
  };
}

function withoutContent(report: BuildReport): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      key === 'content' || key === 'linkInventoryContent' ? undefined : value,
    ),
  );
}

/** Writes a file of a project, or removes it. */
export async function change(
  cwd: string,
  path: string,
  content: string | Uint8Array | undefined,
): Promise<void> {
  const file = join(cwd, path);
  await rm(file, { recursive: true, force: true });
  if (content === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
