import { expect, test } from 'vitest';
import { inlineText } from '../../src/document/plain-text.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { followedLinks, postOfLinks } from './followed-links.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

function linksOf(text: string): readonly (readonly [string, string])[] {
  return [...walkDocument(readDocument(text))].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external'
      ? [[inlineText(node.children), node.target.url] as const]
      : [],
  );
}

test('a link of a scheme that programs open, and one to a host that is a number, stays one', () => {
  expect(readText(postOfLinks).messages).toEqual([]);
  expect(linksOf(postOfLinks)).toEqual(
    followedLinks.flatMap(([written, followed], index) => [
      [written, followed],
      // Raw HTML says itself what is escaped.
      [`raw ${index}`, written],
    ]),
  );
});

const head = '---\ntitle: T\nlang: en\n---\n';

test.each([
  ['a scheme that few programs open', 'sftp://a.gov/x', 'sftp://a.gov/x', 'sftp'],
  ['a name that looks like a scheme', 'fig:map', 'fig:map', 'fig'],
  ['a drive', 'C:/x', 'C:/x', 'c'],
])('%s is told with its name', (_, target, told, scheme) => {
  expect(printMessages(readText(`${head}[Go](${target})`).messages)).toEqual([
    `5:1 error link-target-missing Link target “${told}” is not part of the publication, and programs of readers do not open “${scheme}:”`,
  ]);
});

test.each([
  ['brackets around what is no address', 'http://[x]/', 'http://%5Bx%5D/'],
  ['brackets in a path alone', 'http:///[2001:db8::1]/', 'http:///%5B2001:db8::1%5D/'],
  ['numbers that are no address', 'http://[2001::db8::1]/', 'http://[2001::db8::1]/'],
])('%s: no host, and no link', (_, target, told) => {
  expect(printMessages(readText(`${head}[Go](${target})`).messages)).toEqual([
    `5:1 error link-target-missing Link target “${told}” is not part of the publication`,
  ]);
});

test.each([
  ['<a href="javascript:x" lang="fr">mots</a>', ['fr']],
  ['<a href="javascript:x" lang="fr" dir="ltr" id="a"><em>mots</em></a>', ['fr']],
  ['<a href="javascript:x">words</a>', []],
  ['<a href="javascript:x" lang="fr"></a>', []],
])('the words of %s keep their language', (html, languages) => {
  const nodes = [...walkDocument(readDocument(`${head}Go ${html}.`))];
  expect(nodes.flatMap(({ lang }) => lang ?? [])).toEqual(languages);
});

test('a link to a heading that shows nothing is its words, and told', () => {
  const { value, messages } = readText(
    `${head}[Go](#x), [on](#y).\n\n<h3 id="x">\n<dl></dl>\n</h3>\n\n<h3 id="y">Y</h3>`,
  );
  expect(printMessages(messages)).toContain(
    '5:1 error link-target-missing Link target “#x” shows nothing and was left out',
  );
  const links = value ? [...walkDocument(value)].filter(({ type }) => type === 'link') : [];
  expect(links).toMatchObject([{ target: { id: 'y' } }]);
});
