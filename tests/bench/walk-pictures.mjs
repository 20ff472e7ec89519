// Prints the CPU time, in ms for each megapixel, that it takes to see whether pictures are whole: of the files named, or of a
// JPEG and a PNG made of the same picture over and over.
import { readFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
import { inspectImage } from '../../dist/lib/assets/inspect-image.js';

const limits = { imagePixels: 100_000_000 };
const files = process.argv.slice(2);

if (files.length === 0) {
  console.log(JSON.stringify({ jpeg: await perMegapixel(highJpeg()), png: await perMegapixel(highPng()) }));
}
for (const file of files) {
  console.log(`${file}: ${(await perMegapixel(readFileSync(file))).toFixed(1)} ms CPU per megapixel`);
}

async function perMegapixel(bytes) {
  let least = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const before = process.cpuUsage();
    const image = await inspectImage(bytes, limits);
    const { user, system } = process.cpuUsage(before);
    if (image.state !== 'good') throw new Error(image.why);
    least = Math.min(least, (user + system) / 1000 / ((image.widthPx * image.heightPx) / 1e6));
  }
  return least;
}

/** The coded bytes of a picture of 70 × 54 pixels 1,000 times, with restarts between: 20 units of 16 × 16 pixels each. */
function highJpeg() {
  const photo = readFileSync(new URL('../assets/fixtures/photo.jpg', import.meta.url));
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  const scan = photo.indexOf(Buffer.from([0xff, 0xda]));
  const head = Buffer.from(photo.subarray(0, scan));
  head.writeUInt16BE(64_000, frame + 5);
  const [header, coded] = [photo.subarray(scan, scan + 14), photo.subarray(scan + 14, -2)];
  const restarts = Buffer.from([0xff, 0xdd, 0, 4, 0, 20]);
  const all = Array.from({ length: 1000 }, (_, index) => [coded, Buffer.from([0xff, 0xd0 + (index & 7)])]);
  return Buffer.concat([head, restarts, header, ...all.flat(), Buffer.from([0xff, 0xd9])]);
}

/** A grey picture of 2,000 × 2,000 pixels with 32 shades, without chance. */
function highPng() {
  const rows = Buffer.alloc(2001 * 2000);
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = at % 2001 === 0 ? 0 : Math.imul(at >> 1, 2654435761) >>> 27;
  const header = Buffer.from('000007d0000007d00800000000', 'hex');
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
