import { join } from 'node:path';
import { copyFolder } from '../copy-folder.mjs';

/** The project's own posts on both papers, what the rules say of them in each form, and the catalogue. */
export const sampleJobs = [
  {
    name: 'sample',
    needs: [],
    async run({ cwd, checkout, tagleaf }) {
      copyFolder(join(checkout, 'posts'), join(cwd, 'posts'));
      for (const page of ['letter', 'a4']) {
        await tagleaf(page, ['build', '--page', page, '--out', `out/${page}`, '--verify', '--json']);
      }
      const alone = ['--format', 'epub', '--no-page-list'];
      await tagleaf('epub-alone', ['build', ...alone, '--out', 'out/epub-alone']);
      for (const format of ['text', 'json', 'sarif']) {
        await tagleaf(`check-${format}`, ['check', '--format', format]);
      }
      await tagleaf('explain', ['explain']);
    },
  },
];
