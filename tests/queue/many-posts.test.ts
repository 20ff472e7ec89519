import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isLong } from '../how-long.ts';
import { noRedis } from './servers.ts';
import { asNear, bytesIn, localBuild, smallPosts, withoutProgress, world } from './world.ts';

const isSkipped = noRedis !== undefined || !isLong;
if (isSkipped)
  console.log(`tests/queue/many-posts.test.ts is skipped: ${noRedis ?? 'it is for the long form'}`);

/** Beside the checkout, where there are any. */
const corpus = join(import.meta.dirname, '../../../shared/corpora/posts-whitehouse');

/** So many posts: those of a corpus, and of a few words until there are enough. */
function manyPosts(count: number): Readonly<Record<string, string | Uint8Array>> {
  const names = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }) : [];
  const found = names.filter((name) => name.endsWith('.md')).slice(0, 60);
  const posts = found.map((name, index) => [`posts/c${index}.md`, readFileSync(join(corpus, name))] as const);
  return { ...Object.fromEntries(posts), ...smallPosts(count - posts.length) };
}

test.skipIf(isSkipped)(
  '2,000 posts over three workers, one of which is killed: each file once and right',
  async () => {
    const at = await world(manyPosts(2000));
    const workers = [at.worker(), at.worker(), at.worker()];
    const run = at.startBuild(['--json']);
    let done = 0;
    at.events.on('completed', () => {
      done += 1;
      if (done === 300) workers[0]?.child.kill('SIGKILL');
    });
    const far = await run.ended;
    const near = await localBuild(at.cwd, ['--json']);
    expect(done).toBeGreaterThanOrEqual(2000);
    expect(JSON.parse(asNear(far).out)).toEqual(JSON.parse(near.out));
    expect(withoutProgress(asNear(far)).code).toBe(near.code);
    const [farBytes, nearBytes] = [await bytesIn(join(at.cwd, 'far')), await bytesIn(join(at.cwd, 'near'))];
    expect(Object.keys(farBytes)).toEqual(Object.keys(nearBytes));
    expect(Object.entries(farBytes).filter(([path, bytes]) => nearBytes[path] !== bytes)).toEqual([]);
  },
);
