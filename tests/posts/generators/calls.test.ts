import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\nsummary: $5\nparams:\n  unit: Euro\n---\n';

function words(text: string): string | undefined {
  const { value } = readText(head + text);
  return value && plainText(value).slice('T\n'.length).trimEnd();
}

function told(text: string): readonly string[] {
  const { messages } = readText(head + text);
  const others = messages.filter(({ ruleId }) => !/^(?:markup-visible|frontmatter-)/u.test(ruleId));
  return printMessages(others).map((line) => line.replace(/^\S+ /u, ''));
}

function links(text: string): readonly unknown[] {
  const { value } = readText(head + text);
  const nodes = value ? [...walk(value.body)] : [];
  return nodes.flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external' ? [node.target.url] : [],
  );
}

test.each([
  ['{{< youtube id="abc" title="The film" >}}', 'The film', ['https://www.youtube.com/watch?v=abc']],
  ['{{< vimeo 123 >}}', 'https://vimeo.com/123', ['https://vimeo.com/123']],
  [
    '{{< tweet user="agency" id="12" >}}',
    'https://x.com/agency/status/12',
    ['https://x.com/agency/status/12'],
  ],
  ['{{< x agency 12 >}}', 'https://x.com/agency/status/12', ['https://x.com/agency/status/12']],
  ['{{< gist someone 12 >}}', 'https://gist.github.com/someone/12', ['https://gist.github.com/someone/12']],
  ['{{< instagram ab_c >}}', 'https://www.instagram.com/p/ab_c', ['https://www.instagram.com/p/ab_c']],
  ['{{< qr text="https://example.org/" />}}', 'https://example.org/', ['https://example.org/']],
  ['{{< qr >}}Some words{{< /qr >}}', 'Some words', []],
  ['{{< qr text="https://example.org/" alt="The site" />}}', 'The site', ['https://example.org/']],
  ['{{< qr alt="The site" >}}https://example.org/{{< /qr >}}', 'The site', ['https://example.org/']],
  ['{{< qr alt="A card" >}}\nSome words\n{{< /qr >}}', 'A card\nSome words', []],
  ['{{% button href="https://example.org/" text="Go on" %}}', 'Go on', ['https://example.org/']],
  ['It costs {{< param "summary" >}} or {{< param "unit" >}}.', 'It costs $5 or Euro.', []],
  ['{{< details summary="More" >}}Inner *words*.{{< /details >}}', 'More\nInner words.', []],
  ['{{< highlight go >}}a := 1{{< /highlight >}}', 'a := 1', []],
])('%s', (text, expected, targets) => {
  expect([words(text), links(text), told(text)]).toEqual([expected, targets, []]);
});

test('a name whose value is left out is none', () => {
  const [figure, film] = [
    '{% include figure.html src="a.png" alt="A map" id= %}',
    '{% include youtube.html id= %}',
  ];
  const { value } = readText(head + figure);
  expect([...walk(value?.body ?? [])].find(({ type }) => type === 'image')).toMatchObject({ alt: 'A map' });
  expect(told(figure)).toEqual([]);
  expect([words(film), links(film)]).toEqual([film, []]);
  expect(links('{% include youtube.html id= "abc" %}')).toEqual(['https://www.youtube.com/watch?v=abc']);
  const empty = readText(`${head}{{< figure src="a.png" alt= >}}`).value;
  expect([...walk(empty?.body ?? [])].find(({ type }) => type === 'image')).toMatchObject({
    decorative: false,
  });
});

test('names in maps of the front matter have dots between them, and are found in whatever case', () => {
  const front =
    '---\ntitle: T\nlang: en\nteam: { Name: Ann, size: 3 }\nparams: { site: { unit: Euro } }\n---\n';
  const read = (text: string): string | undefined => {
    const { value } = readText(front + text);
    return value && plainText(value).slice('T\n'.length).trimEnd();
  };
  expect(
    read('{{< param "team.Name" >}} {{< param team.name >}} {{% param TEAM.size %}} {{< param site.unit >}}'),
  ).toBe('Ann Ann 3 Euro');
  for (const text of ['{{< param team >}}', '{{< param team.name.more >}}', '{{< param constructor >}}'])
    expect(read(text)).toBe(text);
});

test('what is no address of a service, and what the front matter does not say, stays', () => {
  const text = '{{< tweet id="1/../2" >}} {{< param "none" >}}';
  expect(words(text)).toBe(text);
});

test('a reference to a page leads there where its address is printed', () => {
  const { value } = readText(`${head}{{< relref "other.md" >}}`, { links: { base: 'https://example.org' } });
  const nodes = value ? [...walk(value.body)] : [];
  expect(nodes.find(({ type }) => type === 'link')).toMatchObject({
    target: { url: 'https://example.org/other/' },
  });
});

test('the words that a call holds stay, Markdown or not, and the call is told once', () => {
  const text =
    'A {{< box >}}*one*{{< /box >}} b\n\n{{% box wide=yes %}}\n\n- two\n\n{{% /box %}}\n\n{% tile %}three{% endtile %}';
  expect(words(text)).toBe('A one b\ntwo\nthree');
  expect(told(text)).toEqual([
    'warning markup-unknown Unknown markup “{{< box >}}”: left out around its words',
    'warning markup-unknown Unknown markup “{{% box %}}”: left out around its words',
    'warning markup-unknown Unknown markup “{% tile %}”: left out around its words',
  ]);
});

test('a title of such a call stands above its words; other words in its arguments keep it in the text', () => {
  expect(words('{{< box title="Mind the gap" >}}\n\nWords\n\n{{< /box >}}')).toBe('Mind the gap\nWords');
  const text = '{{< box "Mind the gap" >}}Words{{< /box >}}';
  expect(words(text)).toBe(text);
});

test('tags that decide whether words are there stay in the text', () => {
  const text = '{% if page.x %}One{% else %}Two{% endif %}';
  expect(words(text)).toBe(text);
});

test('words that get a name stand where it is used', () => {
  expect(words('{% assign who = "the *agency*" %}By {{ who }} and {{- who -}}.')).toBe(
    'By the agency and the agency.',
  );
  expect(links('{% assign a = "b" %}[it](https://example.org/{{ a | append: "/" }}).')).toEqual([
    'https://example.org/b/',
  ]);
  expect(words('{% capture note %}\nCaptured **words**.\n{% endcapture %}\n\n{{ note }}\n\n> {{note}}')).toBe(
    'Captured words.\nCaptured words.',
  );
  expect(words('{% set who %}the *agency*{% endset %}By {{ who }}.')).toBe('By the agency.');
  expect(words('{% assign a = "one" %}{{ a }} {% assign a = "two" %}{{ a }}')).toBe('one two');
});

test.each(['{{ a | highlight("html") | safe }}', '{{ a | highlight: "html" }}'])(
  'words that %s colours are code, and no link in them leads anywhere',
  (use) => {
    const text = `{%- set a %}\n<a href="page.md">*Home*</a>\n{%- endset %}\n${use}`;
    expect(words(text)).toBe('<a href="page.md">*Home*</a>');
    expect(links(text)).toEqual([]);
  },
);

test('code that gets a name may have empty lines, and calls in it where all of it is raw', () => {
  const text =
    '{% set a %}{% raw %}\n  One {{ x }}\n\n<b>*Two*</b>\n{% endraw %}{% endset %}\n{{ a | highlight("js") }}';
  expect(words(text)).toBe('  One {{ x }}\n\n<b>*Two*</b>');
  expect(told(text)).toEqual([]);
  const plain = '{% capture a %}\nOne\n\nTwo\n{% endcapture %}\n\n{{ a | highlight: "js" }}';
  expect(words(plain)).toBe('One\n\nTwo');
  // As words of a paragraph they say nothing.
  expect(words(`${plain} and {{ a }}`)).toContain('and {{ a }}');
  const mixed = text.replace('{% endraw %}', '{% endraw %}{{ y }}');
  expect(words(mixed)).toContain('{% set a %}');
});

test.each([
  ['before it has them', '{{ a }} {% assign a = "one" %}', '{{ a }}'],
  ['where they are not plain', '{% assign a = site.x %}{{ a }}', '{% assign a = site.x %}{{ a }}'],
  [
    'where a condition decides',
    '{% if b %}{% assign a = "one" %}{% endif %}{{ a }}',
    '{% if b %}{% assign a = "one" %}{% endif %}{{ a }}',
  ],
  [
    'where they hold markup',
    '{% capture a %}x {{ y }}{% endcapture %}{{ a }}',
    '{% capture a %}x {{ y }}{% endcapture %}{{ a }}',
  ],
])('a name says nothing %s', (_, text, expected) => {
  expect(words(text)).toBe(expected);
});

test('words that get a name and are used nowhere are quoted in a message', () => {
  const text = 'A {% capture note %}Captured words.{% endcapture %} b';
  expect(words(text)).toBe('A b');
  expect(told(text)).toEqual([
    'warning markup-unknown Unknown markup “{% capture note %}Captured words.{% endcapture %}”: left out, for nothing uses it',
  ]);
});

test.each([
  [
    '{{< accordion kicker="Day 1" title="Tuesday" icon="edit" >}}\nWords.\n{{< /accordion >}}',
    'Day 1: Tuesday\nWords.',
  ],
  ['{{< accordion kicker=Myth >}}\nWords.\n{{< /accordion >}}', 'Myth\nWords.'],
  ['{{< panel heading="Boats" subtitle="Of wood" >}}\nWords.\n{{< /panel >}}', 'Boats: Of wood\nWords.'],
  ['{{< box class="wide" >}}\nWords.\n{{< /box >}}', 'Words.'],
])('%j shows the words of its arguments', (text, expected) => {
  expect(words(text)?.replace(/\n+/gu, '\n')).toBe(expected);
});
