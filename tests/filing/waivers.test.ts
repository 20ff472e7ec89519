import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { packRecord, type PackReport } from '../../src/filing/pack-record.ts';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { openStore } from '../../src/store/store.ts';
import { verifyStore } from '../../src/verify/verify-store.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const number = '523-45-6789';
let cwd: string;
const now = (): Date => new Date('2026-11-23T12:00:00Z');

beforeEach(async () => {
  cwd = await temporaryFolder({ 'tagleaf.yaml': 'cover: none\n' });
});

async function pack(waiver = '', renderTo?: string, more = ''): Promise<PackReport> {
  const waivers =
    waiver === '' ? '' : `waivers: [{ ${waiver}, reason: A sample, by: A. Archivist, on: 2026-11-23 }]\n`;
  await writeFile(
    join(cwd, 'a.md'),
    `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nrecord: { id: a-1 }\n${waivers}---\n\nHer number is ${number}. ${more}\n`,
  );
  const options = { cwd, post: 'a.md', store: join(cwd, 'store') };
  return packRecord({ ...options, ...(renderTo !== undefined && { renderTo }) }, { now });
}

const told = ({ outcome, messages }: PackReport): readonly string[] => [
  outcome,
  ...messages
    .filter(({ ruleId }) => /^(?:personal|waiver)-/u.test(ruleId))
    .map(({ severity, ruleId }) => `${severity} ${ruleId}`),
];

const keyIn = ({ messages }: PackReport): string =>
  messages
    .map(({ reason }) => /match_hmac ([0-9a-f-]+)/u.exec(reason)?.[1] ?? '')
    .find((key) => key !== '') ?? '';

/** All bytes of the store but its secret. */
async function storeText(): Promise<string> {
  const store = join(cwd, 'store');
  const texts: string[] = [];
  for (const path of await listFiles(store)) {
    if (path !== 'waivers.secret' && (await stat(join(store, path))).isFile())
      texts.push((await readFile(join(store, path))).toString('latin1'));
  }
  return texts.join('\n');
}

test('a number is waived by the key that its message tells; neither secret nor digest of it is filed or told', async () => {
  const refused = await pack();
  expect(told(refused)).toEqual(['refused', 'error personal-ssn']);
  expect(JSON.stringify(refused)).not.toContain(number);
  const filed = await pack(`rule: personal-ssn, match_hmac: ${keyIn(refused)}`);
  expect(told(filed)).toEqual(['filed', 'info personal-ssn']);
  const secret = (await readFile(join(cwd, 'store/waivers.secret'), 'utf8')).trim();
  const text = await storeText();
  expect(text).toContain(keyIn(refused));
  expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(secret, 'hex').toString('latin1'));
  expect(text).not.toContain(createHash('sha256').update(number).digest('hex'));
  expect(await readFile(join(cwd, 'store/ledger.jsonl'), 'utf8')).not.toContain(number);
});

test('verify and rebuild need no secret; without it the next version is told that its waiver is of another', async () => {
  const waiver = `rule: personal-ssn, match_hmac: ${keyIn(await pack())}`;
  expect(told(await pack(waiver))).toEqual(['filed', 'info personal-ssn']);
  const whole = await openStore(join(cwd, 'store'));
  expect((await verifyStore({ store: whole }, { now })).findings).toEqual([]);
  await rm(join(cwd, 'store/waivers.secret'));
  const store = await openStore(join(cwd, 'store'));
  const { sound, findings } = await verifyStore({ store }, { now });
  expect([sound, findings]).toEqual([true, []]);
  expect(await rebuildCheck(join(cwd, 'store/a-1_v0001'))).toMatchObject({ outcome: 'identical' });
  expect(told(await pack(waiver))).toEqual(['refused', 'error personal-ssn', 'warning waiver-unused']);
});

test('a waiver by a SHA-256 files as before, with a warning that tells what to write instead', async () => {
  const plain = `rule: personal-ssn, match_sha256: ${createHash('sha256').update(number).digest('hex')}`;
  const filed = await pack(plain);
  expect(told(filed)).toEqual(['filed', 'info personal-ssn', 'warning waiver-guessable']);
  expect(keyIn(filed)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{64}$/u);
});

test('a project looks for numbers of other countries and its own; no message repeats one', async () => {
  await writeFile(
    join(cwd, 'tagleaf.yaml'),
    "cover: none\nscan: { patterns: [uk, { name: Badge, expression: 'B-\\d{6}' }] }\n",
  );
  const refused = await pack(
    '',
    undefined,
    'NINO AB123456C, [B-654321](https://a.gov/523-45-6780), ::: {.B-654321 is 523-45-6780}',
  );
  expect(refused.outcome).toBe('refused');
  expect(refused.messages.map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(['personal-identity', 'personal-own', 'personal-ssn', 'markup-visible']),
  );
  expect(JSON.stringify(refused)).not.toMatch(/AB123456C|B-654321|523-45-678/u);
  await writeFile(join(cwd, 'tagleaf.yaml'), "scan: { patterns: [{ name: Badge, expression: '(?=a)' }] }\n");
  await expect(pack()).rejects.toThrow(
    'scan.patterns: the expression of “Badge” cannot be used: error parsing regexp: invalid or unsupported Perl syntax',
  );
});

test('a number in the name of a file that is filed is found, and its name is masked in messages', async () => {
  const named = `captures/${number}_page.html`;
  await mkdir(join(cwd, 'captures'));
  await writeFile(join(cwd, named), '<p>Words</p>');
  await writeFile(
    join(cwd, 'b.md'),
    `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nsource: { file: ${named} }\nrecord: { id: a-2 }\n---\n\nWords.\n`,
  );
  const refused = await packRecord({ cwd, post: 'b.md', store: join(cwd, 'store') }, { now });
  expect(told(refused)).toEqual(['refused', 'error personal-ssn']);
  expect(JSON.stringify(refused)).not.toContain(number);
  expect(JSON.stringify(refused)).toContain('captures/•••-••-••••_page.html');
});

test('what is only rendered makes no store and no secret, and tells no key before there is one', async () => {
  const rendered = await pack('', join(cwd, 'out'));
  expect(told(rendered)).toEqual(['refused', 'error personal-ssn']);
  expect(keyIn(rendered)).toBe('');
  await expect(stat(join(cwd, 'store'))).rejects.toThrow('ENOENT');
  const key = keyIn(await pack());
  expect(told(await pack(`rule: personal-ssn, match_hmac: ${key}`, join(cwd, 'out')))).toEqual([
    'rendered',
    'info personal-ssn',
  ]);
});
