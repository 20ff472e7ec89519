import { expect, test } from 'vitest';
import { exhaustedBy } from '../../src/publish/exhausted.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const endless = (depth: number): number => endless(depth + 1) + 1;

test.each([
  ['the call stack', () => endless(0), 'stack'],
  ['bytes', () => new Uint8Array(2 ** 52), undefined],
  ['bytes that are not there', () => new ArrayBuffer(2 ** 46), 'memory'],
  ['WebAssembly', () => new WebAssembly.Memory({ initial: 1, maximum: 1 }).grow(1), 'memory'],
  ['a list', () => Array.from({ length: -1 }).at(0), undefined],
  ['numbers', () => (1).toFixed(101), undefined],
])('what the engine says where it has no more of %s is known', (_, work, what) => {
  expect(exhaustedBy(thrownBy(work))).toBe(what);
});

test('a thread that had no memory left says so', () => {
  expect(exhaustedBy(Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))).toBe('memory');
});
