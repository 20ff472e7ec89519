import { inflateSync } from 'node:zlib';

/**
 * A PDF as text, a character for each byte, with what its object streams hold behind it as objects by themselves: for those who
 * look for what it says by an expression.
 */
export function pdfSource(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  const streams = source.matchAll(
    /\/Type \/ObjStm \/N (\d+) \/First (\d+) [^>]*\/Length (\d+)>>\nstream\n/gu,
  );
  const held = [...streams].flatMap(({ index, 0: head, 1: count, 2: first, 3: length }) => {
    const start = index + head.length;
    const data = inflateSync(bytes.subarray(start, start + Number(length))).toString('latin1');
    const places = data.slice(0, Number(first)).trim().split(' ').map(Number);
    return Array.from({ length: Number(count) }, (_, at) => {
      const [number, from = 0, , to] = places.slice(2 * at, 2 * at + 4);
      const end = to === undefined ? undefined : Number(first) + to;
      return `${number} 0 obj\n${data.slice(Number(first) + from, end).trimEnd()}\nendobj\n`;
    });
  });
  return source + held.join('');
}
