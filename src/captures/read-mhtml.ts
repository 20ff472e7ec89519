import type { ByteSource } from './byte-source.ts';
import { readHeaders, type Headers } from './header-lines.ts';
import { parameterOf, readParts, splitHead, unpackPart, type MimePart } from './mime-parts.ts';
import { readContentType, type Resource } from './resource.ts';
import { CaptureFlaw } from './unpack.ts';

/** So large may a page with all its pictures be that is saved in one file. */
const mostBytes = 200_000_000;

/** Whether a file begins as MHTML does (RFC 2557): headers of a message whose parts belong together. */
export async function isMhtml(source: ByteSource): Promise<boolean> {
  const start = await source.read(0, 65_536);
  if (!/^[A-Za-z][A-Za-z0-9-]*:/u.test(start.toString('latin1', 0, 100))) return false;
  const split = splitHead(start);
  const headers = readHeaders(split?.head ?? '');
  const type = headers.get('content-type') ?? '';
  // Some programs leave the version out.
  const isMessage = headers.has('mime-version') || parameterOf(type, 'boundary') !== undefined;
  return isMessage && /^multipart\/(?:related|mixed)\b/iu.test(type);
}

/**
 * The parts of a page that was saved as MHTML: the page first named, then what it shows. Other pages in it are its frames.
 *
 * @throws CaptureFlaw where it is cut off or too large.
 */
export async function* readMhtml(source: ByteSource): AsyncGenerator<Resource> {
  if (source.size > mostBytes)
    throw new CaptureFlaw(`The file has ${source.size} bytes, more than ${mostBytes}`);
  const message = await source.read(0, source.size);
  const split = splitHead(message);
  const head = split?.head ?? '';
  const headers = readHeaders(head);
  yield headOf(head);
  const parts = readParts(message);
  const root = rootOf(parts, parameterOf(headers.get('content-type') ?? '', 'start'));
  for (const part of parts) yield resourceOf(part, { headers, root });
}

function headOf(head: string): Resource {
  return {
    role: 'about',
    address: '',
    type: '',
    place: 'the headers of the file',
    heads: () => Promise.resolve(head),
    body: () => Promise.resolve(new Uint8Array()),
  };
}

function isHtml({ headers }: MimePart): boolean {
  const { type } = readContentType(headers.get('content-type') ?? '');
  return /^(?:text\/html|application\/xhtml\+xml)$/u.test(type);
}

function rootOf(parts: readonly MimePart[], start: string | undefined): MimePart | undefined {
  const named = parts.find(({ headers }) => start !== undefined && headers.get('content-id') === start);
  return named ?? parts.find(isHtml);
}

function resourceOf(
  part: MimePart,
  { headers, root }: { readonly headers: Headers; readonly root: MimePart | undefined },
): Resource {
  const { type, charset } = readContentType(part.headers.get('content-type') ?? 'text/plain');
  const on = headers.get('date');
  const page = headers.get('snapshot-content-location') ?? headers.get('content-location');
  const isRoot = part === root;
  return {
    role: 'content',
    address: addressOf(part.headers, { page, isRoot }),
    ...(on !== undefined && { on }),
    type,
    ...(charset !== undefined && { charset }),
    ...(isHtml(part) && !isRoot && { isFrame: true as const }),
    place: `the part at byte ${part.at}`,
    heads: () => Promise.resolve(part.head),
    // Thrown where it is asked for, as all flaws of bodies are.
    // oxlint-disable-next-line require-await
    body: async (limit) => {
      const body = unpackPart(part);
      if (body.length > limit) throw new CaptureFlaw(`The part has ${body.length} bytes, more than ${limit}`);
      return body;
    },
  };
}

function addressOf(
  headers: Headers,
  { page, isRoot }: { readonly page: string | undefined; readonly isRoot: boolean },
): string {
  const location = headers.get('content-location') ?? (isRoot ? page : undefined);
  if (location !== undefined) return URL.canParse(location, page) ? new URL(location, page).href : location;
  const id = headers.get('content-id')?.replace(/^<|>$/gu, '');
  return id === undefined ? '' : `cid:${id}`;
}
