import { readAssets } from '../../src/assets/read-assets.ts';
import type { FoundFile } from '../../src/project/find-files.ts';
import { readStrings } from '../../src/project/read-strings.ts';
import { defaultLimits } from '../../src/project/resolve-settings.ts';
import type { Renderer, Stages } from '../../src/publish/stages.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { reportRule } from '../../src/diagnostics/report-rule.ts';
import type { Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/plain-text.ts';

/** A document of one paragraph. A first line `slug: x` gives the slug; each later `![alt](id)` line is a picture. */
export function fakeDocument(text: string, post: Pick<FoundFile, 'file' | 'path'>): Document {
  const slug = /^slug: (.*)$/mu.exec(text)?.[1] ?? post.path.replace(/^.*\/|\.\w+$/gu, '');
  const images = [...text.matchAll(/!\[(.*?)\]\((.*?)\)/gu)].map(([, alt = '', source = '']) => ({
    type: 'image' as const,
    imageId: source,
    source,
    alt,
    decorative: false,
  }));
  return {
    file: post.file,
    sha256: '0'.repeat(64),
    metadata: { title: slug, authors: [], subjects: [], slug, otherLanguages: [] },
    titleBlock: [],
    body: [{ type: 'paragraph', children: [{ type: 'text', value: text, offset: 0 }, ...images] }],
  };
}

/** Stages whose "publications" are the document's words, so that the build can be tested without the renderers. */
export async function fakeStages(changes: Partial<Stages> = {}): Promise<Stages> {
  return {
    strings: await readStrings(undefined),
    readPost: (bytes, post) => {
      const text = Buffer.from(bytes).toString('utf8');
      const messages: Message[] = text.includes('BAD')
        ? [reportRule('lang-missing', { reason: 'No language', file: post.file })]
        : [];
      if (text === '')
        return {
          value: undefined,
          messages: [reportRule('file-empty', { reason: 'Empty', file: post.file })],
        };
      return { value: fakeDocument(text, post), messages };
    },
    readAssets: (document, root) => readAssets(document, { root, limits: defaultLimits }),
    lint: (_document, messages) => messages,
    level: (messages) => messages,
    drawCover: () => Promise.reject(new Error('no cover is drawn here')),
    renderers: [fakeRenderer('pdf'), fakeRenderer('epub')],
    ...changes,
  };
}

/** A renderer whose claim is withheld as the real ones do. */
export function fakeRenderer(format: 'pdf' | 'epub', changes: Partial<Renderer> = {}): Renderer {
  return {
    format,
    wanted: true,
    render: async ({ chapters }, { messages }) => {
      const open = messages.some(({ withholds }) => withholds.includes(format));
      const bytes = Buffer.from(`${format}:${chapters.map(({ document }) => plainText(document)).join('')}`);
      return { value: { bytes, pages: 1, claims: open ? [] : ['Fake'] }, messages: [] };
    },
    verify: undefined,
    ...changes,
  };
}
