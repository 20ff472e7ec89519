import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A path whose name is written in Latin-1, as old archives have it. */
export function latin1(folder: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
}

/**
 * Makes a folder so deep that its path is longer than the system reads: it cannot be listed, whoever asks. The test puts it
 * into reach again when it ends, so that it can be removed.
 */
export function tooDeepFolder(folder: string): void {
  const levels = Array.from({ length: 12 }, () => 'd'.repeat(200));
  const above = join(folder, ...levels);
  const near = join(folder, 'near');
  mkdirSync(join(near, ...levels), { recursive: true });
  mkdirSync(above, { recursive: true });
  const far = join(above, 'd'.repeat(200));
  renameSync(near, far);
  onTestFinished(() => renameSync(far, near));
}
