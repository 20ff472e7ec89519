import { expect, test } from 'vitest';
import { readAssets } from '../../../src/assets/read-assets.ts';
import type { Document } from '../../../src/document/document.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { publicationOfPost } from '../../../src/document/publication.ts';
import { replaceMissingImages } from '../../../src/document/replace-missing-images.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import type { RenderedPdf } from '../../../src/pdf/render-input.ts';
import { renderPdf } from '../../../src/pdf/render-pdf.ts';
import { defaultLimits } from '../../../src/project/settings.ts';
import { compareWords } from '../../../src/readback/compare-words.ts';
import { readPdf } from '../../../src/readback/read-pdf.ts';
import type { StructureNode } from '../../../src/readback/structure-node.ts';
import { readEnglish } from '../../epub/build-document.ts';
import { readDocument } from '../../posts/read-text.ts';
import { theme } from './lay-out-post.ts';

const words =
  'The [archive](https://www.example.org/archive/?a=1) and <https://example.org/shown/>, [example.org](https://example.org/), [a mail](mailto:a@example.org), [below](#down).\n\n## Down';

async function linksWith(printedUrls: boolean, body = words): Promise<readonly string[]> {
  const read = readDocument(`---\ntitle: T\nlang: en\nauthor: A\n---\n\n${body}\n`);
  return linksOf(await rendered(read, printedUrls));
}

/** A post with the pictures of `posts`, and its PDF. */
async function rendered(
  read: Document,
  printedUrls: boolean,
): Promise<{ readonly document: Document; readonly value: RenderedPdf }> {
  const { value: assets } = await readAssets(read, { from: 'posts', limits: defaultLimits });
  const { value: document } = replaceMissingImages(read, new Set(assets.keys()));
  const { value } = await renderPdf(publicationOfPost(document, readEnglish(), { assets }), {
    fonts: await readFonts([], process.cwd()),
    theme: { ...theme, printedUrls },
    profile: profileP1,
    page: 'letter',
  });
  return { document, value };
}

async function linksOf({
  document,
  value,
}: Awaited<ReturnType<typeof rendered>>): Promise<readonly string[]> {
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

const hills = (words: string, url: string): string => `[![${words}](media/hills.jpg)](${url})`;

test('the address of a picture that is a link stands below it, whether or not the picture says something, and once where words stand for one', async () => {
  const linked = await linksWith(
    true,
    [
      hills('Hills', 'https://example.org/hills'),
      `:::figure{decorative}\n${hills('', 'https://example.org/none')}\n:::`,
      '<figure><a href="https://example.org/told"><img src="media/hills.jpg" alt="Hills"></a><figcaption>Hills at noon</figcaption></figure>',
      hills('Hills', 'mailto:a@example.org'),
      `| A | B |\n|---|---|\n| ${hills('Hills', 'https://example.org/cell')} | b |`,
      '[![No such picture](none.png)](https://example.org/missing)',
    ].join('\n\n'),
  );
  expect(linked).toEqual([
    '(https://example.org/hills)',
    '(https://example.org/none)',
    ' (https://example.org/told)',
    '',
    ' (https://example.org/cell)',
    'No such picture (https://example.org/missing)',
  ]);
  expect(await linksWith(false, hills('Hills', 'https://example.org/hills'))).toEqual(['']);
});
