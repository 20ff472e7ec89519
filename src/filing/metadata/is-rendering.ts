import type { PayloadFile } from '../../bag/payload-file.ts';

const folder = 'data/renderings/';

/** Whether we made the file from the posts. The Markdown is a record copy too, and no rendering. */
export function isRendering({ path }: Pick<PayloadFile, 'path'>): boolean {
  return path.startsWith(folder);
}
