import { expect, test } from 'vitest';
import { readFileRows } from '../../../src/filing/metadata/fact-readings.ts';
import { writeFileList } from '../../../src/filing/metadata/write-file-list.ts';
import { bareRecord, files, payloadFile, premisInput, record } from './sample-record.ts';

const { software, packedAt } = premisInput;

test('the first line has the labels of 36 CFR 1236.54 in its order, parted by a pipe, then those of the lister', () => {
  const [header] = writeFileList({ record, files, software, packedAt }).split('\r\n');
  expect(header).toBe(
    'Identifier: File Name|Identifier: Record ID|Identifier: Records Schedule Item #|Disposition Authority|Relation: Has Part|' +
      'Relation: Is Part Of|Access Restriction Status|Specific Access Restriction|Use Restriction Status|Specific Use Restriction|' +
      'Rights: Rights Holder|Title|Description|Creator|Date: Creation Date|Date Time Created|Software|Message Digest Algorithm|' +
      'Message Digest|File Name|Full Path|Size in Bytes|Extension|Date Modified|SHA-256',
  );
});

test('the list as a program reads it', async () => {
  const rows = readFileRows(writeFileList({ record, files, software, packedAt }));
  const lines = rows.map((row) => [...row].map(([label, value]) => `${label}: ${value}\n`).join(''));
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/file-list.txt');
});

test('each file has one row with all that is known', () => {
  const rows = readFileRows(writeFileList({ record, files, software, packedAt }));
  expect(rows).toHaveLength(files.length);
  expect(Object.fromEntries(rows[3] ?? [])).toEqual({
    'Identifier: File Name': 'post.pdf',
    'Identifier: Record ID': 'dhs-2011-0042',
    'Identifier: Records Schedule Item #': '4.2',
    'Disposition Authority': 'DAA-0563-2013-0001-0004',
    'Relation: Has Part': '',
    'Relation: Is Part Of': 'dhs-2011-0042',
    'Access Restriction Status': 'Unrestricted',
    'Specific Access Restriction': '',
    'Use Restriction Status': 'Unrestricted',
    'Specific Use Restriction': '',
    'Rights: Rights Holder': 'None',
    Title: 'Strong partnerships & <more>',
    Description: 'A post on partnerships, with one map.',
    Creator: 'Office of Public Affairs',
    'Date: Creation Date': '2011-12-02',
    'Date Time Created': '2026-11-23T17:00:00Z',
    Software: 'Tagleaf 0.1.0',
    'Message Digest Algorithm': 'SHA-512',
    'Message Digest': '3'.repeat(128),
    'File Name': 'post.pdf',
    'Full Path': 'data/renderings/post.pdf',
    'Size in Bytes': '12',
    Extension: 'pdf',
    'Date Modified': '2026-11-23T17:00:00Z',
    'SHA-256': '3'.repeat(64),
  });
});

test('what nobody gave is unknown, never blank and never guessed; an unscheduled record says so', () => {
  const listed = { ...payloadFile('data/source/a|b.md', 'source'), modified: '2020-01-01T00:00:00Z' };
  const [row] = readFileRows(writeFileList({ record: bareRecord, files: [listed], software, packedAt }));
  const cells = Object.fromEntries(row ?? []);
  expect(cells).toMatchObject({
    'Identifier: File Name': 'a|b.md',
    'Identifier: Records Schedule Item #': 'unscheduled',
    'Access Restriction Status': 'unknown',
    'Use Restriction Status': 'unknown',
    Creator: 'unknown',
    Description: 'unknown',
    'Date: Creation Date': 'unknown',
    'Date Time Created': 'unknown',
    'Date Modified': '2020-01-01T00:00:00Z',
  });
});

test('what is made while a record is filed is of that moment and of us', () => {
  const made = (['metadata', 'build', 'report', 'source'] as const).map((role) =>
    payloadFile(`data/${role}`, role),
  );
  const rows = readFileRows(writeFileList({ record, files: made, software, packedAt }));
  const cells = rows.map((row) => {
    const { 'Date Time Created': created, 'Date Modified': modified, Software: by } = Object.fromEntries(row);
    return [created, modified, by];
  });
  const [ours, others] = [
    [packedAt, packedAt, 'Tagleaf 0.1.0'],
    ['unknown', 'unknown', 'unknown'],
  ];
  expect(cells).toEqual([ours, ours, others, others]);
});

test('a value of several lines stays in its row', () => {
  const several = { ...record, facts: { ...record.facts, description: 'one\ntwo' } };
  const text = writeFileList({ record: several, files, software, packedAt });
  expect(text.split('\r\n')).toHaveLength(files.length + 2);
  expect(text).toContain('|one two|');
});
