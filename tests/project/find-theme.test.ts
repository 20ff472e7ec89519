import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTheme } from '../../src/project/find-theme.ts';
import { packageRoot } from '../../src/project/package-root.ts';
import { ResourceError, UsageError } from '../../src/diagnostics/errors.ts';
import { loadTheme } from '../../src/project/load-theme.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

test('a name is looked up in the user’s templates, then in ours; a path is a path', async () => {
  const cwd = await temporaryFolder({ 't/pdf/mine.yaml': '', 'theme.yaml': '' });
  const find = (theme: string): Promise<string> => findTheme({ theme, templates: join(cwd, 't'), cwd });
  expect(await find('mine')).toBe(join(cwd, 't/pdf/mine.yaml'));
  expect(await find('standard')).toBe(join(packageRoot(), 'templates/pdf/standard.yaml'));
  expect(await find('./theme.yaml')).toBe(join(cwd, 'theme.yaml'));
  await expect(find('standrad')).rejects.toThrow(
    new UsageError(
      'there is no theme `standrad`; known themes: compact, high-contrast, large-print, mine, public-sans, standard',
    ),
  );
  await expect(find('./none.yaml')).rejects.toThrow(new UsageError('there is no theme `./none.yaml`'));
});

test('a theme that is the working folder itself is told by a name, not by nothing', async () => {
  const cwd = await temporaryFolder({});
  await expect(loadTheme({ theme: './', templates: undefined, cwd, themeAsFiled: false })).rejects.toThrow(
    new ResourceError('The theme . cannot be read.', { path: cwd }),
  );
});

test('whether addresses are printed is said by the configuration, where it says anything, and else by the theme', async () => {
  const cwd = await temporaryFolder({
    'printing.yaml': 'name: printing\nextends: standard\nprintedUrls: true\n',
  });
  const printed = async (theme: string, printedUrls?: boolean): Promise<boolean> =>
    (await loadTheme({ theme, templates: undefined, cwd, themeAsFiled: false, printedUrls })).printedUrls;
  expect(await printed('standard')).toBe(false);
  expect(await printed('standard', true)).toBe(true);
  expect(await printed('./printing.yaml')).toBe(true);
  expect(await printed('./printing.yaml', false)).toBe(false);
});
