import { appendAll } from '../../lists/append-all.ts';
import type { Element, ElementContent, Properties } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PictureMeaning } from '../generators/markup.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { servedFile } from '../context/served-file.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

/**
 * The `img` of a call, in a link where the picture leads somewhere. HTML knows no content of `img`; here it is what stands below the
 * picture, of which `title` has only the letters.
 */
export function pictureElement(picture: PictureMeaning, position: Place, context: PostContext): Element {
  const { alt, caption, href, width, height, left = [] } = picture;
  const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => {
    return { type: 'element', tagName, properties, children, position };
  };
  if (left.length > 0) {
    const what = left.length === 1 ? 'Argument' : 'Arguments';
    const reason = `${what} “${left.join(' ')}” of a picture left out`;
    report(context, 'html-attr-dropped', { reason, place: position });
  }
  const properties = {
    src: addressOf(picture, context),
    ...(alt !== undefined && { alt }),
    ...(caption && { title: caption }),
    ...(width && { width }),
    ...(height && { height }),
  };
  const image = element('img', properties, captionNodes(picture, position, context));
  return href === undefined ? image : element('a', { href }, [image]);
}

/** Title, caption and credit in the order in which generators print them. */
function captionNodes(
  { title, caption, credit }: PictureMeaning,
  position: Place,
  context: PostContext,
): ElementContent[] {
  const nodes = (words: string): ElementContent[] => inlineMarkdown(words, position, context);
  const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => {
    return { type: 'element', tagName, properties, children, position };
  };
  const space: ElementContent = { type: 'text', value: ' ', position };
  const out: ElementContent[] = [];
  if (title) out.push(element('strong', {}, nodes(title)), element('br', {}, []));
  if (caption) appendAll(out, nodes(caption));
  if (credit) {
    const words = nodes(credit.words);
    if (caption) out.push(space);
    appendAll(out, credit.href ? [element('a', { href: credit.href }, words)] : words);
  }
  return out;
}

/** Tags name files beside the post (a page bundle) or from the root of the site, with or without a stroke before them. */
function addressOf({ src, nearPost = false }: PictureMeaning, { options }: PostContext): string {
  const { nearby, path } = options;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const name = percentDecoded(src.replace(/[?#].*$/su, ''));
  const fromRoot = `/${src}`.replace(/^\/{2,}/u, '/');
  if (nearby === undefined) {
    // A bundle is the folder of an `index.md`.
    return nearPost && !/(?:^|\/)_?index\.\w+$/iu.test(path) ? fromRoot : src;
  }
  if (nearPost && nearby.has(folder + name)) return src;
  if (!nearPost && !src.startsWith('/')) return src;
  const rooted = name.replace(/^\/+/u, '');
  if (servedFile(rooted, nearby) !== undefined) return fromRoot;
  return nearPost && /(?:^|\/)_?index\.\w+$/iu.test(path) ? src : fromRoot;
}
