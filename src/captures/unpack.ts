/** What is wrong with a capture; becomes a message. */
export class CaptureFlaw extends Error {
  override readonly name = 'CaptureFlaw';
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

/**
 * What a packing holds, where it is whole and not too large.
 *
 * @throws CaptureFlaw where it is not.
 */
export function unpack(
  bytes: Uint8Array,
  method: Unpack,
  { what, limit }: { readonly what: string; readonly limit: number },
): Uint8Array {
  try {
    return method(bytes, { maxOutputLength: limit });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const why = tooLarge ? `is larger than ${limit} bytes unpacked` : 'is damaged or cut off';
    throw new CaptureFlaw(`${what} ${why}`, { cause: error });
  }
}
