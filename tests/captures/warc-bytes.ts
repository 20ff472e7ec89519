/** The address of the page that records are of where nothing else is said. */
export const url = 'https://www.example.gov/notice';
/** When they were captured. */
export const on = '2025-03-13T23:46:02Z';

/** What a record says besides its block. */
export interface RecordParts {
  readonly type?: string;
  readonly target?: string;
  readonly contentType?: string;
  readonly headers?: string;
  readonly length?: number;
  readonly on?: string;
}

/** A record of a WARC. */
export function record(block: Uint8Array | string, parts: RecordParts = {}): Buffer {
  const { type = 'response', target = url, contentType = 'application/http; msgtype=response' } = parts;
  const bytes = Buffer.from(block);
  const head =
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${target}\r\nWARC-Date: ${parts.on ?? on}\r\n` +
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nContent-Type: ${contentType}\r\n` +
    `${parts.headers ?? ''}Content-Length: ${parts.length ?? bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

/** What a server answers. */
export function http(
  body: Uint8Array | string,
  headers = '',
  { status = '200 OK', type = 'text/html; charset=utf-8' } = {},
): Buffer {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** A body in two chunks. */
export function chunked(body: Uint8Array | string): Buffer {
  const bytes = Buffer.from(body);
  const cut = Math.floor(bytes.length / 2);
  const chunks = [bytes.subarray(0, cut), bytes.subarray(cut), Buffer.alloc(0)];
  return Buffer.concat(
    chunks.flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]),
  );
}

/** A record of a picture as its server sent it. */
export function picture(target: string, body: Uint8Array | string, headers = ''): Buffer {
  return record(http(body, headers, { type: 'image/png' }), { target });
}
