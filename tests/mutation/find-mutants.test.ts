import { expect, test } from 'vitest';
import { findMutants } from './find-mutants.ts';
import { instrument } from './instrument.ts';

const printed = (source: string): readonly string[] =>
  findMutants('a.ts', source).map(
    ({ operator, line, original, replacement }) =>
      `${line} ${operator}: ${original}${replacement === undefined ? '' : ` → ${replacement}`}`,
  );

test.each<readonly [string, readonly string[]]>([
  [
    'a < b;',
    ['1 statement removed: a < b;', '1 boundary: a < b → (a) <= (b)', '1 comparison: a < b → (a) >= (b)'],
  ],
  ['x = a === b;', ['1 statement removed: x = a === b;', '1 comparison: a === b → (a) !== (b)']],
  ['const x = a && b;', ['1 logic: a && b → (a) || (b)']],
  ['const x = !a;', ['1 condition: !a → a']],
  ['const x = -a;', ['1 sign: -a → a']],
  ['const x = 7;', ['1 number: 7 → 8']],
  ["const x = 'é';", ["1 string: 'é' → ''"]],
  ["const x = '';", ["1 string: '' → 'mutant'"]],
  ['const x = `a ${b}`;', ["1 string: `a ${b}` → ''"]],
  ['const x = true;', ['1 boolean: true → false']],
  ['const x = a * b;', ['1 arithmetic: a * b → (a) / (b)']],
  ['const x = [...a];', ['1 spread removed: a → []']],
  ['const x = { ...a };', ['1 spread removed: a → {}']],
  ['const x = a.filter(b);', ['1 call removed: a.filter(b) → a']],
  ['const x = a ? b : c;', ['1 condition: a → !(a)']],
  ['function f() { if (a) return; }', ['1 condition: a → !(a)', '1 guard removed: a → false']],
  ['if (a) b();', ['1 condition: a → !(a)', '1 statement removed: b();']],
  [
    'if (a !== b) throw c;',
    ['1 guard removed: a !== b → false', '1 comparison: a !== b → (a) === (b)', '1 throw removed: throw c;'],
  ],
  ['for (const a of b) {\n  continue;\n}', ['2 statement removed: continue;']],
])('%s', (source, mutants) => {
  expect(printed(source)).toEqual(mutants);
});

test.each([
  "import { a } from 'b';",
  "export { a } from 'b';",
  "export * from 'b';",
  "type A = 'b' | 3;",
  "const x: 'a' = b;",
  'const { a: b } = c;',
  "'use strict';",
  "const x = a ?? '';",
  'const x = a?.filter(b);',
])('nothing is done to %s', (source) => {
  expect(printed(source)).toEqual([]);
});

test('a source that does not parse is refused', () => {
  expect(() => findMutants('a.ts', 'const = 3;')).toThrow(/^a\.ts does not parse: /u);
});

const source = `function f() {
  const out = [];
  for (const n of [1, 2, 3]) if (n > 1 && n < 9) out.push('é' + (n + 1));
  while (out.length > 2);
  return out;
}`;

/** What the source gives where one mutant is awake, of those that it has. */
function run(awake: number | undefined): unknown {
  const mutants = findMutants('a.js', source).map((mutant, id) => ({ ...mutant, id }));
  let rounds = 0;
  const loop = (): void => {
    rounds += 1;
    if (rounds > 99) throw new Error('for ever');
  };
  // The source is the one above.
  // eslint-disable-next-line no-new-func
  const body = new Function('__mutant', '__loop', `${instrument('a.js', source, mutants)}\nreturn f();`);
  try {
    return body((id: number) => id === awake, loop);
  } catch (error) {
    return String(error);
  }
}

test('with every mutant asleep a source does what it did', () => {
  expect(run(undefined)).toEqual(['é3', 'é4']);
});

test('each mutant is awake by itself, in others and around others', () => {
  const mutants = findMutants('a.js', source);
  const said = mutants.map(({ operator, original }, id) => `${operator}, ${original}: ${String(run(id))}`);
  expect(said).toMatchInlineSnapshot(`
    [
      "number, 1: Error: for ever",
      "number, 2: é4,é4",
      "number, 3: é3,é5",
      "condition, n > 1 && n < 9: é2",
      "logic, n > 1 && n < 9: Error: for ever",
      "boundary, n > 1: Error: for ever",
      "comparison, n > 1: é2",
      "number, 1: é4",
      "boundary, n < 9: é3,é4",
      "comparison, n < 9: ",
      "number, 9: é3,é4",
      "statement removed, out.push('é' + (n + 1));: ",
      "string, 'é': 3,4",
      "arithmetic, n + 1: é1,é2",
      "number, 1: é4,é5",
      "boundary, out.length > 2: Error: for ever",
      "comparison, out.length > 2: Error: for ever",
      "number, 2: é3,é4",
    ]
  `);
});
