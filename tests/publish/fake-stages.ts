import { readAssets } from '../../src/assets/read-assets.ts';
import type { FoundFile } from '../../src/project/find-files.ts';
import { readStrings } from '../../src/project/read-strings.ts';
import { defaultLimits } from '../../src/project/settings.ts';
import type { RenderedFile } from '../../src/publish/rendered-file.ts';
import type { Stages } from '../../src/publish/stages.ts';
import { publishable } from '../../src/publish/unreadable-error.ts';
import type { Format, Message } from '../../src/diagnostics/message.ts';
import { reportRule as reportLint } from '../../src/lint/rules.ts';
import { reportRule } from '../../src/posts/rules.ts';
import type { Document } from '../../src/document/document.ts';
import { publicationOfPost, type Publication } from '../../src/document/publication.ts';
import { replaceMissingImages } from '../../src/document/replace-missing-images.ts';
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

/** Stages whose files are the words of the document, so that a run can be tested without the renderers. */
export async function fakeStages(changes: Partial<Stages> = {}): Promise<Stages> {
  const strings = await readStrings(undefined);
  const stages: Stages = {
    strings,
    hasFunctions: false,
    slug: (bytes, post) => fakeDocument(Buffer.from(bytes).toString('utf8'), post).metadata.slug,
    parse: (bytes, post) => {
      const text = Buffer.from(bytes).toString('utf8');
      const messages: Message[] = text.includes('BAD')
        ? [reportLint('lang-missing', { reason: 'No language', file: post.file })]
        : [];
      if (text === '')
        return {
          value: undefined,
          messages: [reportRule('file-empty', { reason: 'Empty', file: post.file })],
        };
      if (text.includes('LATE'))
        return {
          value: undefined,
          messages: [reportRule('post-undecided', { reason: 'Not read in time', file: post.file })],
        };
      return { value: fakeDocument(text, post), messages };
    },
    answer: async () => null,
    readAssets: (document, root) => readAssets(document, { from: root, limits: defaultLimits }),
    addPictures: async ({ value, messages }, { file, from }) => {
      if (!value) return { file, document: undefined, assets: new Map(), messages };
      const { value: assets, messages: found } = await readAssets(value, { from, limits: defaultLimits });
      const { value: document, messages: told } = replaceMissingImages(value, new Set(assets.keys()));
      return { file, document, assets, messages: [...messages, ...found, ...told] };
    },
    check: ({ messages }) => messages,
    publication: (read) => {
      const document = publishable(read);
      const { assets } = read;
      // The stages as they are in the run: `check` may be another.
      const messages = (changes.check ?? stages.check)(read);
      return publicationOfPost(document, strings(document.metadata.lang), { assets, messages });
    },
    drawCover: () => Promise.reject(new Error('no cover is drawn here')),
    prepare: async () => undefined,
    pdf: fakePdf(),
    epub: fakeEpub(),
    verify: async () => undefined,
    ...changes,
  };
  return stages;
}

/** A renderer whose claim is withheld as the real ones do; `says` is what it has to say of a publication. */
export function fakePdf(says: (publication: Publication) => readonly Message[] = () => []): Stages['pdf'] {
  return async (publication) => ({
    format: 'pdf',
    ...fakeFile(publication, { format: 'pdf', messages: says(publication) }),
    pages: 1,
    pageStarts: [],
  });
}

/** The same for EPUB; what `says` throws is thrown. */
export function fakeEpub(says: (publication: Publication) => readonly Message[] = () => []): Stages['epub'] {
  return async (publication) => ({
    format: 'epub',
    ...fakeFile(publication, { format: 'epub', messages: says(publication) }),
    catalogue: { metadata: {}, codes: [] },
  });
}

function fakeFile(
  publication: Publication,
  { format, messages }: { readonly format: Format; readonly messages: readonly Message[] },
): Omit<RenderedFile, 'format'> {
  const said = [...publication.messages, ...messages];
  const open = said.some(({ withholds }) => withholds.includes(format));
  const words = publication.chapters.map(({ document }) => plainText(document)).join('');
  return {
    bytes: Buffer.from(`${format}:${words}`),
    claims: open ? [] : ['Fake'],
    messages,
    publication: { ...publication, messages: said },
  };
}
