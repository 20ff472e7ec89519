import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ResourceError, UsageError } from '../../../src/diagnostics/errors.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import { temporaryFolder } from '../../publish/temporary-folder.ts';

const standard = readFileSync('templates/pdf/standard.yaml', 'utf8');

test.each([
  ['soft', '20:3'],
  ['link', '21:3'],
])('a theme whose contrast is too little is refused: %s', async (colour, place) => {
  const pale = standard.replace(new RegExp(`(\\b${colour}: )'#[0-9a-fA-F]{6}'`, 'u'), "$1'#999999'");
  expect(pale).not.toBe(standard);
  const path = join(await temporaryFolder({ 'pale.yaml': pale }), 'pale.yaml');
  const reason = `the contrast of \`colours.${colour}\` on white is 2.85:1; text that everybody can read has 4.5:1 or more: make one of them darker or lighter`;
  await expect(readTheme(path, { name: 'pale.yaml' })).rejects.toThrow(
    new UsageError(`pale.yaml:${place}: ${reason}`),
  );
});

test('a theme with a character that no file can show is refused', async () => {
  const odd = standard.replace('name: standard', 'name: "a\\u0007"');
  expect(odd).not.toBe(standard);
  const path = join(await temporaryFolder({ 'odd.yaml': odd }), 'odd.yaml');
  await expect(readTheme(path, { name: 'odd.yaml' })).rejects.toThrow(
    new UsageError(
      'odd.yaml:2:1: `name` holds a character that no file can show: Control character U+0007; take it out',
    ),
  );
});

test('the standard theme is good', async () => {
  expect((await readTheme('templates/pdf/standard.yaml')).name).toBe('standard');
});

test.each([
  [
    'is no YAML',
    'name: "a',
    '1:9: The file is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
  ],
  ['is prose', 'root:x:0', '1:1: the file must be a map of keys, not text'],
  [
    'has a key of its own',
    standard.replace('name:', 'nmae: x\nname:'),
    '2:1: unknown key `nmae`; did you mean `name`?',
  ],
  [
    'has small type',
    standard.replace(/sizePt: [\d.]+/u, 'sizePt: 7'),
    '5:11: `type.body.sizePt` must be at least 8, not 7',
  ],
  [
    'has a colour without quotes',
    standard.replace(/soft: .*/u, 'soft: #555555'),
    '20:3: `colours.soft` must be text, not empty',
  ],
])('a theme that %s is refused with its place', async (_name, text, message) => {
  expect(text).not.toBe(standard);
  const path = join(await temporaryFolder({ 't.yaml': text }), 't.yaml');
  await expect(readTheme(path, { name: 't.yaml' })).rejects.toThrow(new UsageError(`t.yaml:${message}`));
});

test('a theme that is not there is a failure of the world', async () => {
  await expect(readTheme('none.yaml')).rejects.toThrow(
    new ResourceError('The theme none.yaml cannot be read.', { path: 'none.yaml' }),
  );
});
