import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { packageVersion } from '../../src/project/package-root.ts';
import { replayTranscript } from './store-transcript.ts';

/** The store that 0.1.0 filed, what it was filed from, and what the program that filed it said: see its README. */
const fixture = fileURLToPath(new URL('fixtures/store-0.1.0/', import.meta.url));

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'store-fixture-')));
  cpSync(fixture, cwd, { recursive: true });
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const kept = (name: string): string => readFileSync(join(fixture, 'expected', name), 'utf8');

/** The transcript of that name as the program writes it today. */
const replay = (name: string): Promise<string> =>
  replayTranscript(kept(name), {
    cwd,
    from: '2026-12-01T10:00:00Z',
    node: '20.20.2',
    icu: '78.2',
    zlib: '1.3.1',
  });

function change(path: string, edit: (bytes: Buffer) => Uint8Array): void {
  const file = join(cwd, 'store', path);
  writeFileSync(file, edit(readFileSync(file)));
}

const withoutLine =
  (number: number) =>
  (bytes: Buffer): Uint8Array =>
    Buffer.from(
      bytes
        .toString()
        .split(/(?<=\n)/u)
        .toSpliced(number - 1, 1)
        .join(''),
    );

const asFiled = ['read.txt', 'hold.txt', 'schedule.txt', 'dispose.txt', 'transfer.txt', 'rebuild-check.txt'];
const damages: Readonly<Record<string, () => void>> = {
  'flipped-byte.txt': () => {
    change('kestrel-0001_v0001/data/renderings/lamp.pdf', (bytes) => {
      bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
      return bytes;
    });
  },
  'altered-source.txt': () => {
    change('kestrel-0003_v0001/data/source/news/2013-01-15-charter.md', (bytes) =>
      Buffer.from(bytes.toString().replace('every flag', 'every ship')),
    );
  },
  'removed-line.txt': () => {
    change('ledger.jsonl', withoutLine(11));
  },
  'removed-last-line.txt': () => {
    change('ledger.jsonl', withoutLine(17));
  },
};

describe('a store that 0.1.0 filed', () => {
  test.each(asFiled)('%s is said and done as before', async (name) => {
    await expect(await replay(name)).toMatchFileSnapshot(join(fixture, 'expected', name));
  });

  test('what is filed already and what is another version is told apart as before', async () => {
    await expect(await replay('pack.txt')).toMatchFileSnapshot(join(fixture, 'expected', 'pack.txt'));
  });

  test.each(Object.keys(damages))('%s: the damage is found', async (name) => {
    damages[name]?.();
    await expect(await replay(name)).toMatchFileSnapshot(join(fixture, 'expected', name));
    expect(kept(name)).toContain('--- exit 15\n');
  });

  test('a template that is not the one 0.1.0 brought is not run', async () => {
    change('kestrel-0001_v0001/data/build/templates/epub/package-opf.ejs', (bytes) =>
      Buffer.concat([bytes, Buffer.from(' ')]),
    );
    expect(await rebuildCheck(join(cwd, 'store/kestrel-0001_v0001'))).toMatchObject({
      outcome: 'not-run',
      files: [],
      // On another version of Node than that of the bag this is said, too.
      reasons: expect.arrayContaining([
        'The templates package-opf.ejs are not those of Tagleaf 0.1.0; code is never run from a bag.',
        `It was made with Tagleaf 0.1.0; this is ${packageVersion()}.`,
      ]),
    });
  });

  test('a bag of no release that is known runs no template of that of 0.1.0', async () => {
    change('kestrel-0001_v0001/data/build/versions.json', (bytes) =>
      Buffer.from(bytes.toString().replace('"0.1.0"', '"0.1.1"')),
    );
    const { outcome, reasons } = await rebuildCheck(join(cwd, 'store/kestrel-0001_v0001'));
    expect(outcome).toBe('not-run');
    expect(reasons[0]).toBe(
      'The templates nav-xhtml.ejs, package-opf.ejs are not those of Tagleaf 0.1.1; code is never run from a bag.',
    );
  });

  test('no transcript is left out', () => {
    const names = [...asFiled, 'pack.txt', ...Object.keys(damages)];
    expect(readdirSync(join(fixture, 'expected')).toSorted()).toEqual(names.toSorted());
  });
});
