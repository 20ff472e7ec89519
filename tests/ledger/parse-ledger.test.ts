import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { InternalError } from '../../src/diagnostics/errors.ts';
import { appendLine, emptyHead, formatHead, parseHead } from '../../src/ledger/append-line.ts';
import type { LedgerEvent, LedgerHead } from '../../src/ledger/ledger-event.ts';
import { parseLedger } from '../../src/ledger/parse-ledger.ts';
import { isLong } from '../how-long.ts';
import { digest, dispose, filed, hold, intend, permanent, release, schedule, write } from './events.ts';

const events: readonly LedgerEvent[] = [
  filed('a-1'),
  filed('b', { retention: permanent, dates: { released: '2011-12-02', updated: '2024-08-07' } }),
  filed('c', { members: ['a-1', 'b'] }),
  hold('h1', 'a-1', 'b'),
  release('h1'),
  schedule('b', permanent),
  { event: 'audited', records: ['b'], outcome: 'fail', failures: [{ record: 'b', reason: '“ü”\u2028\n\0' }] },
  { event: 'transferred', record: 'b', receiptSha256: digest(3), to: 'NARA' },
  intend(9, 'a-1'),
  { ...dispose(9, 'a-1'), recovered: true },
  { event: 'disposal-withdrawn', records: ['a-1'], planSha256: digest(9), reason: 'Held' },
  { event: 'disposal-done', planSha256: digest(9) },
];
const ledger = write(events);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = ledger.text.split('\n').slice(0, -1);
const { head } = parseLedger(bytesOf(ledger.text));

describe('a line', () => {
  test('is compact JSON, its keys in order, and ends in a line feed', () => {
    const { line, head: after } = appendLine({ event: release('h1'), at: '2026-11-23T17:00:00Z' }, emptyHead);
    expect(line).toBe(
      `{"prev":"${'0'.repeat(64)}","seq":1,"at":"2026-11-23T17:00:00Z","event":"hold-released","holdId":"h1","by":"Counsel","reason":"Settled"}\n`,
    );
    expect(after.count).toBe(1);
    expect(after.hash).toMatchInlineSnapshot(
      `"216a53490e05e13d83ba398b471f8ac3fe87d961a2f213b5b36af5c502519c52"`,
    );
  });

  test('begins alike, whatever it says', () => {
    for (const line of lines)
      expect(line).toMatch(/^\{"prev":"[0-9a-f]{64}","seq":\d+,"at":"[^"]+","event":"/u);
    expect(lines).toHaveLength(events.length);
  });

  test('that could not be read again is not written', () => {
    const append =
      (event: LedgerEvent, at = '2026-11-23T17:00:00Z') =>
      (): unknown =>
        appendLine({ event, at }, emptyHead);
    expect(append({ ...filed('a'), bytes: 1.5 })).toThrow(InternalError);
    expect(append({ ...filed('a'), bytes: NaN })).toThrow('Event “filed” is not whole: bytes');
    expect(append(filed('A'))).toThrow('Event “filed” is not whole: record');
    expect(append(hold('h'))).toThrow('Event “hold-placed” is not whole: records');
    expect(append(release('h'), '2026-11-23')).toThrow('Event “hold-released” is not whole: at');
    expect(append(release('h'), '2026-02-30T00:00:00Z')).toThrow('Event “hold-released” is not whole: at');
    expect(append(release('h'), '2026-11-23T24:00:00Z')).toThrow('Event “hold-released” is not whole: at');
  });
});

test('a head is one line', () => {
  expect(parseHead(formatHead(head))).toEqual(head);
  expect(parseHead(formatHead(emptyHead))).toEqual(emptyHead);
  for (const text of [
    '',
    formatHead(head).trim(),
    `0${formatHead(head)}`,
    ` ${formatHead(head)}`,
    `1 ${'A'.repeat(64)}\n`,
  ]) {
    expect(parseHead(text)).toBeUndefined();
  }
});

test('what was written is read again', () => {
  const { sound, ...read } = parseLedger(bytesOf(ledger.text), head);
  expect(sound?.entries).toBe(read.entries);
  expect(read).toEqual({
    entries: ledger.entries,
    head: { count: events.length, hash: head.hash },
    wholeBytes: bytesOf(ledger.text).length,
    breaks: [],
  });
  expect(read.entries).toMatchObject(events);
  expect(parseLedger(new Uint8Array(), emptyHead)).toMatchObject({
    entries: [],
    head: emptyHead,
    wholeBytes: 0,
    breaks: [],
  });
});

test('a ledger that has grown is read on from what is known; another one from its beginning', () => {
  const lines = ledger.text.split('\n');
  const shorter = parseLedger(bytesOf(`${lines.slice(0, 3).join('\n')}\n`)).sound;
  const whole = bytesOf(ledger.text);
  const read = parseLedger(whole, head, shorter);
  expect({ ...read, sound: undefined }).toEqual({ ...parseLedger(whole, head), sound: undefined });
  expect(read.entries[0]).toBe(shorter?.entries[0]);
  const altered = bytesOf(ledger.text.replace('"seq":1', '"seq":9'));
  expect(parseLedger(altered, head, shorter).breaks).toEqual(parseLedger(altered, head).breaks);
  expect(parseLedger(altered, head, shorter).sound).toBeUndefined();
});

function breaksOf(text: string | Uint8Array, expected?: LedgerHead | { hash: string }): readonly string[] {
  const { breaks } = parseLedger(typeof text === 'string' ? bytesOf(text) : text, expected);
  return breaks.map(({ kind, line, reason }) => `${line} ${kind} ${reason}`);
}

/** The ledger with one line changed; `undefined` takes it out. */
function withLine(number: number, line: string | undefined): string {
  return lines
    .flatMap((old, index) => (index + 1 === number ? (line === undefined ? [] : [line]) : [old]))
    .map((text) => `${text}\n`)
    .join('');
}

describe('a break is named by its line', () => {
  const notAfter = 'chain The line does not follow the one before: its “prev” is another hash';
  const [first = '', second = ''] = lines;
  const last = lines.at(-1) ?? '';
  test.each<[string, string, readonly string[]]>([
    ['a fact is edited', withLine(2, second.replace('Post b', 'Post c')), [`3 ${notAfter}`]],
    ['a line is taken out', withLine(5, undefined), [`5 ${notAfter}`]],
    ['a line is doubled', withLine(1, `${first}\n${first}`), [`2 ${notAfter}`]],
    ['the first line is taken out', withLine(1, undefined), [`1 ${notAfter}`]],
    [
      'a number is edited',
      withLine(2, second.replace('"seq":2', '"seq":3')),
      ['2 chain The line has number 3, not 2', `3 ${notAfter}`],
    ],
    ['an empty line', withLine(2, `\n${second}`), ['2 line The line is not JSON in UTF-8', `3 ${notAfter}`]],
    ['carriage returns', withLine(1, `${first}\r`), [`2 ${notAfter}`]],
    [
      'an unknown event',
      withLine(5, '{"event":"purged"}'),
      ['5 line The line is no event: “event” is wrong or missing', `6 ${notAfter}`],
    ],
    ['a number', withLine(5, '5'), ['5 line The line is no event', `6 ${notAfter}`]],
    [
      'an unknown key',
      withLine(5, lines[4]?.replace('}', ',"note":"x"}')),
      ['5 line The line is no event: “note” is wrong or missing', `6 ${notAfter}`],
    ],
    [
      'the last line has no line feed',
      ledger.text.slice(0, -1),
      [`${events.length} cut The last line is cut off: it has no line feed`],
    ],
    [
      'the last line is cut',
      ledger.text.slice(0, -last.length + 20),
      [`${events.length} cut The last line is cut off: it has no line feed`],
    ],
  ])('%s', (_name, text, expected) => {
    expect(breaksOf(text)).toEqual(expected);
  });

  test('bytes that are not UTF-8, and a byte order mark', () => {
    const bytes = bytesOf(ledger.text);
    const wrong = bytes.with(bytes.indexOf(0x41), 0xff);
    expect(breaksOf(wrong)).toEqual(['1 line The line is not JSON in UTF-8', `2 ${notAfter}`]);
    expect(breaksOf(`\ufeff${ledger.text}`)).toEqual([
      '1 line The line is not JSON in UTF-8',
      `2 ${notAfter}`,
    ]);
  });

  test('brackets beyond the depth of the stack', () => {
    expect(breaksOf(`${'['.repeat(1_000_000)}\n`)).toEqual(['1 line The line is not JSON in UTF-8']);
  });
});

describe('a head', () => {
  const count = events.length;
  const shorter = `${lines.slice(0, -1).join('\n')}\n`;
  const before = parseLedger(bytesOf(shorter)).head;

  test('beside the ledger', () => {
    expect(breaksOf(ledger.text, before)).toEqual([
      `${count} ahead There are ${count} lines, but the head counts only ${count - 1}`,
    ]);
    expect(breaksOf(shorter, head)).toEqual([
      `${count} behind The head counts ${count} lines, but there are only ${count - 1}`,
    ]);
    expect(breaksOf(ledger.text, { count, hash: before.hash })).toEqual([
      `${count} head The hash of the line is not that of the head`,
    ]);
    expect(breaksOf(ledger.text, { count: count - 1, hash: digest(1) })).toEqual([
      `${count - 1} head The hash of the line is not that of the head`,
    ]);
    expect(breaksOf('', head)).toEqual([`1 behind The head counts ${count} lines, but there are only 0`]);
  });

  test('kept outside sees a ledger that was written anew', () => {
    expect(breaksOf(ledger.text, { hash: head.hash })).toEqual([]);
    // It has grown since.
    expect(breaksOf(ledger.text, { hash: before.hash })).toEqual([]);
    const none = 'head No line has the hash of the head: the ledger was cut or written anew';
    expect(breaksOf(shorter, { hash: head.hash })).toEqual([`${count - 1} ${none}`]);
    const anew = write([...events.slice(1), filed('z')]);
    expect(breaksOf(anew.text)).toEqual([]);
    expect(breaksOf(anew.text, { hash: head.hash })).toEqual([`${count} ${none}`]);
  });
});

const judge = fileURLToPath(new URL('../../../shared/judges/ledger_check.py', import.meta.url));
const absent = !existsSync(judge)
  ? 'ledger_check.py is not there'
  : spawnSync('python3', ['--version']).status === 0
    ? undefined
    : 'python3 is not there';
if (absent !== undefined) console.log(`Skipped, as ${absent}: an independent check of the ledger`);

describe.skipIf(absent !== undefined)('an independent check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function ask(bytes: Uint8Array, hash: string): { readonly status: number | null; readonly said: string } {
    const path = join(folder, 'ledger.jsonl');
    writeFileSync(path, bytes);
    const { status, stdout, stderr } = spawnSync('python3', [judge, path, hash], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}`.trim() };
  }

  test('finds the same head', () => {
    expect(ask(bytesOf(ledger.text), head.hash)).toEqual({
      status: 0,
      said: `OK ${events.length} entries; head ${head.hash}`,
    });
    expect(ask(new Uint8Array(), emptyHead.hash).status).toBe(0);
  });

  test('goes red where a line is edited or cut, and so does the reading', () => {
    const [, second = ''] = lines;
    const edited = withLine(2, second.replace('Post b', 'Post c'));
    expect(ask(bytesOf(edited), head.hash)).toEqual({ status: 1, said: 'BROKEN at line 3' });
    const cut = `${lines.slice(0, -1).join('\n')}\n`;
    expect(ask(bytesOf(cut), head.hash).status).toBe(1);
    expect(breaksOf(cut, { hash: head.hash })).toHaveLength(1);
  });

  test('whatever byte is changed, both go red', () => {
    const bytes = bytesOf(ledger.text);
    const index = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(index, fc.integer({ min: 0, max: 255 }), (at, byte) => {
        fc.pre(bytes[at] !== byte);
        const changed = bytes.with(at, byte);
        expect(breaksOf(changed, head)).not.toEqual([]);
        expect(ask(changed, head.hash).status).not.toBe(0);
      }),
      { numRuns: isLong ? 20 : 5, seed: 5 },
    );
  });
});

test('any change of a byte and any cut is seen', () => {
  const bytes = bytesOf(ledger.text);
  const index = fc.integer({ min: 0, max: bytes.length - 1 });
  fc.assert(
    fc.property(index, fc.integer({ min: 1, max: 255 }), (at, change) => {
      expect(breaksOf(bytes.with(at, (bytes[at] ?? 0) ^ change), head)).not.toEqual([]);
      expect(breaksOf(bytes.subarray(0, at), head)).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});
