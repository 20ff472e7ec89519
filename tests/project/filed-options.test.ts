import { expect, test } from 'vitest';
import { jsonFile, withFiledOptions } from '../../src/project/fingerprint.ts';

const options = (limits: Readonly<Record<string, number>>, page = 'letter'): Uint8Array =>
  jsonFile({ page, limits });
const work = { readWork: 2, readWorkPerByte: 1 };

/** Whether options that were filed stand in for those of a run. */
function standIn(filed: Uint8Array): boolean {
  const [file] = withFiledOptions([{ path: 'options.json', bytes: options({ ...work, depth: 64 }) }], filed);
  return file?.bytes === filed;
}

test('the only dialect that there was is no other content, and another one is', () => {
  const now = jsonFile({ page: 'letter', dialect: 'auto', limits: {} });
  const before = jsonFile({ page: 'letter', limits: {} });
  const stands = (files: Uint8Array): boolean =>
    withFiledOptions([{ path: 'options.json', bytes: files }], before)[0]?.bytes === before;
  expect(stands(now)).toBe(true);
  expect(stands(jsonFile({ page: 'letter', dialect: 'gfm', limits: {} }))).toBe(false);
});

test('other bounds of the reading are no other content, and all else is', () => {
  expect(standIn(options({ readSeconds: 120, depth: 64 }))).toBe(true);
  expect(standIn(options({ readWork: 3, readWorkPerByte: 1, depth: 64 }))).toBe(true);
  expect(standIn(options({ readSeconds: 120, depth: 63 }))).toBe(false);
  expect(standIn(options({ readSeconds: 120, depth: 64 }, 'a4'))).toBe(false);
});

test.each(['', '{', 'null', '[]', '['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
  'what is filed as options and is none, %.20s, is other content',
  (text) => {
    expect(standIn(Buffer.from(text))).toBe(false);
  },
);

test('the options of a run are no other content', () => {
  expect(standIn(options({ ...work, depth: 64 }))).toBe(true);
});
