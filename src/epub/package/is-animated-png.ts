const signatureLength = 8;
// Length, type and checksum stand around the data of a chunk.
const chunkOverhead = 12;

/** Whether a PNG file has more than one frame: an `acTL` chunk before the first `IDAT` (PNG 3 §11.3.6). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = signatureLength;
  while (position + chunkOverhead <= bytes.length) {
    const type = Buffer.from(bytes.subarray(position + 4, position + 8)).toString('latin1');
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    position += chunkOverhead + view.getUint32(position);
  }
  return false;
}
