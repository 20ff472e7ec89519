import { expect, test } from 'vitest';
import { findMutants } from './find-mutants.ts';
import { instrument } from './instrument.ts';

const source = `export function told(n: number, out: string[]): void {
  if (n === 0) out.push('none');
  else if (n > 9) out.push('many');
  else out.push('some');
}
`;

/** What the function tells with one mutant awake, or with none. */
function tell(n: number, awake?: number): readonly string[] {
  const mutants = findMutants('a.ts', source).map((mutant, id) => ({ ...mutant, id }));
  const body = instrument('a.ts', source, mutants)
    .replace('export function told(n: number, out: string[]): void {', '')
    .replace(/\}\s*$/u, '');
  const out: string[] = [];
  const told: unknown = new Function('n', 'out', '__mutant', body)(n, out, (id: number) => id === awake);
  expect(told).toBeUndefined();
  return out;
}

test('with all asleep a source does what it did, whatever stands before an else', () => {
  expect([0, 5, 10].map((n) => tell(n))).toEqual([['none'], ['some'], ['many']]);
});

test('each mutant that is awake can be seen', () => {
  const count = findMutants('a.ts', source).length;
  expect(count).toBeGreaterThan(5);
  const before = JSON.stringify([0, 5, 9, 10].map((n) => tell(n)));
  for (let id = 0; id < count; id += 1)
    expect([id, JSON.stringify([0, 5, 9, 10].map((n) => tell(n, id)))]).not.toEqual([id, before]);
});
