import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../../src/diagnostics/errors.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';

const standard = readFileSync('templates/pdf/standard.yaml', 'utf8');

test.each([
  ['soft', '153,153,153 on 255,255,255 is 2.85:1'],
  ['link', '153,153,153 on 255,255,255 is 2.85:1'],
])('a theme whose contrast is too little is refused: %s', async (colour, ratio) => {
  const pale = standard.replace(new RegExp(`(\\b${colour}: )'#[0-9a-fA-F]{6}'`, 'u'), "$1'#999999'");
  expect(pale).not.toBe(standard);
  const path = join(await temporaryFolder({ 'pale.yaml': pale }), 'pale.yaml');
  await expect(readTheme(path)).rejects.toThrow(new UsageError(`${path}: contrast of ${ratio}, below 4.5:1`));
});

test('a theme with a character that no file can show is refused', async () => {
  const odd = standard.replace('name: standard', 'name: "a\\u0007"');
  expect(odd).not.toBe(standard);
  const path = join(await temporaryFolder({ 'odd.yaml': odd }), 'odd.yaml');
  await expect(readTheme(path)).rejects.toThrow(
    new UsageError(`${path}: name holds a character that no file can show: Control character U+0007`),
  );
});

test('the standard theme is good', async () => {
  expect((await readTheme('templates/pdf/standard.yaml')).name).toBe('standard');
});
