import { randomDefinitions, randomTable } from '../posts/random-tables.ts';
import type { Chance } from './chance.ts';
import { makePlain } from './make-plain.ts';
import { makeWords } from './make-words.ts';

const words = (chance: Chance): string => makeWords(chance, 5, 0.1);

/** What stands between the signs of a construct: words, or another construct. */
function inner(chance: Chance, depth: number): string {
  return depth < 2 && chance.is(0.4) ? chance.one(constructs)(chance, depth + 1) : words(chance);
}

const names = [
  'note',
  'warning',
  'figure',
  'callout-tip',
  'details',
  'verse',
  'lang',
  'aside',
  'challenge',
  'code-block',
  'x',
];
const tags = [
  'div',
  'p',
  'span',
  'b',
  'em',
  'a href="#x"',
  'a',
  'h1',
  'h3 id="x"',
  'ul',
  'li',
  'ol start=3',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'td rowspan=2',
  'th scope=row',
  'caption',
  'pre',
  'code',
  'blockquote cite=x',
  'figure',
  'figcaption',
  'img src=p.png alt="A field"',
  'img src=p.png',
  'img src="data:image/png;base64,iVBORw0"',
  'svg',
  'math',
  'ruby',
  'rt',
  'rp',
  'button',
  'form',
  'label',
  'input',
  'select',
  'option',
  'textarea',
  'details',
  'summary',
  'video src=x.mp4',
  'audio',
  'source',
  'iframe src=//e.org title=Film',
  'object',
  'script',
  'style',
  'template',
  'noscript',
  'br',
  'hr',
  'sup',
  'sub',
  'abbr title=HTML',
  'q',
  'del',
  'ins',
  'mark',
  'kbd',
  'bdo dir=rtl',
  'time',
  'address',
  'section',
  'article',
  'nav',
  'center',
  'font color=red',
  'span hidden',
  'div style="display:none"',
  'p aria-hidden=true',
  'span lang=fr',
  'div id=x',
  'agency',
  'plaintext',
  'xmp',
];

/** An element, closed, open or closed by another. */
function makeElement(chance: Chance, depth: number): string {
  const tag = chance.one(tags);
  const [name] = tag.split(' ');
  const end = chance.is(0.8) ? `</${name}>` : chance.one(['', '</div>', '</p>', '</table>']);
  const space = chance.one(['', '', '\n', '\n\n']);
  return `<${tag}>${space}${inner(chance, depth)}${space}${end}`;
}

const constructs: readonly ((chance: Chance, depth: number) => string)[] = [
  makeElement,
  makeElement,
  (chance) => makeElement(chance, 0) + makeElement(chance, 0) + makeElement(chance, 1),
  (chance, depth) => `:::${chance.one(['', '{.', ' '])}${chance.one(names)}\n${inner(chance, depth)}\n:::`,
  (chance, depth) =>
    `::::${chance.one(names)}[${words(chance)}]{#x .y lang=fr}\n${inner(chance, depth)}\n:::::`,
  (chance) => `::${chance.one(names)}[${words(chance)}]{a=b}`,
  (chance) => `Text :${chance.one(names)}[${words(chance)}]{lang=fr title="T"} more`,
  (chance, depth) =>
    `!!! ${chance.one(names)} "${words(chance)}"\n    ${inner(chance, depth).replaceAll('\n', '\n    ')}`,
  (chance) => `> [!${chance.one(['NOTE', 'WARNING', 'X'])}]\n> ${words(chance)}`,
  (chance, depth) => `${words(chance)}\n: ${inner(chance, depth)}\n\n: ${words(chance)}`,
  (chance) => `*[HTML]: ${words(chance)}\n\nHTML ${words(chance)}`,
  (chance) => `{{< figure src="p.png" alt="${words(chance)}" caption="${words(chance)}" >}}`,
  (chance, depth) => `{{% ${chance.one(names)} %}}${inner(chance, depth)}{{% /${chance.one(names)} %}}`,
  (chance) =>
    `{{ ${chance.one(['page.title', 'x | upcase', '"y"', ''])} }} {% ${chance.one(['if x', 'endif', 'raw', 'endraw', 'comment', 'endcomment', 'capture y', 'endcapture', 'include z.html', 'youtube abc', ''])} %} ${words(chance)}`,
  (chance, depth) =>
    `\`\`\`{${chance.one(names)}} ${words(chance)}\n:name: x\n:alt: ${words(chance)}\n---\nalt: y\n---\n${inner(chance, depth)}\n\`\`\``,
  (chance) => `{${chance.one(['ref', 'doc', 'numref', 'cite', 'math'])}}\`${words(chance)} <x>\``,
  () => `(x)=\n## Heading {#y .z lang=fr}`,
  (chance) => `${words(chance)}\n{: #x .y lang="fr"}`,
  (chance) =>
    `[${words(chance)}](#x){lang=fr} **${words(chance)}**{: title="t"} ![A field](p.png){width=50%}`,
  (chance) => `$${chance.one(['a+b', '\\frac{a}{b}', '\\{', ''])}$ and $$\n\\begin{x}${words(chance)}\n$$`,
  (chance) =>
    `Text^[${words(chance)}] and [^a] and [^b].\n\n[^a]: ${words(chance)} [^a]\n\n    ## Head\n[^b]: [^b]`,
  (chance) => `[[${words(chance)}|x]] ==mark== H~2~O x^2^ :smile: @user #12`,
  (chance) => `<!-- ${words(chance)} ${chance.one(['-->', '--!>', '', '->'])}\n${words(chance)}`,
  (chance) => `# ${words(chance)}\n\n#### ${words(chance)}\n\n#${words(chance)}`,
  (chance) => randomTable(chance.next),
  (chance) => randomDefinitions(chance.next),
  (chance) => `| a | ${words(chance)} |\n|---|\n| 1 | 2 | 3 |\n| x`,
  (chance) =>
    `[${words(chance)}](${chance.one(['x.md#y', 'tel:+1', 'javascript:alert(1)', '//h', '../../../etc/passwd', '%zz', '#%E0', 'mailto:a@b', ''])})`,
  (chance) =>
    `![${words(chance)}](${chance.one(['p.png', 'q.jpg', 'none.png', '../p.png', 'data:image/png;base64,AAAA', 'https://e.org/x.png', ''])} "${words(chance)}")`,
  (chance) =>
    `<!-- a11y-ignore ${chance.one(['markup-visible', 'heading-skip', 'x'])}: ${words(chance)} -->\n\n${words(chance)} ::: {{`,
  (chance) => chance.one(['*', '>', '- ', '[', '`', '_', '<b>', '((', '&']).repeat(chance.below(400)),
  (chance) => 'w'.repeat(chance.below(3000)),
  (chance) => makePlain(chance),
];

/** A body with constructs of every dialect, of site generators and of HTML, whether they fit together or not. */
export function makeRich(chance: Chance): string {
  return `${chance.several(1, 7, () => chance.one(constructs)(chance, 0)).join(chance.is(0.8) ? '\n\n' : '\n')}\n`;
}
