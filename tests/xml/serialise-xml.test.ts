import { expect, test } from 'vitest';
import { serialiseXml } from '../../src/xml/serialise-xml.ts';

function written(value: string): string {
  return serialiseXml({
    type: 'element',
    name: 'a',
    attributes: {},
    children: [{ type: 'text', value }],
  });
}

test('the end of a CDATA section does not stand in text (XML 1.0 §2.4)', () => {
  expect(written('x]]>y')).toBe('<a>x]]&gt;y</a>');
});

test('other brackets stay', () => {
  expect(written('x]] >y & z')).toBe('<a>x]] >y &#x26; z</a>');
});
