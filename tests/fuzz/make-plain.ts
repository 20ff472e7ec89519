import type { Chance } from './chance.ts';
import { makeWords } from './make-words.ts';

type Make = (chance: Chance, depth: number) => string;

const soup = [
  ...'*_`~[]()!\\#-+|&;.',
  '**',
  '__',
  '``',
  '~~',
  ' ',
  ' ',
  '\n',
  'a',
  'b ',
  ' c',
  '](',
  '![',
  '&amp;',
  '&#35;',
];

/** Phrases of CommonMark and GFM. */
const phrases: readonly Make[] = [
  (chance) => makeWords(chance),
  (chance) => makeWords(chance),
  (chance, depth) => `*${makePhrase(chance, depth + 1)}*`,
  (chance, depth) => `**${makePhrase(chance, depth + 1)}**`,
  (chance, depth) => `_${makePhrase(chance, depth + 1)}_`,
  (chance, depth) => `~~${makePhrase(chance, depth + 1)}~~`,
  (chance) => `\`${makeWords(chance, 3)}\``,
  (chance) => `\`\` a\`${makeWords(chance, 2)} \`\``,
  (chance, depth) => `[${makeLabel(chance, depth)}](https://example.org/${chance.below(9)} "Title")`,
  (chance, depth) => `[${makeLabel(chance, depth)}][ref]`,
  () => '<https://example.org/auto>',
  // Where an address may begin behind other signs, cmark-gfm and micromark do not agree.
  () => ' https://example.org/bare?a=1&b=2 ',
  () => ' www.example.org/path_(x) ',
  (chance) => `${makeWords(chance, 2)}  \n${makeWords(chance, 2)}`,
  (chance) => `${makeWords(chance, 2)}\\\n${makeWords(chance, 2)}`,
  () => '\\*no emphasis\\* 5 \\< 6 &amp; &copy; &#8212;',
  (chance) => (chance.is(0.1) ? chance.several(1, 14, () => chance.one(soup)).join('') : makeWords(chance)),
];

/** What a link shows: no link stands in another. */
function makeLabel(chance: Chance, depth: number): string {
  return chance.is(0.2) && depth < 2 ? makePhrase(chance, depth + 1) : makeWords(chance, 4);
}

function makePhrase(chance: Chance, depth = 0): string {
  if (depth > 3) return makeWords(chance, 3);
  return chance.several(1, 3, () => chance.one(phrases)(chance, depth)).join(chance.is(0.8) ? ' ' : '');
}

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

function makeList(chance: Chance, depth: number): string {
  const loose = chance.is(0.4) ? '\n' : '';
  const ordered = chance.is(0.4);
  const first = chance.one([0, 1, 1, 7, 99]);
  const sign = chance.one(['-', '*', '+']);
  return chance
    .several(1, 4, () => makeBlocks(chance, depth + 1, 2))
    .map((item, index) => {
      const mark = ordered ? `${first + index}${first === 7 ? ')' : '.'}` : sign;
      // cmark-gfm sees no task in an item that begins on the line of another.
      const task =
        depth === 0 && chance.is(0.1) ? `[${chance.one([' ', 'x'])}] ${makeWords(chance, 3)}\n\n` : '';
      return `${mark} ${indent(task + item, ' '.repeat(mark.length + 1))}\n${loose}`;
    })
    .join('');
}

function makeTable(chance: Chance): string {
  const columns = 1 + chance.below(5);
  const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(' | ')} |\n`;
  const cell = (): string => makePhrase(chance, 2).replaceAll('\n', ' ').replaceAll('|', '\\|');
  const head = row(cell);
  const marks = row(() => chance.one(['---', ':--', '--:', ':-:']));
  return head + marks + chance.several(0, 4, () => row(() => (chance.is(0.1) ? '' : cell()))).join('');
}

/** A note with a label of its own: of several with one label, readers take the first or keep all. */
function makeNote(chance: Chance): string {
  const label = `n${chance.below(1e9)}`;
  return `A claim[^${label}].\n\n[^${label}]: ${makeWords(chance)}`;
}

/** Blocks of CommonMark and GFM. */
const blocks: readonly Make[] = [
  (chance) => makePhrase(chance),
  (chance) => makePhrase(chance),
  (chance) => `${makePhrase(chance)}\n${makePhrase(chance)}`,
  (chance) => `## ${makePhrase(chance, 2).replaceAll('\n', ' ')}`,
  (chance) => `${makeWords(chance, 4)}\n---`,
  makeList,
  makeList,
  (chance, depth) => `> ${indent(makeBlocks(chance, depth + 1, 2), chance.is(0.8) ? '> ' : '>')}`,
  (chance) =>
    `\`\`\`${chance.one(['', 'js', 'text'])}\n${makeWords(chance)}\n\n\t${makeWords(chance)}\n\`\`\``,
  (chance) => `~~~\n${makePhrase(chance, 2)}\n~~~`,
  (chance) => `    ${makeWords(chance)}\n\n      ${makeWords(chance)}`,
  () => '***',
  (chance) => makeTable(chance),
  () => '![A field](p.png)',
  (chance) => makeNote(chance),
];

/** Blocks with empty lines between them. */
function makeBlocks(chance: Chance, depth: number, most: number): string {
  if (depth > 3) return makeWords(chance, 4);
  return chance.several(1, most, () => chance.one(blocks)(chance, depth).trimEnd()).join('\n\n');
}

/** A body that CommonMark and GFM say everything of: what two readers of them must read alike. */
export function makePlain(chance: Chance): string {
  return `${makeBlocks(chance, 0, 8)}\n\n[ref]: https://example.org/ref\n`;
}
