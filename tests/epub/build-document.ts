import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { parse } from 'yaml';
import type { Asset, Assets } from '../../src/document/asset.ts';
import type { Block, Document, Heading, Paragraph, Section } from '../../src/document/document.ts';
import type { Inline, Text } from '../../src/document/inline.ts';
import { numberTexts } from '../../src/document/number-texts.ts';
import type { PostMetadata } from '../../src/document/post-metadata.ts';
import { stringKeys, type StringKey, type Strings } from '../../src/document/strings.ts';

/** Parts of documents for tests, as the reader of posts would make them. */
export function text(value: string): Text {
  return { type: 'text', value, offset: 0 };
}

/** Strings become texts. */
export function inlines(...parts: readonly (Inline | string)[]): readonly Inline[] {
  return parts.map((part) => (typeof part === 'string' ? text(part) : part));
}

export function paragraph(...parts: readonly (Inline | string)[]): Paragraph {
  return { type: 'paragraph', children: inlines(...parts) };
}

export function heading(level: number, id: string, ...parts: readonly (Inline | string)[]): Heading {
  return { type: 'heading', level, id, children: inlines(...parts) };
}

export function section(title: Heading, ...children: readonly Block[]): Section {
  return { type: 'section', heading: title, children };
}

export interface DocumentParts {
  readonly metadata?: Partial<PostMetadata>;
  readonly titleBlock?: readonly Block[];
  readonly body: readonly Block[];
}

export function buildDocument(parts: DocumentParts): Document {
  const metadata: PostMetadata = {
    title: 'A post',
    lang: 'en-US',
    authors: [],
    subjects: [],
    slug: 'a-post',
    otherLanguages: [],
    ...parts.metadata,
  };
  const sha256 = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const titleBlock = parts.titleBlock ?? [heading(1, 'title', metadata.title)];
  return numberTexts({ file: 'posts/a-post.md', sha256, metadata, titleBlock, body: parts.body }).document;
}

/** The English words of the product. */
export function readEnglish(): Strings {
  const value: unknown = parse(
    readFileSync(new URL('../../templates/strings/en.yaml', import.meta.url), 'utf8'),
  );
  const words = Reflect.get(Object(value), 'words') as unknown;
  const entries = stringKeys.map((key): [StringKey, string] => [
    key,
    String(Reflect.get(Object(words), key)),
  ]);
  // `fromEntries` forgets which keys it was given; they are all of `stringKeys`.
  return { lang: 'en', months: [], words: Object.fromEntries(entries) as Record<StringKey, string> };
}

/** A grey PNG of one colour. */
export function pngAsset(id: string, widthPx: number, heightPx: number): Asset {
  const rows = Buffer.alloc((widthPx + 1) * heightPx, 0xb0);
  for (let row = 0; row < heightPx; row += 1) rows[row * (widthPx + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const bytes = Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id, mediaType: 'image/png', widthPx, heightPx, orientation: 1, sha256, bytes };
}

export function assetsOf(...assets: readonly Asset[]): Assets {
  return new Map(assets.map((asset) => [asset.id, asset]));
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
