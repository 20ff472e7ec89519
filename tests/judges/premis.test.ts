import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { writePremis } from '../../src/filing/metadata/write-premis.ts';
import { formatSamples } from '../filing/metadata/format-samples.ts';
import { bareRecord, files, payloadFile, premisInput } from '../filing/metadata/sample-record.ts';

const here = dirname(fileURLToPath(import.meta.url));
const python = join(here, '.cache', 'venv', 'bin', 'python');
const shared = join(here, '..', '..', '..', 'shared', 'judges');
const schema = join(shared, 'premis-v3-0.xsd');

/** Whether the Python of the judges can import a module. */
function hasModule(name: string): boolean {
  return existsSync(python) && spawnSync(python, ['-c', `import ${name}`]).status === 0;
}

function whyNot(missing: readonly (readonly [what: string, isThere: boolean])[]): string | undefined {
  const absent = missing.filter(([, isThere]) => !isThere).map(([what]) => what);
  if (absent.length === 0) return undefined;
  const reason = `skipped: ${absent.join(' and ')} not found`;
  console.warn(`premis.test.ts ${reason}`);
  return reason;
}

const folder = mkdtempSync(join(tmpdir(), 'tagleaf-premis-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `VALID` or `INVALID` with the first errors, as the judge prints it. */
function judge(xml: string): string {
  const path = join(folder, 'premis.xml');
  writeFileSync(path, xml);
  const { stdout } = spawnSync(python, [join(shared, 'xsd.py'), schema, path], { encoding: 'utf8' });
  return stdout.replace(path, '').trim();
}

const noSchema = whyNot([
  ['the schema of PREMIS 3', existsSync(schema)],
  ['lxml', hasModule('lxml')],
]);

describe.skipIf(noSchema !== undefined)('PREMIS 3 by its schema', () => {
  const whole = writePremis(premisInput);

  test('a record with every fact is valid', () => {
    expect(judge(whole)).toBe('VALID');
  });

  test('a record of which nothing is known is valid', () => {
    const { filedBy: _person, ...rest } = premisInput;
    const post = payloadFile('data/source/post.md', 'source');
    expect(judge(writePremis({ ...rest, record: bareRecord, files: [post], reports: [] }))).toBe('VALID');
  });

  test('a collection with words that XML cannot hold is valid', () => {
    const record = { ...bareRecord, title: '\u0000\uFFFF ]]> & <', members: ['a', 'b'] };
    expect(judge(writePremis({ ...premisInput, record, files }))).toBe('VALID');
  });

  test.each([
    ['an element that is missing', /<premis:eventType>[^<]*<\/premis:eventType>/u, ''],
    ['an element in the wrong place', /(<premis:size>\d+<\/premis:size>\s*)(<premis:format>)/u, '$2$1'],
    ['an element of no such name', /premis:originalName>/gu, 'premis:firstName>'],
  ])('%s is found', (_name, pattern, replacement) => {
    const broken = whole.replace(pattern, replacement);
    expect(broken).not.toBe(whole);
    expect(judge(broken)).toMatch(/^INVALID/u);
  });
});

const noPygfried = whyNot([['pygfried', hasModule('pygfried')]]);

describe.skipIf(noPygfried !== undefined)('PRONOM identifiers by pygfried', () => {
  test('are those that our table gives to the same bytes', () => {
    const named = formatSamples.map(({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const script = [
      'import sys, pygfried',
      'for name in sys.argv[1:]:',
      "    found = pygfried.identify(name, detailed=True)['files'][0]['matches']",
      "    print(' '.join(match['id'] for match in found))",
    ].join('\n');
    const printed = execFileSync(python, ['-c', script, ...named], { encoding: 'utf8' });
    const lines = printed.trim().split('\n');
    expect(formatSamples.map(({ name }, index) => `${name} ${lines[index] ?? ''}`)).toEqual(
      formatSamples.map(({ name, puid }) => `${name} ${puid}`),
    );
  });
});
