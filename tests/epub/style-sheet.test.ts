import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const shipped = readFileSync('templates/epub/style.css', 'utf8');

/** The rules whose type is larger than that around it and stays so however large that is. */
function alwaysLarger(css: string): readonly string[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)]
    .filter(([, , body = '']) => {
      const sizes = [...body.matchAll(/font-size:\s*([^;]+);/gu)].map(([, size = '']) => size);
      return sizes.some((size) => parseFloat(size) > 1) && !sizes.at(-1)?.startsWith('clamp(1em, ');
    })
    .map(([, selectors = '']) => selectors.replace(/\/\*.*\*\//su, '').trim());
}

test('nothing is larger than text that is as large as the screen lets it', () => {
  expect(alwaysLarger(shipped)).toEqual([]);
});

test('a heading that grows with the text would be found', () => {
  expect(alwaysLarger(`${shipped}\nh2 {\n  font-size: 1.5em;\n}\n`)).toEqual(['h2']);
});
