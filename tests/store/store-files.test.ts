import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFiles } from '../../src/store/store-files.ts';
import { recordFlushes } from '../files/record-flushes.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const words = Buffer.from('words');

test.each([
  ['makeFolder', (at: string) => diskFiles.makeFolder(join(at, 'incoming/new')), ['incoming']],
  ['makeFolder of one that is there', (at: string) => diskFiles.makeFolder(join(at, 'incoming')), []],
  ['writeFile', (at: string) => diskFiles.writeFile(join(at, 'new'), words), ['new', '.']],
  ['writeFile over another', (at: string) => diskFiles.writeFile(join(at, 'ledger'), words), ['ledger', '.']],
  ['append', (at: string) => diskFiles.append(join(at, 'ledger'), words), ['ledger']],
  ['cut', (at: string) => diskFiles.cut(join(at, 'ledger'), 1), ['ledger']],
  ['rename', (at: string) => diskFiles.rename(join(at, 'ledger'), join(at, 'head')), ['.']],
  [
    'rename into another folder',
    (at: string) => diskFiles.rename(join(at, 'incoming/bag'), join(at, 'bag')),
    ['.', 'incoming'],
  ],
  ['remove', (at: string) => diskFiles.remove(join(at, 'incoming/bag')), ['incoming']],
])('%s is on the disk when it comes back', async (_, change, flushed) => {
  const store = await temporaryFolder({ ledger: 'lines', 'incoming/bag/data': '' });
  expect(await recordFlushes(store, () => change(store))).toEqual(flushed);
});

test('what is written is what is asked for', async () => {
  const store = await temporaryFolder({ ledger: 'lines' });
  const path = join(store, 'ledger');
  const after = async (change: Promise<void>): Promise<string> => {
    await change;
    return readFileSync(path, 'utf8');
  };
  expect(await after(diskFiles.append(path, words))).toBe('lineswords');
  expect(await after(diskFiles.cut(path, 3))).toBe('lin');
  expect(await after(diskFiles.writeFile(path, words))).toBe('words');
  await diskFiles.remove(path);
  expect(readdirSync(store)).toEqual([]);
});
