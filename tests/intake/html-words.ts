import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Root } from 'mdast';
import type { Block, Document } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import type { InputRecord } from '../../src/intake/input/input-record.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { readPost } from '../../src/posts/read-post.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Text nodes and alternative texts of a page in tree order, made with the parser alone. */
export function streamOf(html: string): string {
  const out: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) out.push(node.value);
    if ('attrs' in node && node.nodeName === 'img')
      out.push(node.attrs.find(({ name }) => name === 'alt')?.value ?? '');
    if (['script', 'style', 'template', 'noscript'].includes(node.nodeName)) return;
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return out.join('');
}

/** The first flaw of a record's spans, or `undefined` where they partition the stream. */
export function partitionFlaw(record: InputRecord): string | undefined {
  let at = 0;
  for (const { start, end, use, field } of record.spans) {
    if (start !== at) return `a span starts at ${start}, not at ${at}`;
    if (end <= start) return `an empty span at ${start}`;
    if ((use === 'field') !== (field !== undefined))
      return `a span at ${start} with use ${use} and field ${field}`;
    at = end;
  }
  return at === record.stream.length ? undefined : `the spans end at ${at} of ${record.stream.length}`;
}

export function wordsOfSpans(record: InputRecord, use = 'body'): readonly string[] {
  const texts = record.spans
    .filter((span) => span.use === use)
    .map(({ start, end }) => record.stream.slice(start, end));
  return splitWords(texts.join(' '));
}

/** The words of a text; a no-break space may be one for layout, which a post does not have. */
export function splitWords(text: string): readonly string[] {
  return text.split(/[\t\n\v\f\r \u00A0]+/u).filter((word) => word !== '');
}

const strings = {
  lang: 'en',
  months: [],
  // Marks of a quotation are words of the product, not of the page.
  words: new Proxy<Record<string, string>>({}, { get: () => '' }),
};

export function readBack(markdown: string): Document {
  const bytes = new TextEncoder().encode(`---\ntitle: "\u{1f}"\nlang: en\n---\n\n${markdown}`);
  const read = readPost(bytes, {
    file: 'post.md',
    path: 'post.md',
    strings: () => strings as never, // Sound: only words are asked for, and the proxy has every one.
    limits: { bytes: 50_000_000, depth: 500, work: 1e12, workPerByte: 0 },
  });
  if (read.value === undefined) throw new Error(`not read: ${JSON.stringify(read.messages)}`);
  return read.value;
}

/** The words of a body as a post, alternative texts included. */
export function wordsOfPost(body: Root): readonly string[] {
  return splitWords(readBack(writeMarkdown(body)).body.map(blockWords).join('\n'));
}

function inlineWords(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return '\n';
    case 'span':
    case 'link':
      return inline.children.map(inlineWords).join('');
    case 'image':
      return ` ${inline.alt ?? ''} `;
    case 'missing-image':
      // Without an alternative text its address is shown.
      return inline.children.map(({ value }) => (value === inline.source ? '' : ` ${value} `)).join('');
    case 'ruby':
      return [...inline.base, ...inline.annotation].map(inlineWords).join('');
    case 'note-reference':
      return '';
  }
}

/** The words of any block: its inline content in the order of the model. */
function blockWords(block: Block): string {
  const lines: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      if (value.length > 0 && value.every(isInline)) lines.push(value.map(inlineWords).join(''));
      else value.forEach(visit);
    } else if (isInline(value)) lines.push(inlineWords(value));
    else if (typeof value === 'object' && value !== null) {
      const parts = Object.entries(value);
      // A table says its caption first, a figure last.
      const isTable = 'type' in value && value.type === 'table';
      const ordered = isTable ? parts.toSorted(([one]) => (one === 'caption' ? -1 : 0)) : parts;
      for (const [key, inner] of ordered) {
        if (key === 'lines' && Array.isArray(inner)) inner.forEach(visit);
        else if (key !== 'place') visit(inner);
      }
    }
  };
  visit(block);
  return lines.join('\n');
}

const inlineTypes = new Set([
  'text',
  'break',
  'span',
  'link',
  'image',
  'missing-image',
  'ruby',
  'note-reference',
]);

function isInline(value: unknown): value is Inline {
  return (
    typeof value === 'object' && value !== null && 'type' in value && inlineTypes.has(String(value.type))
  );
}
