import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { builtLibrary } from '../built-library.ts';

/** The largest heap of a process that keeps some megabytes and makes much that it does not keep, told before of a run of so many posts. */
function largestHeap(total: number, nodeVersion = process.versions.node): number {
  const script = `
    const { boundingHeap } = await import(${JSON.stringify(pathToFileURL(join(builtLibrary, 'cli/bound-heap.js')).href)});
    const told = [];
    boundingHeap((event) => told.push(event), ${JSON.stringify(nodeVersion)})({ type: 'run-started', total: ${total} });
    if (told.length !== 1) throw new Error('the event was not told');
    const kept = [];
    let most = 0;
    for (let round = 0; round < 2000; round += 1) {
      kept[round % 400] = Array.from({ length: 3000 }, (_, index) => ({ index, round }));
      most = Math.max(most, process.memoryUsage().heapTotal);
    }
    console.log(most);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return Number(stdout);
}

test('a run of many posts bounds how much the heap grows, one of a few does not, nor one on a Node of which nothing is known', () => {
  const [many, few, unknown] = [largestHeap(1000), largestHeap(10), largestHeap(1000, '99.0.0')];
  expect(many).toBeLessThan(0.9 * few);
  expect(many).toBeLessThan(0.9 * unknown);
}, 180_000);
