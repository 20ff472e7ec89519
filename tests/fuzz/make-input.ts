import { chanceOf, type Chance } from './chance.ts';
import { goodHead, makeFrontMatter } from './make-front-matter.ts';
import { makePage } from './make-page.ts';
import { makePlain } from './make-plain.ts';
import { makeRich } from './make-rich.ts';
import { makeScripts } from './make-scripts.ts';
import { randomTable } from '../posts/random-tables.ts';
import { mutateBytes } from './mutate-bytes.ts';
import type { Seeds } from './seeds.ts';

/** What an input is made as. */
export type Kind = 'plain' | 'rich' | 'scripts' | 'table' | 'seed' | 'picture' | 'capture';

/** One input of a run: a post, or a page to be made one. */
export interface Input {
  readonly index: number;
  readonly kind: Kind;
  /** Its file in the folder of posts, or of captures, without the ending. */
  readonly stem: string;
  /** What is written below the folder of the run, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The body, where CommonMark and GFM say all of it. */
  readonly body?: string;
}

const kinds: readonly Kind[] = [
  'plain',
  'rich',
  'plain',
  'rich',
  'table',
  'seed',
  'scripts',
  'plain',
  'picture',
  'scripts',
  'seed',
  'capture',
];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The input with this number of the run with this seed. */
export function makeInput(seed: number, index: number, seeds: Seeds): Input {
  const chance = chanceOf(seed, index);
  const kind = kinds[index % kinds.length] ?? 'plain';
  const stem = `i${String(index).padStart(6, '0')}`;
  const post = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map([[`posts/${stem}.md`, bytes]]);
  const input = { index, kind, stem };
  switch (kind) {
    case 'plain': {
      const body = makePlain(chance);
      return { ...input, files: post(bytesOf(goodHead + body)), body };
    }
    case 'rich':
      return { ...input, files: post(bytesOf(headOf(chance) + makeRich(chance))) };
    case 'scripts':
      return { ...input, files: post(bytesOf(makeScripts(chance))) };
    case 'table':
      return { ...input, files: post(bytesOf(goodHead + makeTables(chance))) };
    case 'seed':
      return { ...input, files: post(mutateBytes(chance, chance.one(seeds.posts))) };
    case 'picture':
      return {
        ...input,
        files: new Map([...post(bytesOf(pictures(stem))), ...makePictures(chance, stem, seeds)]),
      };
    case 'capture': {
      const page = chance.is(0.5) ? bytesOf(makePage(chance)) : mutateBytes(chance, chance.one(seeds.pages));
      return {
        ...input,
        files: new Map([[`captures/${stem}.${chance.one(['html', 'html', 'txt', 'warc'])}`, page]]),
      };
    }
  }
}

function headOf(chance: Chance): string {
  return chance.is(0.3) ? makeFrontMatter(chance) : goodHead;
}

/** Tables in HTML and in pipes. */
function makeTables(chance: Chance): string {
  return chance
    .several(1, 4, () =>
      chance.is(0.7)
        ? randomTable(chance.next)
        : `| A | B |\n|---|:-:|\n${chance.several(0, 3, () => `|${chance.one(['a', '', '\\|', '`|`', '<br>', 'x | y'])}|b|`).join('\n')}`,
    )
    .join('\n\nWords.\n\n');
}

const pictures = (stem: string): string =>
  `${goodHead}![A field](${stem}.png)\n\nWords ![in line](${stem}.jpg) go on.\n\n<img src="${stem}.png" alt="" width="99999">\n`;

function makePictures(chance: Chance, stem: string, { pictures: seeds }: Seeds): [string, Uint8Array][] {
  return ['png', 'jpg'].map((ending) => {
    const [, bytes] = chance.one(seeds.filter(([name]) => name.endsWith(ending)));
    return [`posts/${stem}.${ending}`, chance.is(0.6) ? mutateBytes(chance, bytes, 2) : bytes];
  });
}
