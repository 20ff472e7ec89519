import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import type { Hits, Order } from './session.ts';

/** Runs in each worker before the sources: brings what `instrument` writes into them. */
const folder = process.env['TAGLEAF_MUTATION'] ?? '';
// The file is written by the session, which alone decides what is run.
const order = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8')) as Order;
writeFileSync(join(folder, 'worker.pid'), String(process.pid));

/** So often a loop may go round with a mutant awake, in all: no test comes near. */
const mostRounds = 20_000_000;
let rounds = 0;
let current = '';
const hits = new Map<string, Set<number>>();

Object.assign(globalThis, {
  __mutant: (id: number): boolean => {
    if (order.do === 'wake') return id === order.id;
    const ids = hits.get(current) ?? new Set();
    hits.set(current, ids.add(id));
    return false;
  },
  __loop: (): void => {
    rounds += 1;
    if (order.do === 'wake' && rounds > mostRounds) throw new Error('The mutant loops for ever');
  },
});

beforeEach(({ task }) => {
  current = fullName(task);
});
afterEach(() => {
  current = '';
});
afterAll(() => {
  const file = expect.getState().testPath;
  if (order.do !== 'watch' || file === undefined) return;
  const found: Hits = {
    file,
    tests: [...hits].map(([name, ids]) => ({ name, ids: [...ids] })),
  };
  const name = createHash('sha256').update(file).digest('hex');
  writeFileSync(join(folder, `hits-${name}.json`), JSON.stringify(found));
});

interface Named {
  readonly name: string;
  readonly suite?: Named | undefined;
}

/** As vitest joins it for patterns. */
function fullName({ name, suite }: Named): string {
  return suite === undefined ? name : `${fullName(suite)} ${name}`;
}
