import { join } from 'node:path';
import { copyFolder } from '../copy-folder.mjs';

/** Archived text and pages as posts, then what is built of these. */
export const archivedJobs = [
  {
    name: 'archived',
    needs: ['corpora/archived-text'],
    async run({ cwd, shared, tagleaf }) {
      copyFolder(join(shared, 'corpora/archived-text'), join(cwd, 'archived'));
      const facts = ['--lang', 'en-US', '--date-order', 'mdy'];
      await tagleaf('intake-dry', ['intake', 'archived', '--dry-run', '--out', 'out/posts']);
      await tagleaf('intake', ['intake', 'archived', ...facts, '--out', 'out/posts', '--json']);
      await tagleaf('check', ['check', 'out/posts', '--format', 'json']);
      await tagleaf('build', ['build', 'out/posts', '--out', 'out/built', '--json']);
    },
  },
];
