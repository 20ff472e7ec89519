// The same text as each peer wants it: Markdown, source of Typst as a person would write it, HTML.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePost } from './make-post.mjs';

const kinds = ['md', 'typ', 'html', 'out'];

function asTypst(markdown, title) {
  const [, , body = ''] = markdown.split('---\n');
  const head = `#set document(title: "${title}")\n#set text(lang: "en")\n#title()\n`;
  return head + body.replaceAll(/^## /gmu, '= ');
}

function asHtml(markdown, title) {
  const [, , body = ''] = markdown.split('---\n');
  const blocks = body.trim().split(/\n+/u);
  const html = blocks.map((line) =>
    line.startsWith('## ') ? `<h2>${line.slice(3)}</h2>` : `<p>${line}</p>`,
  );
  return `<!doctype html><html lang="en"><title>${title}</title><body><h1>${title}</h1>${html.join('\n')}</body></html>`;
}

/** Writes so many posts below a folder, and gives the folder of them. */
export function writePosts(folder, count) {
  const at = join(folder, String(count));
  for (const name of kinds) mkdirSync(join(at, name), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const title = `Post ${index}`;
    const markdown = makePost({ title, paragraphs: 8 });
    writeFileSync(join(at, 'md', `post-${index}.md`), markdown);
    writeFileSync(join(at, 'typ', `post-${index}.typ`), asTypst(markdown, title));
    writeFileSync(join(at, 'html', `post-${index}.html`), asHtml(markdown, title));
  }
  return at;
}

/**
 * Writes a book of one file of Markdown, without its pictures and with the text of its links alone: peers fetch what is remote, and
 * end where a link leads nowhere.
 */
export function writeBook(folder, file) {
  const at = join(folder, 'book');
  for (const name of kinds) mkdirSync(join(at, name), { recursive: true });
  const text = readFileSync(file, 'utf8')
    .replaceAll(/<img\b[^>]*>/gu, '')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1');
  writeFileSync(join(at, 'md', 'book.md'), text);
  return at;
}
