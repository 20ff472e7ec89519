import { h } from 'hastscript';
import type { Image, ImageId } from '../../document/inline.ts';
import type { Publication } from '../../document/publication.ts';
import { fillString } from '../../document/strings.ts';
import { baseDirection } from '../../document/direction.ts';
import type { ContentFile } from './book.ts';
import { serialiseXhtml } from '../xhtml/serialise-xhtml.ts';
import { xmlLine } from '../../xml/xml-text.ts';

/** The name of the content document that shows the cover. */
export const coverFileName = 'cover.xhtml';

/**
 * Whether a page of the EPUB shows the cover. A post begins with its title and who wrote it, which a page before it would only
 * have read out twice: one that was drawn of them is for shelves, and so is one of which nothing says what it shows.
 */
export function hasCoverPage(
  publication: Publication,
): publication is Publication & Required<Pick<Publication, 'cover'>> {
  const { form, cover } = publication;
  if (form === 'collection') return cover !== undefined;
  return cover !== undefined && !cover.drawn && cover.image.alt !== undefined;
}

/** The cover. `doc-cover` is a role of the picture, never of a section (DPUB-ARIA 1.1). */
export function coverFile(
  { metadata, strings }: Publication,
  image: Image,
  hrefOf: (id: ImageId) => string,
): ContentFile {
  const language = metadata.lang ?? 'und';
  const picture = h('img', { role: 'doc-cover', src: hrefOf(image.imageId), alt: image.alt });
  return {
    id: 'cover',
    fileName: coverFileName,
    title: `${fillString(strings, 'cover')} – ${xmlLine(metadata.title) || metadata.slug}`,
    language,
    direction: baseDirection(language),
    matter: 'frontmatter',
    xhtml: serialiseXhtml([h('section', { 'epub:type': 'cover', className: 'cover' }, picture)]),
  };
}
