// Lays out and writes a ready document, of about 1,000 pages or in LANGUAGE of so many PARAGRAPHS; prints pages and CPU time of
// that step alone. Faces that do not come with Tagleaf are those of the judges.
import { fileURLToPath } from 'node:url';
import { readFonts } from '../../dist/lib/fonts/read-fonts.js';
import { readStrings } from '../../dist/lib/project/read-strings.js';
import { findTheme } from '../../dist/lib/project/find-theme.js';
import { publicationOfPost } from '../../dist/lib/document/publication.js';
import { profileP1 } from '../../dist/lib/pdf/profile/profile-p1.js';
import { renderPdf } from '../../dist/lib/pdf/render-pdf.js';
import { readTheme } from '../../dist/lib/pdf/theme/read-theme.js';
import { defaultPostLimits } from '../../dist/lib/posts/context/post-context.js';
import { readPost } from '../../dist/lib/posts/read-post.js';
import { makePost } from './make-post.mjs';
import { makeScriptPost } from './make-script-post.mjs';

const [lang, paragraphs] = process.argv.slice(2);
const post = lang ? makeScriptPost(lang, Number(paragraphs)) : makePost({ title: 'Long', paragraphs: 7000 });

const strings = await readStrings(undefined);
const { value: document } = readPost(Buffer.from(post), {
  file: 'long.md',
  path: 'long.md',
  strings,
  limits: { ...defaultPostLimits, bytes: 1e9, work: 1e12 },
});
const options = {
  fonts: await readFonts([], fileURLToPath(new URL('../judges', import.meta.url))),
  theme: await readTheme(await findTheme({ theme: 'standard', templates: undefined, cwd: process.cwd() })),
  profile: profileP1,
  page: 'letter',
};
const before = process.cpuUsage();
const { value } = await renderPdf(publicationOfPost(document, strings('en')), options);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({ pages: value.pages, claims: value.claims.length, cpuMs: (user + system) / 1000 }),
);
