import { readHeaders, type Headers } from './header-lines.ts';
import { CaptureFlaw } from './unpack.ts';

/** A part of a message (RFC 2045): its headers and its bytes, as they are packed. */
export interface MimePart {
  readonly at: number;
  readonly headers: Headers;
  readonly head: string;
  readonly body: Buffer;
}

/** Parts in parts: more levels than programs write that save pages. */
const mostDepth = 8;
const mostParts = 100_000;
const mostHeadBytes = 65_536;

/** The headers of a message or a part, and where its body begins; `undefined` where no empty line ends them. */
export function splitHead(bytes: Buffer): { readonly head: string; readonly end: number } | undefined {
  const start = bytes.subarray(0, mostHeadBytes);
  if (start[0] === 10 || start.toString('latin1', 0, 2) === '\r\n')
    return { head: '', end: start[0] === 10 ? 1 : 2 };
  const ends = ['\r\n\r\n', '\n\n'].flatMap((line) => {
    const at = start.indexOf(line);
    return at < 0 ? [] : [{ at, end: at + line.length }];
  });
  const [first] = ends.toSorted((one, other) => one.at - other.at);
  return first && { head: bytes.toString('utf8', 0, first.at), end: first.end };
}

const parameters = {
  boundary: /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;"]+))/iu,
  start: /;\s*start\s*=\s*(?:"([^"]*)"|([^\s;"]+))/iu,
};

/** A parameter of a `Content-Type` of parts (RFC 2046 §5.1, RFC 2387 §3.2). */
export function parameterOf(value: string, name: keyof typeof parameters): string | undefined {
  const found = parameters[name].exec(value);
  return found?.[1] ?? found?.[2];
}

/**
 * The parts of a message that hold no parts themselves, in their order.
 *
 * @throws CaptureFlaw where it is cut off, nests too deeply or has too many parts.
 */
export function readParts(message: Buffer): readonly MimePart[] {
  const parts: MimePart[] = [];
  const visit = (bytes: Buffer, at: number, depth: number): void => {
    const split = splitHead(bytes);
    if (split === undefined) throw new CaptureFlaw(`The part at byte ${at} is cut off in its headers`);
    const headers = readHeaders(split.head);
    const type = headers.get('content-type') ?? '';
    const body = bytes.subarray(split.end);
    const boundary = /^multipart\//iu.test(type) ? parameterOf(type, 'boundary') : undefined;
    if (boundary === undefined || boundary === '') {
      parts.push({ at, headers, head: split.head, body });
      if (parts.length > mostParts) throw new CaptureFlaw(`The file has more than ${mostParts} parts`);
      return;
    }
    if (depth === mostDepth) throw new CaptureFlaw(`Parts nest more than ${mostDepth} deep`);
    for (const { from, to } of findParts(body, boundary))
      visit(body.subarray(from, to), at + split.end + from, depth + 1);
  };
  visit(message, 0, 0);
  return parts;
}

/** Where parts stand between their boundaries (RFC 2046 §5.1.1); the line end before a boundary belongs to it. */
function findParts(
  body: Buffer,
  boundary: string,
): readonly { readonly from: number; readonly to: number }[] {
  const sign = Buffer.from(`--${boundary}`);
  const found: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (let at = body.indexOf(sign); at >= 0; at = body.indexOf(sign, at + sign.length)) {
    const behind = body.toString('latin1', at + sign.length, at + sign.length + 2);
    if ((at > 0 && body[at - 1] !== 10) || !/^(?:--|\r\n|\n|[ \t])/u.test(behind)) continue;
    if (from !== undefined) found.push({ from, to: Math.max(from, at - (body[at - 2] === 13 ? 2 : 1)) });
    if (behind === '--') return found;
    const line = body.indexOf(10, at + sign.length);
    from = line < 0 ? body.length : line + 1;
  }
  throw new CaptureFlaw('The file is cut off: its last part does not end');
}

/**
 * The bytes of a part without what they were packed in (RFC 2045 §6).
 *
 * @throws CaptureFlaw where that is not known.
 */
export function unpackPart({ headers, body }: MimePart): Buffer {
  const packing = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  switch (packing) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return body;
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return unquoted(body);
    default:
      throw new CaptureFlaw(`The part is packed in a way that is not known: ${packing}`);
  }
}

/** RFC 2045 §6.7: `=` and two digits are a byte, `=` at the end of a line is nothing; what is neither stays. */
function unquoted(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const next = byte === 61 ? body.toString('latin1', at + 1, at + 3) : '';
    if (next.startsWith('\n') || next === '\r\n') {
      at += next === '\r\n' ? 2 : 1;
      continue;
    }
    const isByte = /^[0-9a-f]{2}$/iu.test(next);
    out[length] = isByte ? Number.parseInt(next, 16) : byte;
    length += 1;
    if (isByte) at += 2;
  }
  return out.subarray(0, length);
}
