import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addFile } from '../../src/bag/add-file.ts';
import type { BagInfo } from '../../src/bag/bag-info.ts';
import type { PayloadFile } from '../../src/bag/payload-file.ts';
import { recordProfile } from '../../src/terms/record-profile.ts';
import { sealBag, type SealedBag, type TagFile } from '../../src/bag/seal-bag.ts';

/** Values for every label that a bag must be given. */
export const sampleInfo: BagInfo = [
  ['Source-Organization', 'Department of Samples'],
  ['External-Description', 'A post of the samples journal, with its renderings.'],
  ['Bagging-Date', '2026-11-23'],
  ['External-Identifier', 'samples-0001'],
  ['Record-Version', '1'],
  ['Record-Title', 'On samples: a post'],
  ['Disposition', 'unscheduled'],
  ['Ledger-Head', '0'.repeat(64)],
  ['Tool', 'Tagleaf 0.1.0'],
];

const samplePayload: readonly (readonly [string, string, PayloadFile['role']])[] = [
  ['data/source/post.md', '# A post\n\nSome words.\n', 'source'],
  ['data/source/images/été.txt', 'Not really a picture.\n', 'source'],
  ['data/renderings/post.pdf', '%PDF-1.7\n', 'record-copy'],
  ['data/metadata/premis.xml', '<premis/>\n', 'metadata'],
  ['data/metadata/file-list.csv', 'Identifier: File Name|Title\n', 'metadata'],
];

const sampleTagFiles: readonly TagFile[] = [
  { path: 'README.txt', bytes: Buffer.from('What is inside.\n') },
  { path: 'README.html', bytes: Buffer.from('<!doctype html><title>What is inside</title>\n') },
];

/** A new folder for the bags of one test file. */
export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bags-'));
}

/** Writes and seals a small bag with everything that the profile asks of one. */
export async function makeBag(
  folder: string,
  changes: {
    readonly payload?: readonly (readonly [string, string, PayloadFile['role']])[];
    readonly info?: BagInfo;
  } = {},
): Promise<SealedBag> {
  mkdirSync(folder);
  const payload: PayloadFile[] = [];
  for (const [to, text, role] of changes.payload ?? samplePayload)
    payload.push(await addFile({ folder, from: Buffer.from(text), to, role }));
  const { info = sampleInfo } = changes;
  return sealBag({ folder, payload, profile: recordProfile, info, tagFiles: sampleTagFiles });
}
