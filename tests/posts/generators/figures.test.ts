import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { walk } from '../../../src/document/walk.ts';
import { readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

interface Found {
  readonly words: string;
  readonly pictures: readonly (string | undefined)[];
  readonly messages: readonly string[];
  readonly links: readonly unknown[];
}

function read(text: string, files?: readonly string[], path = 'blog/post.md'): Found {
  const nearby = files && { has: (name: string) => files.includes(name), read: (): undefined => undefined };
  const { value, messages } = readText(head + text, { path, ...(nearby && { nearby }) });
  const document = value ?? expect.fail();
  const nodes = [...walk(document.body)];
  return {
    words: plainText(document).slice('T\n'.length),
    pictures: nodes.flatMap((node) => (node.type === 'image' ? [node.imageId] : [])),
    messages: messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`),
    links: nodes.flatMap((node) => {
      const target = node.type === 'link' ? node.target : node.type === 'figure' ? node.link : undefined;
      return target ? [[node.type, target]] : [];
    }),
  };
}

const whole =
  '{{< figure src="/g.png" alt="Blue field" title="Di at sea" caption="Caption *words*" attr="Photo: Bo Lee" attrlink="https://example.org/bo" link="https://example.org/big" zoom="slow" class="wide" >}}';

test('a figure of Hugo says all that its arguments say', () => {
  expect(read(whole)).toEqual({
    words: '\nDi at sea\nCaption words Photo: Bo Lee\n',
    pictures: ['g.png'],
    messages: ['html-attr-dropped Argument “zoom="slow"” of a picture left out'],
    links: [
      ['figure', { kind: 'external', url: 'https://example.org/big' }],
      ['link', { kind: 'external', url: 'https://example.org/bo' }],
    ],
  });
});

test.each([
  ['![Boat](../../img/boat.png)', ['img/boat.png']],
  ['![Boat](../../../../img/boat.png)', ['img/boat.png']],
  ['![Boat](../img/../../boat.png)', ['boat.png']],
  ['![Boat](/../boat.png)', ['boat.png']],
  // What is not there is not taken for another picture.
  ['![Boat](../../img/none.png)', []],
  ['![Boat](../..)', []],
])('nothing leads above the root: %s', (text, pictures) => {
  const found = read(text, ['img/boat.png', 'boat.png']);
  expect(found.pictures).toEqual(pictures);
  expect(found.messages.map((message) => message.split(' ')[0])).toEqual(
    pictures.length > 0 ? [] : ['img-outside-root'],
  );
  // Where nobody knows what is there, none is taken.
  expect(read('![Boat](../../img/boat.png)').pictures).toEqual([]);
});

test.each([
  ['a heading', '## Head {{< figure src="/p.png" alt="Map" caption="Vital words" >}}', 'Head  Vital words\n'],
  ['strong words', '**{{< figure src="/p.png" alt="Map" caption="Vital words" >}}**', '\nVital words\n'],
  [
    'strong words with others',
    '**See {{< figure src="/p.png" alt="Map" caption="Vital words" >}}**',
    'See  Vital words\n',
  ],
  [
    'a cell',
    '| a | b |\n|---|---|\n| c | {{< figure src="/p.png" alt="Map" caption="Vital words" >}} |',
    'a\tb\nc\t\nVital words\n',
  ],
  [
    'a list',
    '- One {{< figure src="/p.png" alt="Map" caption="Vital words" >}} two',
    'One\n\nVital words\ntwo\n',
  ],
  ['a quotation', '> {{< figure src="/p.png" alt="Map" caption="Vital words" >}}', '\nVital words\n'],
  [
    'a line',
    'Text {{< figure src="/p.png" alt="Map" caption="Vital words" >}} more.',
    'Text\n\nVital words\nmore.\n',
  ],
  [
    'a link',
    '[{{< figure src="/p.png" alt="Map" caption="Vital words" >}}](https://example.org/)',
    '\nVital words\n',
  ],
])('in %s no caption is lost', (_, text, words) => {
  const found = read(text);
  expect(found.words).toBe(words);
  expect(found.pictures).toEqual(['p.png']);
});

test.each([
  ['beside the post first', ['blog/p.png', 'p.png'], 'blog/p.png'],
  ['else at the root', ['p.png', 'static/p.png'], 'p.png'],
  ['else where Hugo keeps what it serves', ['static/p.png'], 'static/p.png'],
  ['at the root where it is nowhere', [], 'p.png'],
])('a picture is looked for %s', (_, files, expected) => {
  expect(read('{{< figure src="p.png" alt="Map" >}}', files).pictures).toEqual([expected]);
});

test.each([
  ['/p.png', ['blog/p.png', 'p.png'], 'p.png'],
  ['./p.png', ['p.png'], 'blog/p.png'],
  ['img/a%20b.png', ['blog/img/a b.png'], 'blog/img/a b.png'],
])('%s is where it says', (src, files, expected) => {
  expect(read(`{{< figure src="${src}" alt="Map" >}}`, files).pictures).toEqual([expected]);
});

test('in a page bundle a picture lies beside the post, also where nobody can look', () => {
  expect(read('{{< figure src="p.png" alt="Map" >}}', undefined, 'post1/index.md').pictures).toEqual([
    'post1/p.png',
  ]);
});

test.each([
  ['Before {{< pic-left src="/boat.jpg" alt="A boat" >}} after.', ['boat.jpg']],
  ['{% include lightbox.html image="/boat.jpg" alt="A boat" %}', ['boat.jpg']],
  ['{{% big-picture file="/boat.jpg" alt="" %}}', ['boat.jpg']],
  ['{{< chart src="/boat.csv" >}}', []],
])('a call with an address and an alternative is a picture: %s', (text, pictures) => {
  expect(read(text).pictures).toEqual(pictures);
});

test('code of MyST keeps its caption', () => {
  expect(read('```{code-block} python\n:caption: Vital caption\nprint(1)\n```').words).toBe(
    'Vital caption\nprint(1)\n',
  );
});
