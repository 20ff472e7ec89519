import { createHash } from 'node:crypto';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import type { BytePlace } from './content-store.ts';
import { loadPackages } from './load-packages.ts';

/**
 * A bucket of S3, or of what speaks as it does. Endpoint, region and credentials are those of the environment, as the SDK of AWS
 * reads them; an endpoint of one's own is asked for the bucket by path.
 *
 * @throws UsageError where the package is not installed, or the address names no bucket.
 */
export async function bucketPlace({ hostname: bucket, pathname }: URL): Promise<BytePlace> {
  if (bucket === '') throw new UsageError('--store-url takes s3://bucket/prefix');
  const sdk = await loadPackages(['@aws-sdk/client-s3'], () => import('@aws-sdk/client-s3'));
  const { env } = process;
  const hasEndpoint = (env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'] ?? '') !== '';
  const client = new sdk.S3Client({
    forcePathStyle: hasEndpoint,
    ...(env['AWS_REGION'] === undefined && { region: env['AWS_DEFAULT_REGION'] ?? 'us-east-1' }),
  });
  const prefix = pathname.split('/').filter(Boolean).join('/');
  const keyOf = (name: string): string => (prefix === '' ? name : `${prefix}/${name}`);
  const shown = `s3://${bucket}/${prefix}`;
  const failed = (cause: unknown): ResourceError => {
    // Its message may hold what a server says; its name says enough, and holds nothing secret.
    const why = cause instanceof Error ? cause.name : 'unknown';
    return new ResourceError(`Cannot reach ${shown} (${why})`, { path: shown });
  };
  return {
    shown,
    holds: async (name, bytes) => {
      try {
        const at = { Bucket: bucket, Key: keyOf(name), ChecksumMode: 'ENABLED' } as const;
        const { ContentLength, ChecksumSHA256 } = await client.send(new sdk.HeadObjectCommand(at));
        // The server counted it over what it holds.
        return ContentLength === bytes.length && ChecksumSHA256 === base64DigestOf(bytes);
      } catch (error) {
        if (saysNoKey(error)) return false;
        throw failed(error);
      }
    },
    write: async (name, bytes) => {
      try {
        const at = { Bucket: bucket, Key: keyOf(name), Body: bytes, ContentLength: bytes.length };
        await client.send(new sdk.PutObjectCommand({ ...at, ChecksumSHA256: base64DigestOf(bytes) }));
      } catch (error) {
        throw failed(error);
      }
    },
    read: async (name) => {
      try {
        const found = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(name) }));
        return await found.Body?.transformToByteArray();
      } catch (error) {
        if (saysNoKey(error)) return undefined;
        throw failed(error);
      }
    },
  };
}

function base64DigestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

function saysNoKey(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}
