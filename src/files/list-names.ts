import { listFolder } from './list-folder.ts';

/** The names of all that stands in a folder, as `listFolder` lists it. */
export async function listNames(
  folder: string,
  name: string = folder,
): Promise<readonly string[] | undefined> {
  return (await listFolder(folder, name))?.map((entry) => entry.name);
}

/** As `listNames`, of regular files alone, and none whose name begins with a full stop; a link is no regular file. */
export async function listFiles(folder: string): Promise<readonly string[] | undefined> {
  const entries = await listFolder(folder);
  return entries
    ?.filter((entry) => entry.kind === 'file' && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
}
