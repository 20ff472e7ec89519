import { expect, test, vi } from 'vitest';

test('the rasteriser is had where somebody else of the process has begun it', async () => {
  const first = await import('../../src/svg/load-resvg.ts');
  await first.loadResvg();
  vi.resetModules();
  const second = await import('../../src/svg/load-resvg.ts');
  expect(second.loadResvg).not.toBe(first.loadResvg);
  const { Resvg } = await second.loadResvg();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2" fill="red"/></svg>';
  expect(new Resvg(svg).render().width).toBe(2);
});
