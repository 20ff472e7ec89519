import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { inspectAvif } from '../../src/assets/inspect-avif.ts';

test('without its package an AVIF is refused with what installs it', async () => {
  const bytes = await readFile(new URL('fixtures/still.avif', import.meta.url));
  expect(await inspectAvif(bytes, { imagePixels: 1200 }, async () => undefined)).toEqual({
    state: 'unsupported',
    why: 'AVIF, for which a package is missing: npm install @jsquash/avif',
  });
});
