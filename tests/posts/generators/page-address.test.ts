import { expect, test } from 'vitest';
import { walkDocument } from '../../../src/document/walk.ts';
import { printMessages, readDocument, readText } from '../read-text.ts';

const base = 'https://x.gov/s';
const path = 'blog/2020-01-02-a.md';

test.each([
  // [the pattern, front matter, what the post links to, where that leads]
  ['/:year/:title/', 'tags: a', '../b/', '/2020/b/'],
  ['/:year/:title.html', 'tags: a', 'b/c?d=é#e', '/2020/b/c?d=%C3%A9#e'],
  ['/:year/:title/', 'permalink: /own/page/', '../b/', '/own/b/'],
  ['/:year/:title/', 'permalink: /own/:title/', 'b/', '/own/a/b/'],
  ['/:categories/:title/', 'url: /own/page', 'b', '/own/b'],
  ['/:year/:title/', 'url: //y.gov/page', './b.pdf', '/2020/a/b.pdf'],
])('with %j and “%s” %s is seen from the page of the post', (permalink, matter, target, address) => {
  const text = `---\ntitle: T\nlang: en\n${matter}\n---\n[Go](${target})`;
  const options = { path, links: { base, permalink } };
  const urls = [...walkDocument(readDocument(text, options))].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external' ? [node.target.url] : [],
  );
  expect(urls).toEqual([base + address]);
  expect(readText(text, options).messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

const missing = (target: string, hint = ''): string =>
  `5:1 error link-target-missing Link target “${target}” is not part of the publication${hint}`;
const linksSay = '; if its site has it, `links: { base, permalink }` in tagleaf.yaml says where';
const permalinkSays = '; if its site has it, `permalink` under `links` in tagleaf.yaml says where';

test.each([
  // [what is known of the site, what the post links to, what is told]
  ['nothing', undefined, '../b/', missing('../b/', linksSay)],
  ['nothing', undefined, 'b/c', missing('b/c', linksSay)],
  ['nothing', undefined, 'b.md', missing('b.md')],
  ['nothing', undefined, '#b', '5:1 error link-target-missing No target “#b”'],
  ['its address', { base }, '../b/', missing('../b/', permalinkSays)],
  ['another pattern', { base, permalink: '/:categories/' }, '../b/', missing('../b/')],
  ['the pattern', { base, permalink: '/:year/' }, 'gone.md', missing('gone.md')],
  ['the pattern', { base, permalink: '/:year/' }, '2020-01-03-b', missing('2020-01-03-b')],
])('where %s is known of the site (%j), a link to %s is told', (_, links, target, told) => {
  const options = { path, ...(links && { links }) };
  const { messages } = readText(`---\ntitle: T\nlang: en\n---\n[Go](${target})`, options);
  expect(printMessages(messages)).toEqual([told]);
});
