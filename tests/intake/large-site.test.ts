import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { http, picture, record } from '../captures/warc-bytes.ts';
import { isLong } from '../how-long.ts';
import { takeInFiles } from './take-in-files.ts';

const site = 'https://www.example.gov';
const count = isLong ? 10_000 : 200;

function page(at: number): Buffer {
  const body = `<h1>Notice ${at}</h1><p>Posted: March 4, 2013</p><p>Words of notice ${at}.</p><p><img src="/${at % 50}.png" alt="A leaf"></p>`;
  const html = `<!doctype html><html lang="en"><title>Notice ${at}</title><main>${body}</main></html>`;
  return record(http(html), { target: `${site}/n/${at}` });
}

test(`a site of ${count} pages is accounted for to its last address`, async () => {
  const parts = Array.from({ length: count }, (_, at) => [
    page(at),
    ...(at < 50 ? [picture(`${site}/${at}.png`, `png ${at}`)] : []),
    ...(at % 10 === 0
      ? [record(http('', `Location: /n/${at}\r\n`, { status: '301 Moved' }), { target: `${site}/old/${at}` })]
      : []),
  ]).flat();
  const { report } = await takeInFiles(
    { 'site.warc.gz': Buffer.concat(parts.map((part) => gzipSync(part, { level: 1 }))) },
    { dryRun: true },
  );
  const captured = parts.map((part) => /^WARC-Target-URI: (.*)\r$/mu.exec(part.toString())?.[1]);
  expect(report.addresses.map(({ address }) => address)).toEqual(captured);
  const counts = new Map<string, number>();
  for (const { outcome } of report.addresses) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({ post: count, picture: 50, 'not a page': count / 10 });
  const posts = report.addresses.flatMap(({ outcome, post }) => (outcome === 'post' ? [post] : []));
  expect(new Set(posts)).toEqual(new Set(report.rows.map(({ post }) => post)));
  expect(new Set(posts).size).toBe(count);
});
