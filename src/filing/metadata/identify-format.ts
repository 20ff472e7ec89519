import { formatNames, type KnownPuid } from './format-ids.ts';

/** What the bytes of a file are. */
export interface FormatIdentity {
  readonly puid: KnownPuid;
  readonly mediaType: string;
}

/**
 * The format of a file, as PRONOM's signatures would say, decided from its bytes; for texts the end of the name decides which
 * text they are. `undefined` where neither is sure. `bytes` may be the beginning of a large file of `size` bytes: what must
 * be seen whole (PNG, PDF, texts) is then not identified.
 */
export function identifyFormat(
  path: string,
  bytes: Uint8Array,
  size: number = bytes.length,
): FormatIdentity | undefined {
  const file = { extension: extensionOf(path), bytes, whole: bytes.length === size };
  const puid = binaryFormat(file) ?? (file.whole ? textFormat(file) : undefined);
  return puid && { puid, mediaType: formatNames[puid].mediaType };
}

interface FileBytes {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
}

function binaryFormat({ bytes, whole }: FileBytes): KnownPuid | undefined {
  const head = latin1(bytes.subarray(0, 64));
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return whole ? pngFormat(bytes) : undefined;
  if (head.startsWith('\xff\xd8\xff')) return jpegFormat(bytes);
  if (head.startsWith('%PDF-1.7')) return whole ? pdfFormat(bytes) : undefined;
  // The mimetype is the first file and not compressed (EPUB OCF 3.3 §4.3).
  if (head.startsWith('PK\x03\x04') && head.startsWith('mimetypeapplication/epub+zip', 30)) return 'fmt/483';
  if (head.startsWith('GIF87a')) return 'fmt/3';
  if (head.startsWith('GIF89a')) return 'fmt/4';
  if (head.startsWith('RIFF') && head.startsWith('WEBPVP8', 8)) return webpFormats[head[15] ?? ''];
  // Not one that moves (`avis`), which PRONOM has no signature for.
  if (head.startsWith('ftypavif', 4)) return 'fmt/2062';
  if (head.startsWith('\x1f\x8b\x08')) return 'x-fmt/266';
  if (head.startsWith('WARC/1.0\r\n')) return 'fmt/1355';
  if (head.startsWith('WARC/1.1\r\n')) return 'fmt/1281';
  return undefined;
}

const webpFormats: Readonly<Record<string, KnownPuid>> = { ' ': 'fmt/566', L: 'fmt/567', X: 'fmt/568' };

/** PRONOM tells versions of PNG by the chunks that each brought. */
function pngFormat(bytes: Uint8Array): KnownPuid | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Set<string>();
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    chunks.add(latin1(bytes.subarray(at + 4, at + 8)));
  }
  // A moving picture (acTL) is another format, told apart by more than its chunks.
  if (!chunks.has('IEND') || chunks.has('acTL')) return undefined;
  if (chunks.has('iTXt')) return 'fmt/13';
  return ['iCCP', 'sPLT', 'sRGB'].some((name) => chunks.has(name)) ? 'fmt/12' : 'fmt/11';
}

const jfifVersions: Readonly<Record<string, KnownPuid>> = {
  '\x01\x00': 'fmt/42',
  '\x01\x01': 'fmt/43',
  '\x01\x02': 'fmt/44',
};

const exifVersions: Readonly<Record<string, KnownPuid>> = {
  '0200': 'x-fmt/398',
  '0210': 'x-fmt/390',
  '0220': 'x-fmt/391',
  '0221': 'fmt/645',
  '0230': 'fmt/1507',
  '0231': 'fmt/1507',
  '0232': 'fmt/1507',
};

/** By what stands first in it, JFIF or Exif; a stream with neither is not identified. */
function jpegFormat(bytes: Uint8Array): KnownPuid | undefined {
  const head = latin1(bytes.subarray(0, 65_540));
  if (head.startsWith('\xff\xe0', 2) && head.startsWith('JFIF\0', 6)) return jfifVersions[head.slice(11, 13)];
  if (!head.startsWith('\xff\xe1', 2) || !head.startsWith('Exif\0\0', 6)) return undefined;
  const segment = head.slice(0, 4 + head.charCodeAt(4) * 256 + head.charCodeAt(5));
  // Tag 0x9000, type 7 (undefined), four bytes, in either byte order (Exif 2.32 §4.6.5).
  // oxlint-disable-next-line no-control-regex -- bytes are what this looks for
  const version = /(?:\x90\x00\x00\x07\x00\x00\x00\x04|\x00\x90\x07\x00\x04\x00\x00\x00)(\d{4})/u.exec(
    segment,
  );
  return exifVersions[version?.[1] ?? ''];
}

/** By what its XMP says; a part of PDF/A that we do not write is not identified. */
function pdfFormat(bytes: Uint8Array): KnownPuid | undefined {
  const text = latin1(bytes);
  // What is longer than a sign is none that we write: no end of it is looked for.
  const part = /pdfaid:part(?:>|=")(?:([^<"])[<"])?/u.exec(text)?.[1];
  const conformance = /pdfaid:conformance(?:>|=")(?:([^<"])[<"])?/u.exec(text)?.[1];
  if (part === '2' && conformance === 'A') return 'fmt/476';
  if (text.includes('pdfaid:')) return undefined;
  return /pdfuaid:part(?:>|=")1[<"]/u.test(text) ? 'fmt/2050' : 'fmt/276';
}

const texts: Readonly<Record<string, KnownPuid>> = {
  md: 'fmt/1149',
  markdown: 'fmt/1149',
  mkd: 'fmt/1149',
  qmd: 'fmt/1149',
  rmd: 'fmt/1149',
  csv: 'x-fmt/18',
  yaml: 'fmt/818',
  yml: 'fmt/818',
  css: 'x-fmt/224',
  txt: 'x-fmt/111',
  ejs: 'x-fmt/111',
};

function textFormat({ extension, bytes }: FileBytes): KnownPuid | undefined {
  const text = utf8(bytes);
  if (text === undefined || text.includes('\0')) return undefined;
  switch (extension) {
    case 'json':
      return isJson(text) ? 'fmt/817' : undefined;
    case 'jsonld':
      return isJson(text) ? 'fmt/880' : undefined;
    case 'xml':
      return text.startsWith('<?xml version="1.0"') ? 'fmt/101' : undefined;
    case 'svg':
      return svgFormat(text);
    case 'html':
    case 'htm':
      return /^<!doctype html>/iu.test(text) ? 'fmt/471' : undefined;
    default:
      return Object.hasOwn(texts, extension) ? texts[extension] : undefined;
  }
}

/** An SVG that says its version; what PRONOM's signature of 1.0 finds may as well be of any other, or of none. */
function svgFormat(text: string): KnownPuid | undefined {
  const start = text.startsWith('<?xml version="1.0"') ? text.indexOf('<svg') : -1;
  const version = start < 0 ? -1 : text.indexOf('version="1.1"', start);
  return version >= 0 && text.includes('svg>', version) ? 'fmt/92' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One character a byte. Not `TextDecoder`: its latin1 is windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
