import { describe, expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { partition } from '../../src/account/partition.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

/** Passages of a post that ended nowhere; `without` the words that its messages quote. */
function residueOf(body: string, { without = false } = {}): readonly string[] {
  const { value, messages } = readText(head + body);
  if (value?.source === undefined) throw new Error('The post was not built');
  const { source } = value;
  const heard = without
    ? messages.map((message) => ({ ...message, reason: message.reason.replace(/“[^“”]*”/gu, '') }))
    : messages;
  return partition(source, value, heard).residue.map(({ start, end }) => source.slice(start, end));
}

// Each holds words that no page of a finished file shows: they are quoted.
const leftOut: readonly string[] = [
  '<object data="https://e.org/o.pdf" standby="Standby stoat"><p>Object otter</p></object>',
  '<iframe src="https://e.org/" title="Tiger frame" aria-label="Label lynx">Panda <b>fallback</b></iframe>',
  '<iframe src="https://e.org/" width=0 height=0 title="Tiger frame"></iframe>',
  '<iframe srcdoc="<p class=\'x\'>Panda doc</p>"></iframe>',
  '<audio src="https://e.org/a.mp3">Audio ape</audio>',
  '<video src="https://e.org/a.mp4">Video vole <track src="t.vtt" srclang="en" label="English captions"></video>',
  '<video>Video vole</video>',
  '<input type="submit" value="Send wombat">',
  '<input type="text" placeholder="Search lemur" aria-label="Search gibbon" value="Loris">',
  '<input type="image" src="go.png" alt="Go heron">',
  '<template><p>Template <b>toad</b></p></template>',
  '<datalist id="l"><option value="Chimp one"><option value="b">Chimp two</option></datalist>',
  '<select><option value="a">Ape</option><optgroup label="Group gorilla"><option value="b" label="Lemur"></optgroup></select>',
  '<textarea placeholder="Type tapir">Filled fox</textarea>',
  '<canvas>Canvas camel</canvas>',
  '<noscript>Noscript newt <img src="https://e.org/x.png" alt="Alt ant" title="Title tern"></noscript>',
  '<noembed>Noembed <b>newt</b></noembed>',
  '<noframes>Noframes newt</noframes>',
  '<applet code="x.class" alt="Applet alt">Applet ape</applet>',
  '<embed src="https://e.org/x.swf" title="Embed eel" aria-label="Label lynx">',
  '<map name="m"><area href="https://e.org/a" alt="Area asp" coords="1,2,3,4"></map>',
  '<button type="button" title="Title tern" aria-label="Label lynx">Press puma</button>',
  '<dialog title="Dialog dove">Dialog duck</dialog>',
  '<form action="/s" title="Form ferret"><button>Go goat</button></form>',
  '<meta name="description" content="Meta moth">',
  '<acronym title="Acronym ant">AA</acronym>',
  '<picture title="Picture pig"><source srcset="a.webp"><img src="a.png" alt="Alt ape"></picture>',
  '<tab-item value="a" label="Label lynx">Item ibis</tab-item>',
  '<TabItem\n  value="a"\n  label="Label lynx"\n/>\n\nText',
  '<math><mi>x</mi><annotation encoding="application/x-tex">\\xray</annotation></math>',
  '<div title="Div dove" aria-description="Described dodo">Duck</div>',
  '<q cite="https://e.org/quoted" title="Quote quail">Rat</q>',
  '<table><colgroup title="Group goat"><col title="Column cow"></colgroup><tbody title="Body boar"><tr title="Row rat"><td title="Cell cat">x</td></tr></tbody></table>',
  '<dl title="List lion"><div title="Group goat"><dt title="Term tern">A</dt><dd title="Sense seal">B</dd></div></dl>',
  '<ruby title="Ruby rat">B<rt title="Reading rook">r</rt></ruby> a<wbr title="Break bat">b',
  '<div hidden>Hidden hare <img src="x.png" alt="Alt ape"> <a href="https://e.org/hidden/path">Link lynx</a><script>var x;</script></div>',
  '<noscript>He said “hello hen” there</noscript>',
  '<textarea>\n\nAll that **follows** fox',
  '<script>\n\nAll that **follows** fox',
  'Text\n\n<!-- All that follows fox\n\nand hen',
];

describe('a message accounts for the words that it quotes', () => {
  test.each(leftOut)('%s', (body) => {
    expect(residueOf(body)).toEqual([]);
  });

  test.each(leftOut)('and for no others: %s', (body) => {
    expect(residueOf(body, { without: true })).not.toEqual([]);
  });
});

test.each([
  ['a script', '<script>var words = "of a program";</script>'],
  ['a style', '<style>.words { color: red }</style>'],
  ['a comment', 'Text\n\n<!-- words among authors -->'],
  ['signs of a list', '<ol><li value="7">Seven</li></ol>'],
  ['a gauge', '<progress value="3" max="10">A third</progress> <meter value=0.6 min=0 max=1>60</meter>'],
  ['data', '<data value="398">Ketchup</data>'],
  ['a button', '<button value="go">Go</button>'],
  ['a choice that is sent', '<input type="checkbox" value="yes"> Yes <input type=hidden value="secret">'],
  ['colours and faces', '<body text="#fff"><font face="Arial Black">x</font></body>'],
  ['parameters', '<object data="https://e.org/o.pdf"><param name="play" value="always"></object>'],
  ['addresses of what was left out', '<noscript><img src="https://e.org/pixel.gif"></noscript>'],
])('%s: nothing that readers would read is lost', (_, body) => {
  expect(residueOf(body)).toEqual([]);
});

describe('what is long is quoted by its beginning and its end', () => {
  const words = Array.from({ length: 300 }, (_, index) => `w${(index * 37) % 101}`);
  const options = words.map((word) => `<option value="v">${word} <b>x</b></option>`).join('');

  test.each([
    ['with markup between', `<select>${options}</select>`],
    ['with the same words all through', `<noscript>${'same text '.repeat(200)}</noscript>`],
    ['of one endless word', `<noscript>${'字の列'.repeat(400)}</noscript>`],
    ['with references', `<noscript>${'the &eacute;t&eacute; of &uuml;ber &amp; co. '.repeat(40)}</noscript>`],
    ['over blocks', `<textarea>\n\n${words.join('\n\n')}`],
  ])('%s', (_, body) => {
    expect(residueOf(body)).toEqual([]);
    const { messages } = readText(head + body);
    expect(messages[0]?.reason).toContain(' … ');
    expect(messages[0]?.reason.length).toBeLessThan(600);
  });

  test.each([
    ['its end', / … [^”]*/u, ' … no such end'],
    ['its beginning', /“[^“”]* … /u, '“no such beginning … '],
  ])('where %s is not that of the place, nothing between is told', (_, quoted, other) => {
    const { value, messages } = readText(`${head}<select>${options}</select>`);
    const told = messages.map((message) => ({ ...message, reason: message.reason.replace(quoted, other) }));
    const lost = printMessages(accountWords({ value, messages: told }, { hasPlugins: false }).messages);
    expect(lost.filter((line) => line.includes('words-unaccounted')).length).toBeGreaterThan(200);
  });
});

test('words that are left out are not taken for those that the model has behind them', () => {
  expect(residueOf('A [only the web]{.content-hidden}[the printed]{.x} version.')).toEqual([]);
  expect(
    residueOf('See [one]({{< none >}} "Front and Center") and [two]({{< none >}} "Back") words.'),
  ).toEqual([]);
  // What no message quotes is lost all the same.
  expect(residueOf('A [only the web]{.content-hidden} of the printed.', { without: true })).toEqual([
    'only the web',
  ]);
});

test('the name of a file that is not there may be words of the model', () => {
  expect(
    residueOf(
      '```{literalinclude} none.py\n:caption: a plug-in to add a `none-py` directive that shows a picture\n```',
    ),
  ).toEqual([]);
});

test('a title that was removed does not stand for the same words beside it', () => {
  const soups = (title: string): string =>
    `<fieldset>\n  <legend>Soups</legend>\n  <input type='radio' title='Pea'><label>Pea</label>\n  <input type='radio' title='${title}'><label>Tomato</label>\n</fieldset>`;
  expect(residueOf(soups('Tomato'))).toEqual([]);
  expect(residueOf(soups('Tomato'), { without: true })).not.toEqual([]);
});
