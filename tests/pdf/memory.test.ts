import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import type { Chapter } from '../../src/document/publication.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { chapter, page, renderOptions, smallCollection } from './small-collection.ts';
import { isLong } from '../how-long.ts';

setFlagsFromString('--expose-gc');
// Sound: the flag above makes it a function without arguments.
const collectGarbage = runInNewContext('gc') as () => void;

const words = 'Public service is the business of all of us, and its records belong to everybody. ';

/** Made anew whenever it is asked for, so that what is held is what the PDF holds. */
function longPost(name: string): Document {
  const text = Array.from({ length: 60 }, (): readonly [undefined, string] => [undefined, words.repeat(5)]);
  return page(name, name, text);
}

it.runIf(isLong)('holds no page of a long collection that is drawn', async () => {
  const heap: number[] = [];
  const posts = Array.from({ length: 90 }, (_, index): Chapter => {
    let asked = 0;
    const empty = chapter('post', page(`post-${index}`, `post-${index}`));
    return Object.defineProperty({ ...empty }, 'document', {
      enumerable: true,
      get: () => {
        asked += 1;
        if (asked === 1 && (index === 30 || index === 80)) {
          collectGarbage();
          heap.push(process.memoryUsage().heapUsed);
        }
        return longPost(`post-${index}`);
      },
    });
  });
  const publication = { ...smallCollection(), chapters: posts };
  const { value } = await renderPdf(publication, await renderOptions());
  expect(value.pages).toBeGreaterThan(700);
  const [early = 0, late = 0] = heap;
  const pagesBetween = (50 / 90) * value.pages;
  expect(heap).toHaveLength(2);
  // A page with its glyphs takes ten times as much.
  expect((late - early) / pagesBetween).toBeLessThan(8_000);
});
