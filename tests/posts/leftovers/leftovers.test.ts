import { expect, test } from 'vitest';
import { settleMessages, type RuleLevels } from '../../../src/lint/settle-messages.ts';
import { readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function found(text: string): readonly string[] {
  return readText(head + text)
    .messages.filter(({ ruleId }) => ruleId === 'markup-visible')
    .map(({ reason, place }) => `${place?.start.line ?? '-'}:${place?.start.column ?? '-'} ${reason}`);
}

/** What is quoted of each finding. */
function quoted(text: string): readonly string[] {
  return found(text).map((line) => /“(.*?)”/su.exec(line)?.[1] ?? line);
}

test.each([
  ['a variable', 'By {{ page.author }}, of late.', ['{{ page.author }}']],
  ['a tag', '{% chart 5 %}', ['{% chart 5 %}']],
  ['a shortcode', 'See {{< chart id="5" >}} and {{% chart %}}.', ['{{< chart id="5" >}}']],
  ['a call that is never closed', 'See {{< chart id="5"', ['{{< chart id="5"']],
  ['a tag of ERB', 'Dear <%= name %>,', ['<%= name %>']],
  ['a shortcode of WordPress', '[gallery ids="1,2"] and more', ['[gallery ids="1,2"]']],
  ['a fence of a block', '::: {.aside\n\nWords.\n\n:::', ['::: {.aside', ':::']],
  ['a fence that follows words', 'Words\n:::: {.aside', [':::: {.aside']],
  ['an admonition', '!!! aside\n    the gap', ['!!! aside']],
  ['a fence that ends nothing', 'Words\n\n:::', [':::']],
  ['a fence in HTML', '<div>\n:::: aside\nWords\n</div>', [':::: aside']],
  ['an admonition in HTML', '<div>\n!!! note "Mind"\n</div>', ['!!! note "Mind"']],
  ['a tab in HTML', '<div>\n=== "Linux"\n</div>', ['=== "Linux"']],
  ['a note in the line', '<p>Words^[a note].</p>', ['^[a note]']],
  [
    'a note whose name has blanks',
    'Words[^main file].\n\n[^main file]: The note.',
    ['[^main file]', '[^main file]: The note.'],
  ],
  ['a link of a wiki', '<p>See [[Page|a label]].</p>', ['[[Page|a label]]']],
  ['a comment in an item', '- one <!-- draft\n- two <br>', ['<!-- draft']],
  ['an abbreviation', 'HTML is old.\n\n<p>*[HTML]: Language</p>', ['*[HTML]: Language']],
  ['an abbreviation without its end', '*[HTML\n\nWords', ['*[HTML']],
  ['an abbreviation without its colon', '*[HTML] Hypertext\n\nHTML', ['*[HTML] Hypertext']],
  ['a fence behind words', 'Words of it :::\n\nMore', [':::']],
  ['a fence before a brace', 'Words ::: {.aside', ['::: {.aside']],
  ['a fence of percent signs', '%%%\nWords\n%%%', ['%%%']],
  ['attributes that are never closed', '## Words {.x', ['{.x']],
  ['the same at the end of a paragraph', 'Words {#id .y', ['{#id .y']],
  ['attributes above nothing', '{lang=fr}\n\nBonjour', ['{lang=fr}']],
  ['attributes at the end of the post', 'Bonjour\n\n{#end}', ['{#end}']],
  ['an admonition without its kind', '!!!\n\nWords', ['!!!']],
  ['plus signs', 'Words\n\n+++\n\nMore', ['+++']],
  ['attributes behind words', 'Words {key=value} and more', ['{key=value}']],
  ['a role before code in HTML', 'See {cite:p}<code>smith</code>.', ['{cite:p}']],
  ['stray asterisks', '**Lead. **Then words.', ['**Lead. **']],
  ['asterisks that are never closed', 'Press the **Continue button.', ['**']],
  ['emphasis in HTML', '<div>Some *words*, _more_ and `code`.</div>', ['*words*']],
  ['underscores in HTML', '<p>_Some words._</p>', ['_Some words._']],
  ['backticks in HTML', '<div>Call `run()` there</div>', ['`run()`']],
  ['stray underscores', 'Then __another __one.', ['__another __']],
  [
    'a picture whose words go over a line end, in HTML',
    '<div>\n![A map\nof the site](/a/b.svg)\n</div>',
    ['![A map of the site](/a/b.svg)'],
  ],
  [
    'the same with a call in its address',
    '<div>\n![A map\nof it"]({{ "/a/b.svg" | url }})\n</div>',
    ['![A map of it"](/a/b.svg)'],
  ],
  ['a superscript', 'Some 10^6^ of x^2^.', ['^6^']],
  [
    'Markdown in HTML',
    '<div>\n**Bold** and [a link](https://example.org/)\n</div>',
    ['**Bold**', '[a link](https://example.org/)'],
  ],
  ['a place of contents', '[TOC]', ['[TOC]']],
  ['a place of contents in two brackets', '[[toc]]\n\n[[_TOC_]]', ['[[toc]]', '[[TOC]]']],
  ['a table without its row of headers', 'Words\n|---|---|\n| a | b |', ['|---|---|']],
  ['a heading in HTML', '<p>\n## Costs\n</p>', ['## Costs']],
  ['a citation', 'As shown [@smith2004, p. 3].', ['[@smith2004, p. 3']],
  ['commands of TeX', 'See \\texttt{mlr}\\index{mlr}.', ['\\texttt{mlr}']],
  ['TeX', 'So \\begin{aligned} a and', ['\\begin{aligned}']],
  ['a tag whose quotation mark is open', 'Words <b class="x and more.', ['<b class="x and more.']],
  ['a tag without its end', 'One <br\n\nand two</b', ['<br', '</b']],
  ['an attribute of another language', 'A <Foo bar={x} here', ['<Foo bar={x} here']],
  ['the code of an emoji', 'Well done (:tada:), :+1: and all', [':tada:']],
  ['the code of an icon', ':material-account:{ .big } Me', [':material-account:{ .big }']],
  ['a role of another language', 'See :ref:`costs`.', [':ref:']],
  ['a reference of AsciiDoc', 'See xref:costs.adoc#sum[the costs].', ['xref:costs.adoc#sum[the costs]']],
  ['a picture of AsciiDoc', 'image::map.png[A map]', ['image::map.png[A map]']],
  ['an insertion', 'It is ++new words++ and ^^more of them^^.', ['++new words++']],
  ['a link with spaces in its address', 'See [it](my notes.md) there.', ['[it](my notes.md)']],
  ['a link to a place of such a file', '[it](my notes/a b.html#top)', ['[it](my notes/a b.html#top)']],
  ['a label that is defined nowhere', 'See [the tools][] and ![a map][fig].', ['[the tools][]']],
  ['a number that is', 'See [them][1].', ['[them][1]']],
  ['keys', 'Press ++ctrl+alt+"x"++ now', ['++ctrl+alt+"x"++']],
])('%s is found', (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test.each([
  ['code', 'In `{{ page.author }}` and <kbd>{% raw</kbd>'],
  ['a fence of code', '```\n{{ page }}\n\n:::\n```'],
  [
    'what a backslash escapes',
    '\\{{ page.author }} and \\::: aside, \\*\\*Lead. \\*\\*Then, \\[TOC], {\\% x %}',
  ],
  ['what is written as character references', '&#123;&#123; page.author }} and &lbrace;% x %&rbrace;'],
  ['what stands in raw', '{% raw %}{{ page.author }} and {% x %}{% endraw %}'],
  ['a call that is an example', 'Write {{</* chart */>}} there.'],
  ['a role of MyST, known or not', 'See {cite:p}`smith` and {riddle}`x`.'],
  ['a literal of Liquid', 'Write {{ "{% page %}" }} there.'],
  ['signs of notes in tables', '| a | b |\n|---|---|\n| 12** | ** Estimate |\n| 13*** | * see 14** |'],
  ['a price', 'It costs $5 or $$ and $$$.'],
  ['colons', 'At 10:30, Name ::: Title, and a:: b'],
  ['a mark of a note before words in brackets', '*[Name] of it, *[sic] and\n\n*[A note] here'],
  ['percent signs', 'So 5%%% and %%% there, %%%a'],
  ['braces that are never closed', 'A set {a, b and {.x} in {2 of'],
  ['attributes on the line above', '{lang=fr}\nBonjour'],
  ['attributes with a colon above nothing', '{: #x}\n\nWords'],
  ['exclamations', 'Stop!!! now\n\n!!! What?\n\nWow!!!'],
  ['a link in emphasis', '*[Words](https://example.org/) and\n*[more\nwords](https://example.org/)* here.*'],
  ['blanks of a form', 'Name: ____ and ______'],
  ['equal signs', 'a == b and c === d'],
  ['carets and tildes', 'a^b, 2^3^4, ^_^ and x ^2^ y, ~5 and ~6, a~b'],
  ['brackets', '[1] [sic] [Name] [a/b] (see [2])'],
  ['brackets behind brackets', '[sic][my emphasis] [1][2] a[i][j] [i][j] [Name][^1]'],
  ['a label that is defined', '[the tools][] and [them][1]\n\n[the tools]: a.md\n[1]: b.md'],
  ['brackets and an aside', '[T](he) and [sic](see the notes) and [x](a.b)'],
  ['a set', 'The set {a, b} and {} and { x }'],
  ['plus signs among words', 'C+++ and a +++ b'],
  ['signs of programs', 'Let i++ and j++ be, or ++i and j++, in C++ and C++.'],
  ['signs of comparison', 'a <b and c > d, x < y, a <3 and <- or ->'],
  ['times, ports and pairs', 'At 10:30:45, :8080: and a:b:c, std::a::b, key:value: x and “:”'],
  ['words before brackets', 'The link: [words] and an image [1], see xref [2]'],
  ['carets', 'x^^2 and a^^b^^c, ^^_^^'],
  ['numbers of things', 'We are #1 and # 5'],
  ['single signs', '<p>Name*, Other* and *Estimate, 2 * 3 * 4, a_b_c, _x, p*q*r, /_next/_x_/, `a and b</p>'],
  [
    'single signs that are escaped',
    '<p>&#42;a&#42; and &#95;b&#95;, &#96;c&#96;</p>\n\n\\*a\\* \\_b\\_ \\`c\\`',
  ],
  ['asterisks of notes and arguments', '**Estimate\n\nA 12** b\n\nGive it **kwargs\n\nSo 2 **n'],
  ['a comment', 'A <!-- b --> c, \\<!-- d and `<!-- e`, &lt;!-- f'],
  ['classes of letters', '<p>[^a-z ], [^ ab] and [^"\\ ]</p>'],
  ['an expression and an index', '<p>^[a-z], x^[1], list[[name]], [[1, 2], [3]] and [[ -f x ]]</p>'],
])('%s is no markup', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('each kind is told once for a block, with its place, how often and the cure', () => {
  const cure = 'write the words that it stands for, or name a module that knows it under `plugins:`';
  expect(found('- One {{ a.b }} and {{ a.c }}\n- Two\n\n> Three\n> {{ a.d }}')).toEqual([
    `5:7 Readers see a call, a variable or a tag of a template, “{{ a.b }}” (2 times in this block): ${cure}`,
    `9:3 Readers see a call, a variable or a tag of a template, “{{ a.d }}”: ${cure}`,
  ]);
});

test('attributes on the first line of a post are those of the block below it', () => {
  const { value } = readText(`${head}{lang=fr}\nBonjour`);
  expect(value?.body).toMatchObject([{ type: 'paragraph', lang: 'fr' }]);
});

test('an escaped sign does not hide another of the same block', () => {
  expect(found('Not \\{{ a }}, but {{ b.c }} &amp; more')).toEqual([
    expect.stringMatching(/^5:19 Readers see .*“\{\{ b\.c \}\}”/u),
  ]);
});

test('of a tab it is said what to write instead', () => {
  expect(found('<div>\n=== "Linux"\n</div>')).toEqual([
    '6:1 Readers see the name of a tab, “=== "Linux"”: write it as a heading, and what the tab holds below it without the indent',
  ]);
});

test('a rule or a frame of many columns is seen as well', () => {
  expect(found(`+${'---+'.repeat(500)}\n|${' a |'.repeat(500)}\n+${'---+'.repeat(500)}`)).toEqual([
    expect.stringContaining('Readers see the frame of a table, “+---+---'),
  ]);
  expect(found(`Words.\n|${'---|'.repeat(500)}\n|${' a |'.repeat(500)}`)).toEqual([
    expect.stringContaining('Readers see the rule of a table, “|---|---'),
  ]);
});

test.each([
  ['of one dash a cell', '1. | a | b |\n  | :-: | - |\n  | 1 | 2 |', '| :-: | - |'],
  ['without a stroke before it', 'a b c\n--- | :-:', '--- | :-:'],
])('a rule %s is told', (_, body, quoted) => {
  expect(found(body)).toEqual([expect.stringContaining(`Readers see the rule of a table, “${quoted}`)]);
});

test.each([
  ['a cell with a dash alone', 'a\n| - |'],
  ['a dash and words in a row', 'a\n| - | b |'],
  ['dashes in words', 'a --- | --- b'],
])('%s makes no rule', (_, body) => {
  expect(found(body)).toEqual([]);
});

test('a rule of a table is seen where the rows follow it on its line, and a range or an option is none', () => {
  expect(found('|---|---| |**To:**|The office| |**From:**|Ann|')).toEqual([
    expect.stringContaining('5:1 Readers see the rule of a table, “|---|”'),
  ]);
  expect(found('Either |--a or a |---| in a line.')).toEqual([]);
});

test('of a table that is drawn with signs it is said how to write it', () => {
  expect(found('+---+---+\n| a | b |\n+===+:==+\n| 1 | 2 |\n+---+---+')).toEqual([
    '5:1 Readers see the frame of a table, “+---+---+” (3 times in this block): write its rows as `| a | b |`, with a line `|---|---|` below the first, or as a table of HTML',
  ]);
});

test('a fence of code that is never closed is told where words follow it', () => {
  const fence =
    '5:1 Readers see the rest of the post as code: “```sh” is never closed; close it with “```” on a line of its own';
  expect(found('```sh\nls\n\nThen the text goes on with many words.')).toEqual([fence]);
  expect(found('```sh\nls\n\necho "$a"')).toEqual([]);
  expect(found('```sh\nls\n\nThen the text goes on with many words.\n```')).toEqual([]);
});

test('code that begins in a quotation or an item and goes on outside is told', () => {
  const told = (line: number, column: number): string =>
    `${line}:${column} ` +
    'Readers see code as text, and the text behind it as code: “```” stands in a quotation or in a list, and the next line does not; begin each line of the code as that of “```” begins';
  expect(found('>```\nls\n```\n\nWords.')).toEqual([told(5, 2)]);
  expect(found('- Do:\n  ```sh\nls\n```\n\nWords.')).toEqual([told(6, 3)]);
  expect(found('> ```\n> ls\nls\n```\n\nWords.')).toEqual([told(5, 3)]);
  expect(found('> ```\n> ls\n> ```\nWords.')).toEqual([]);
  expect(found('> ```\n> ls\n\nWords.')).toEqual([]);
  expect(found('- ```\n  ls\n- Words.')).toEqual([]);
  expect(found('1. ```\n   ls\n   ```\n\n2. Words.')).toEqual([]);
  expect(found('```\nls\n```\nWords.')).toEqual([]);
});

test('the tag of a heading that a sentence speaks of is told, for it makes a heading', () => {
  const told = (place: string, tag: string): string =>
    `${place} Readers see what follows “${tag}” as a heading: put backticks around the tag where it is spoken of, or close it`;
  expect(found('Use headings like <H1> and <h2 class="x">, please.')).toEqual([
    told('5:19', '<H1>'),
    told('5:28', '<h2 class="x">'),
  ]);
  expect(found('Words <h2>one</h2> and <h2> two.')).toEqual([told('5:24', '<h2>')]);
  expect(
    found('Words `<h2>` and \\<h2> and <hr> and <b>h1</b>.\n\n<h2>One</h2>\n\n<div>\n<h2>Two\n</h2></div>'),
  ).toEqual([]);
});

function settled(text: string, levels: RuleLevels = {}): readonly unknown[] {
  const { value, messages } = readText(head + text);
  const document = value ?? expect.fail();
  return settleMessages(messages, { document, levels })
    .filter(({ ruleId }) => ruleId === 'markup-visible')
    .map(({ severity, withholds, suppressed }) => [severity, withholds, suppressed]);
}

test('it withholds the claims of both formats, and a reason in the post restores them', () => {
  const text = 'Words of ::: and\n::: {.aside';
  expect(settled(text)).toEqual([['error', ['pdf', 'epub'], undefined]]);
  expect(settled(`<!-- a11y-ignore markup-visible: it is shown -->\n\n${text}`)).toEqual([
    ['info', [], 'it is shown'],
  ]);
  expect(settled(`<!-- a11y-ignore markup-visible -->\n\n${text}`)).toEqual([
    ['error', ['pdf', 'epub'], undefined],
  ]);
});

test('no level of the project restores a claim', () => {
  const levels = ['warning', 'info', 'off'] as const;
  expect(levels.map((level) => settled('::: {.aside', { 'markup-visible': level }))).toEqual([
    [['warning', ['pdf', 'epub'], undefined]],
    [['info', ['pdf', 'epub'], undefined]],
    [['info', ['pdf', 'epub'], undefined]],
  ]);
});

test.each([
  ['asterisks behind words', 'A ***s**mall** change** here.', ['**']],
  ['asterisks before words', 'A **first** and **second one.', ['**']],
])('what is left of emphasis beside emphasis is told: %s', (_, text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test.each([
  ['marks of notes', 'The price** of **all** is \\**10.'.replace('price**', 'price\\*\\*')],
  ['a mark where nothing is emphasised', 'The price** is 10.'],
  ['a power', '**Two** is 2 ** 1.'],
  ['code', '**Two** is `2**`.'],
])('asterisks of the author are not: %s', (_, text) => {
  expect(quoted(text)).toEqual([]);
});

test('an element of HTML in a title is told, as is code that ends an element', () => {
  const title = '---\ntitle: Come <em>before</em> noon\nlang: en\n---\nWords.';
  const told = (text: string): readonly string[] =>
    readText(text).messages.flatMap(({ ruleId, reason }) => (ruleId === 'markup-visible' ? [reason] : []));
  expect(told(title)).toEqual([
    'The title of the post holds an element of HTML, “<em>” (2 times in this text): it is shown as it is written; write words in its place, or no title but a heading “# …” as the first line of the post',
  ]);
  expect(told(title.replace(/<\/?em>/gu, '').replace('noon', 'a < b > c'))).toEqual([]);
  expect(found('<div>\n  <div>\n\n      Words of mine\n    </div>\n</div>')).toEqual([
    '9:5 Readers see “</div>” as code: take away the empty lines inside the element, or the spaces before its words',
  ]);
  expect(quoted('Write:\n\n    <div>\n    </div>')).toEqual([]);
  expect(quoted('Write:\n\n```\n</div>\n```')).toEqual([]);
});

test.each(['kramdown', 'myst'] as const)('a tilde of %s strikes nothing through', (dialect) => {
  const { value, messages } = readText(`${head}H~2~O and ~~gone~~`, { dialect });
  expect(
    JSON.stringify(value?.body).match(/"kind":"deletion"|"value":"H~2~O and "|"value":"gone"/gu),
  ).toEqual(['"value":"H~2~O and "', '"kind":"deletion"', '"value":"gone"']);
  expect(messages.map(({ ruleId, reason }) => [ruleId, reason])).toEqual([
    [
      'markup-visible',
      'Readers see the signs of a superscript or a subscript, “~2~”: write `<sup>2</sup>` or `<sub>2</sub>`',
    ],
  ]);
});

test('with GitHub it does', () => {
  expect(readText(`${head}H~2~O`, { dialect: 'gfm' }).messages).toEqual([]);
});
