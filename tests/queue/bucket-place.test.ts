import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ResourceError } from '../../src/diagnostics/errors.ts';
import { sha256Of } from '../../src/files/digest.ts';
import { openContentStore } from '../../src/queue/content-store.ts';
import { project } from '../publish/cached-project.ts';
import { end, freePort, motoPython, noMoto, noRedis, startServer } from './servers.ts';
import { asNear, bytesIn, localBuild, withoutProgress, world } from './world.ts';

if (noMoto !== undefined) console.log(`tests/queue/bucket-place.test.ts is skipped: ${noMoto}`);

const words = Buffer.from('words');
const digest = sha256Of(words);
const key = `some/place/sha256/${digest.slice(0, 2)}/${digest.slice(2)}`;

describe.skipIf(noMoto !== undefined)('a bucket', () => {
  let server: ChildProcess;
  let client: S3Client;

  beforeAll(async () => {
    const port = await freePort();
    vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${port}`);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'someone');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'their-secret');
    vi.stubEnv('AWS_REGION', 'us-east-1');
    server = await startServer(motoPython, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', `${port}`], port);
    client = new S3Client({ forcePathStyle: true });
    await client.send(new CreateBucketCommand({ Bucket: 'shelf' }));
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    client.destroy();
    await end(server);
  });

  test('bytes are kept by their digest below the prefix, and come back', async () => {
    const store = await openContentStore('s3://shelf/some/place/');
    expect(await store.get(digest)).toBeUndefined();
    expect(await store.put(words)).toBe(digest);
    expect(await store.put(words)).toBe(digest);
    expect(Buffer.from((await store.get(digest)) ?? [])).toEqual(words);
    expect(await (await openContentStore('s3://shelf')).get(digest)).toBeUndefined();
  });

  test.each([
    ['of another length', Buffer.from('no words')],
    ['of the same length', Buffer.from('sword')],
  ])('an object with other bytes %s is noticed, and made again', async (_, damaged) => {
    const store = await openContentStore('s3://shelf/some/place');
    await client.send(new PutObjectCommand({ Bucket: 'shelf', Key: key, Body: damaged }));
    expect(await store.get(digest)).toBeUndefined();
    await store.put(words);
    expect(Buffer.from((await store.get(digest)) ?? [])).toEqual(words);
  });

  test.skipIf(noRedis !== undefined)('a build by a queue with a bucket is a local one', async () => {
    const at = await world(project, 's3://shelf/built');
    at.worker();
    const said = await at.startBuild().ended;
    // The SDK tells which versions of Node it will not support one day.
    const far = {
      ...said,
      err: said.err.replace(/\(node:\d+\) Warning: NodeVersion[^]*?was created\)\n/u, ''),
    };
    const near = await localBuild(at.cwd);
    expect(asNear(withoutProgress(far))).toEqual(withoutProgress(near));
    expect(await bytesIn(join(at.cwd, 'far'))).toEqual(await bytesIn(join(at.cwd, 'near')));
  });

  test('a bucket that is not there fails, and nothing secret is told', async () => {
    const store = await openContentStore('s3://nowhere/x');
    const error = await store.put(words).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ResourceError);
    expect(String(error)).toBe('ResourceError: Cannot reach s3://nowhere/x (NoSuchBucket)');
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
