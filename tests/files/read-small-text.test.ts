import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSmallText } from '../../src/files/read-small-text.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test('a file is read up to its bound', async () => {
  const folder = await temporaryFolder({ 'a.yml': 'four' });
  expect(await readSmallText(join(folder, 'a.yml'), 4)).toBe('four');
  expect(await readSmallText(join(folder, 'a.yml'), 3)).toBeUndefined();
});

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody writes to is no file, and is not waited for',
  async () => {
    const folder = await temporaryFolder({ 'a.yml': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.yml')]);
    expect(await readSmallText(join(folder, 'pipe.yml'), 4)).toBeUndefined();
  },
);
