import type { Chance } from './chance.ts';
import { makeRich } from './make-rich.ts';
import { makeWords } from './make-words.ts';

/** A saved page of a site, with what pages have around their words. */
export function makePage(chance: Chance): string {
  const words = (): string => makeWords(chance, 9, 0.05);
  const head = chance.one([
    '<meta charset=utf-8>',
    '<meta charset=windows-1252>',
    '<meta name="date" content="2012-13-45">',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2012-03-04"</script>',
    '<base href="https://example.org/x/">',
    '',
  ]);
  const main = chance.one(['main', 'article', 'div id="content"', 'td', 'body']);
  const parts = chance.several(1, 6, () =>
    chance.one([
      () => `<p>${words()}</p>`,
      () => `<h2>${words()}</h2>`,
      () => `<p>${words()}<br><br>${words()}`,
      () =>
        `<img src="${chance.one(['a.png', '/a.png', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='])}" alt="${words()}">`,
      () => makeRich(chance),
      () => `<nav><a href="/">${words()}</a></nav>`,
      () => `<div class="share">${words()}</div><div hidden>${words()}</div>`,
    ])(),
  );
  return `<!doctype html><html lang=en><head><title>${words()}</title>${head}</head><body><header>${words()}</header><${main}>${parts.join('\n')}</${main.split(' ')[0]}><footer>${words()}</footer></body></html>\n`;
}
