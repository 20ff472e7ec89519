import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageRules } from '../../src/catalogue/message-rules.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { runCli } from './run-cli.ts';

test.each([
  [['build', '--page', 'a5'], 'tagleaf: --page takes letter or a4, not `a5`\n'],
  [
    ['build', '--format', 'pdf,mobi'],
    'tagleaf: --format takes pdf, epub or both with a comma, not `pdf,mobi`\n',
  ],
  [['build', 'nowhere.md'], 'tagleaf: nowhere.md: there is no such file or folder\n'],
  [['build'], 'tagleaf: posts: there is no such file or folder\n'],
  [['build', '--config', 'none.yaml'], 'tagleaf: none.yaml: there is no such configuration file\n'],
  [
    ['build', 'a.md', '--config', 'bad.yaml'],
    'tagleaf: bad.yaml:2:3: unknown key `limits.x`; the keys are postBytes, readSeconds, depth, imagePixels, imageBytes, linkSeconds, linksAtATime, linkDelaySeconds\n',
  ],
  [['build', 'a.md', '--theme', 'none'], 'tagleaf: there is no theme `none`\n'],
  [['build', '--frobnicate'], "error: unknown option '--frobnicate'\n"],
  [['bild'], "error: unknown command 'bild'\n(Did you mean build?)\n"],
  [['explain', 'no-such-rule'], 'tagleaf: there is no rule `no-such-rule`; `tagleaf explain` lists all\n'],
])('%j is wrong usage', async (args, err) => {
  const cwd = await temporaryFolder({ 'a.md': '# A\n', 'bad.yaml': 'limits:\n  x: 1\n' });
  expect(await runCli(args, { cwd })).toEqual({ code: 2, out: '', err });
});

test('a font package that is not there is a failure of the world', async () => {
  const cwd = await temporaryFolder({ 'a.md': '# A\n', 'tagleaf.yaml': "fonts: ['no-such-font-package']\n" });
  expect(await runCli(['build', 'a.md'], { cwd })).toEqual({
    code: 3,
    out: '',
    err: 'tagleaf: The font package no-such-font-package is not installed. Install it with npm, or correct `fonts:`.\n',
  });
});

test('SOURCE_DATE_EPOCH must be a number', async () => {
  const cwd = await temporaryFolder({ 'a.md': '# A\n' });
  expect(await runCli(['build', 'a.md'], { cwd, env: { SOURCE_DATE_EPOCH: 'today' } })).toEqual({
    code: 2,
    out: '',
    err: 'tagleaf: SOURCE_DATE_EPOCH must be seconds since 1970, not `today`\n',
  });
});

test('explain prints a rule', async () => {
  expect(await runCli(['explain', 'glyph-missing'], { cwd: '/' })).toEqual({
    code: 0,
    err: '',
    out:
      'glyph-missing (error)\n' +
      'Clause: ISO 14289-1 §7.21.8\n' +
      'Cure: Add a font package that covers the character under `fonts:` in tagleaf.yaml.\n' +
      'Claims withheld: PDF\n',
  });
});

test('explain lists all rules', async () => {
  const { code, out } = await runCli(['explain'], { cwd: '/' });
  expect(code).toBe(0);
  expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual([...Object.keys(messageRules), '']);
});

test('help and version go to standard output', async () => {
  const packageJson: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(await runCli(['--version'], { cwd: '/' })).toEqual({
    code: 0,
    out: `${packageJson.version}\n`,
    err: '',
  });
  const help = await runCli(['build', '--help'], { cwd: '/' });
  expect([help.code, help.err, help.out.split('\n')[0]]).toEqual([
    0,
    '',
    'Usage: tagleaf build [options] [inputs...]',
  ]);
});
