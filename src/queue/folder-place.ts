import { join } from 'node:path';
import { sha256Of } from '../files/digest.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { BytePlace } from './content-store.ts';

/** A folder that all machines see. What is written is there whole or not at all; nothing is flushed, for what is lost is made again. */
export function folderPlace(folder: string): BytePlace {
  return {
    shown: folder,
    holds: async (name, bytes) => {
      const there = await readIfThere(join(folder, name));
      return there?.length === bytes.length && sha256Of(there) === sha256Of(bytes);
    },
    write: (name, bytes) => writeWhole(join(folder, name), bytes, { flushed: false }),
    read: (name) => readIfThere(join(folder, name)),
  };
}
