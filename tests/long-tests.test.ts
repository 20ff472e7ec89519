import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longTests } from './long-tests.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const [, chapter = ''] = /^## Short and long$([^]*?)^## /mu.exec(readme) ?? [];

test('tests/README.md says of each file that has a long form what that is', () => {
  const told = [...chapter.matchAll(/^\| `(tests\/[^`]+)` \|/gmu)].map(([, path]) => path);
  expect(told.length).toBeGreaterThan(0);
  expect(told.toSorted()).toEqual(longTests);
});
