// node tests/bench/floor.mjs POSTS OUTPUTS: reads all posts, and of all outputs inflates, deflates and hashes what they hold: no
// program that makes these files can take less.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';

const [posts = '', outputs = ''] = process.argv.slice(2);
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Packs again what the streams of a PDF hold. */
function packPdf(bytes) {
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at)) {
    const end = bytes.indexOf('\nendstream', at);
    const from = at + 'stream\n'.length;
    at = end < 0 ? bytes.length : end + '\nendstream'.length;
    if (bytes[from] === 0x78) hash(deflateSync(inflateSync(bytes.subarray(from, end))));
  }
}

for (const name of readdirSync(posts)) hash(readFileSync(join(posts, name)));
for (const name of readdirSync(outputs)) {
  const bytes = readFileSync(join(outputs, name));
  if (name.endsWith('.pdf')) packPdf(bytes);
  if (name.endsWith('.epub')) zipSync(unzipSync(bytes));
  hash(bytes);
}
