import { contentsPage } from '../../src/collections/front-pages.ts';
import { nameCaptioned } from '../../src/document/caption-lists.ts';
import type { Publication } from '../../src/document/publication.ts';
import { plain } from '../collections/collection-of.ts';
import { strings } from '../posts/read-text.ts';
import { chapter, member, smallCollection } from './small-collection.ts';

const table = (caption: string): string =>
  `<table><caption>${caption}</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>\n\n`;
const page = 'Words that fill a page, and then some more of them. '.repeat(80);

/** Two posts in two languages, with tables on some of their pages and a list of them behind the contents. */
export function listedCollection(): Publication {
  const post = `---\ntitle: A\nlang: en\n---\n\n${table('First')}${page}\n\n${page}\n\n${table('Second')}`;
  const french = `---\ntitle: B\nlang: fr\n---\n\n${table('Troisième')}`;
  const chapters = [
    chapter('contents', contentsPage(plain, ['table'], strings)),
    chapter('post', member('a', post)),
    chapter('post', member('b', french)),
  ];
  return smallCollection({ chapters: nameCaptioned(chapters, ['table']) });
}
