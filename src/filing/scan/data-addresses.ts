/** What a page holds in an address of its own (RFC 2397). */
export interface HeldData {
  readonly type: string;
  readonly bytes: Uint8Array;
}

const dataAddress = /data:([a-z]+\/[a-z0-9.+-]+)((?:;[a-z]+=[^:;,"'\s]{0,40})*)(;base64)?,([^"'\s<>)]+)/giu;

/** What stands in `data:` addresses of a page: programs that save pages into one file put their pictures there. */
export function heldData(text: string): readonly HeldData[] {
  return [...text.matchAll(dataAddress)].map(([, type = '', , packed, data = '']) => ({
    type: type.toLowerCase(),
    bytes: packed === undefined ? percentDecoded(data) : Buffer.from(data, 'base64'),
  }));
}

function percentDecoded(data: string): Uint8Array {
  const bytes = data.replace(/%([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
