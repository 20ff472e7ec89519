import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

import { ResourceError } from '../../src/diagnostics/errors.ts';
import { formatBagInfo, infoValues, parseBagInfo, toInfoValue } from '../../src/bag/bag-info.ts';
import { readBagInfo } from './read-bag-info.ts';
import { makeFolder } from './make-bag.ts';

const root = makeFolder();
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a value', () => {
  test.each([
    ['  trimmed \n', 'trimmed'],
    ['one\n  two\r\n\r\nthree', 'one two three'],
    ['one \n two', 'one two'],
    ['a\u2028b\u2029c\u0085d\u000Be\u000Cf\u001Cg', 'a b c d e f g'],
    ['tab\tstops', 'tab stops'],
    ['a\u0000b', 'a b'],
    ['two  spaces and\u00A0no break', 'two  spaces and\u00A0no break'],
    ['label: value', 'label: value'],
  ])('%j stands on one line', (text, value) => {
    expect(toInfoValue(text)).toBe(value);
    expect(toInfoValue(value)).toBe(value);
    const bytes = formatBagInfo([['Label', text]]);
    expect(Buffer.from(bytes).toString()).toBe(`Label: ${value}\n`);
    expect(parseBagInfo(bytes)).toEqual({ info: [['Label', value]], faults: [] });
  });
});

describe('bag-info.txt', () => {
  test('keeps the order of its lines; folded ones are joined', () => {
    const text = 'B: 1\nA:\t2\r\n  folded\r\tagain\rLabel with spaces: x: y\nb:\nb: 3';
    const { info, faults } = parseBagInfo(Buffer.from(text));
    expect(faults).toEqual([]);
    expect(info).toEqual([
      ['B', '1'],
      ['A', '2 folded again'],
      ['Label with spaces', 'x: y'],
      ['b', ''],
      ['b', '3'],
    ]);
    expect(infoValues(info, 'B')).toEqual(['1', '', '3']);
  });

  test.each([
    ['nothing', 1],
    [' : value', 1],
    [': value', 1],
    ['Label : value', 1],
    ['Label:value', 1],
    ['  folded', 1],
    ['A: 1\n\nB: 2', 2],
  ])('%j is malformed', (text, line) => {
    expect(parseBagInfo(Buffer.from(text)).faults).toEqual([
      `line ${line} is not a label, a colon, a space and a value`,
    ]);
  });

  test('bytes that are not UTF-8, and a byte-order mark', () => {
    expect(parseBagInfo(Buffer.from([0x41, 0x3a, 0x20, 0xe9]))).toEqual({
      info: [],
      faults: ['is not UTF-8'],
    });
    expect(parseBagInfo(Buffer.from('\uFEFFA: 1'))).toEqual({
      info: [['A', '1']],
      faults: ['begins with a byte-order mark'],
    });
  });
});

describe('readBagInfo', () => {
  test('reads the labels of a bag', async () => {
    const folder = join(root, 'good');
    mkdirSync(folder);
    writeFileSync(join(folder, 'bag-info.txt'), 'A: 1\nB: 2\n');
    expect(await readBagInfo(folder)).toEqual([
      ['A', '1'],
      ['B', '2'],
    ]);
  });

  test('throws where there is none to read', async () => {
    const folder = join(root, 'bad');
    mkdirSync(folder);
    await expect(readBagInfo(folder)).rejects.toThrow(ResourceError);
    const path = join(folder, 'bag-info.txt');
    writeFileSync(path, 'nothing');
    await expect(readBagInfo(folder)).rejects.toThrow(
      `Cannot read ${path}: line 1 is not a label, a colon, a space and a value`,
    );
  });
});
