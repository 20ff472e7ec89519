import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { compareWords } from '../../../src/readback/compare-words.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import type { StructureNode } from '../../../src/readback/structure-node.ts';
import { readEnglish } from '../../epub/build-document.ts';
import { readDocument } from '../../posts/read-text.ts';
import { theme } from './lay-out-post.ts';

const words =
  'The [archive](https://www.example.org/archive/?a=1) and <https://example.org/shown/>, [example.org](https://example.org/), [a mail](mailto:a@example.org), [below](#down).\n\n## Down';

async function linksWith(printedUrls: boolean): Promise<readonly string[]> {
  const document = readDocument(`---\ntitle: T\nlang: en\nauthor: A\n---\n\n${words}\n`);
  const { value } = await renderPdf(publicationOfPost(document, readEnglish()), {
    fonts: await readFonts([], process.cwd()),
    theme: { ...theme, printedUrls },
    profile: profileP1,
    page: 'letter',
  });
  expect(value.claims).toHaveLength(2);
  const read = await readPdf(value.bytes);
  expect(read.problems).toEqual([]);
  expect(compareWords(plainText(document), read.text)).toBeUndefined();
  return elementsOf(read.structure, 'Link').map(allText);
}

function elementsOf(node: StructureNode, role: string): readonly StructureNode[] {
  const below = node.children.flatMap((child) => (child.type === 'element' ? elementsOf(child, role) : []));
  return node.role === role ? [node, ...below] : below;
}

function allText(node: StructureNode): string {
  return node.children
    .map((child) =>
      child.type === 'element' ? allText(child) : child.type === 'marked-content' ? child.text : '',
    )
    .join('');
}

test('the address of a link is printed in it where its words do not say it, and is none of the words of the post', async () => {
  expect(await linksWith(true)).toEqual([
    'archive (https://www.example.org/archive/?a=1)',
    'https://example.org/shown/',
    'example.org',
    'a mail',
    'below',
  ]);
});

test('no address is printed where the theme does not say so', async () => {
  expect((await linksWith(false))[0]).toBe('archive');
});
