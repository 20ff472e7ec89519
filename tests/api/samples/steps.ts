import { writeFile } from 'node:fs/promises';
import { openTagleaf } from 'tagleaf';

const tagleaf = await openTagleaf({ lang: 'en', agency: 'Department of Examples' });
const document = await tagleaf.read('---\ntitle: A post\n---\n\nSome words.\n', { file: 'a-post.md' });
for (const { ruleId, reason } of tagleaf.check(document)) console.warn(ruleId, reason);

const publication = tagleaf.publication(document);
const pdf = await tagleaf.pdf(publication);
const epub = await tagleaf.epub(pdf.publication, { pageStarts: pdf.pageStarts });
await writeFile('a-post.pdf', pdf.bytes);
await writeFile('a-post.epub', epub.bytes);
console.log(pdf.claims.join(', '), `${pdf.pages} page`);
