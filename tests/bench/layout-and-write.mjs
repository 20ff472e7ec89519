// Lays out and writes a ready document of about 1,000 pages; prints pages and CPU time of that step alone.
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

const strings = await readStrings(undefined);
const { value: document } = readPost(Buffer.from(makePost({ title: 'Long', paragraphs: 7000 })), {
  file: 'long.md',
  path: 'long.md',
  strings,
  limits: defaultPostLimits,
});
const options = {
  fonts: await readFonts([], process.cwd()),
  theme: await readTheme(await findTheme({ theme: 'standard', templates: undefined, cwd: process.cwd() })),
  profile: profileP1,
  page: 'letter',
};
const before = process.cpuUsage();
const { value } = await renderPdf(publicationOfPost(document, strings('en')), options);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ pages: value.pages, cpuMs: (user + system) / 1000 }));
