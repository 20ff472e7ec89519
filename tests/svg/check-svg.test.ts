import { expect, test } from 'vitest';
import { checkSvg } from '../../src/svg/check-svg.ts';

const svg = (body: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${body}</svg>`,
  );

function told(source: Uint8Array): string {
  const checked = checkSvg(source);
  return checked.state === 'good'
    ? `good: ${checked.text} [${checked.leftOut.join()}]`
    : `${checked.state}: ${checked.why}`;
}

const nested = (depth: number): string => `${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}`;

/** Each group shows the one before it ten times. */
const bomb = (levels: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? '<g id="g0"><rect width="1" height="1"/></g>'
      : `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(10)}</g>`,
  ).join('');

test.each([
  [
    'text of all kinds',
    '<text>One <tspan>two</tspan></text><text><![CDATA[3]]></text>',
    'good: One  two 3 []',
  ],
  ['an address that leads elsewhere', '<a href="https://example.org/"><rect/></a>', 'good:  []'],
  [
    'what runs and moves',
    '<script>go()</script><rect><animate attributeName="x"/></rect>',
    'good:  [script,animate]',
  ],
  ['elements of editors', '<i:set xmlns:i="urn:i"/>', 'good:  []'],
  ['a picture of its own', '<image href="data:image/png;base64,AA=="/>', 'good:  []'],
  [
    'a picture elsewhere',
    '<image xlink:href="https://example.org/a.png"/>',
    'incomplete: it shows a picture that lies outside of it (https://example.org/a.png)',
  ],
  [
    'a picture of a folder',
    '<image href="a.png"/>',
    'incomplete: it shows a picture that lies outside of it (a.png)',
  ],
  [
    'a part elsewhere',
    '<use href="icons.svg#leaf"/>',
    'incomplete: it shows a part of another file (icons.svg#leaf)',
  ],
  [
    'a style elsewhere',
    '<style>@import "a.css";</style>',
    'incomplete: its style is in another file (@import)',
  ],
  [
    'a colour elsewhere',
    '<rect fill="url(a.svg#b)"/>',
    'incomplete: it uses what lies outside of it (a.svg#b)',
  ],
  [
    'text of a page',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Words</p></foreignObject>',
    'incomplete: it holds text of another kind of document (foreignObject)',
  ],
  [
    'text of a page with another form',
    '<switch><foreignObject requiredFeatures="x"><p>Words</p></foreignObject><text>Words</text></switch>',
    'good: Words []',
  ],
  ['128 elements inside each other', nested(127), 'good:  []'],
  [
    'more elements inside each other',
    nested(128),
    'broken: SVG with more than 128 elements inside each other',
  ],
  ['a thousand of what is used', bomb(4), 'good:  []'],
  ['a million of what is used', bomb(7), 'too-large: it draws 3580239, more than 500000 parts'],
  [
    'what uses itself',
    '<g id="a"><use href="#a"/></g>',
    'too-large: it draws without end, more than 500000 parts',
  ],
  [
    'a marker at many corners',
    `<marker id="m">${'<rect/>'.repeat(999)}</marker><path marker-mid="url(#m)" d="${'L1 1'.repeat(999)}"/>`,
    'too-large: it draws 1000002, more than 500000 parts',
  ],
  [
    'filters of many parts',
    `<filter id="f">${'<feFlood/>'.repeat(65)}</filter>`,
    'too-large: filters of more than 64 parts',
  ],
])('%s', (_, body, expected) => {
  expect(told(svg(body))).toBe(expected);
});

test.each([
  [
    'a type that declares nothing',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
    'good:  []',
  ],
  [
    'entities',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    'broken: SVG with declarations of its own (DOCTYPE with brackets)',
  ],
  ['an unknown entity', '<svg>&a;</svg>', 'broken: SVG that is no XML: '],
  ['an open element', '<svg><g></svg>', 'broken: SVG that is no XML: '],
  ['another document', '<html/>', 'broken: XML that is no SVG'],
])('a file with %s', (_, source, expected) => {
  expect(told(Buffer.from(source)).startsWith(expected)).toBe(true);
});

test('a file that is not UTF-8', () => {
  expect(told(Buffer.from('<svg>\xe9</svg>', 'latin1'))).toBe('broken: SVG that is not UTF-8');
});

test('hostile files are refused about as fast as they are long', () => {
  const refused = [
    '<'.repeat(2_000_000),
    '<svg>' + '<!DOCTYPE '.repeat(200_000),
    `<svg>${'<g '.repeat(600_000)}`,
    `<svg><rect fill="${'url(#'.repeat(300_000)}"/></svg>`,
  ].map((source) => {
    const before = process.cpuUsage();
    const state = told(Buffer.from(source)).split(':')[0];
    const { user, system } = process.cpuUsage(before);
    return [state, (user + system) / 1e6 < 5];
  });
  expect(refused).toEqual([
    ['broken', true],
    ['broken', true],
    ['broken', true],
    ['good', true],
  ]);
});
