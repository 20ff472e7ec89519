import type { Element, ElementContent } from 'hast';
import { percentDecoded } from '../../characters/percent-decoded.ts';
import { withoutUnfit } from '../../characters/unfit.ts';
import { isHidden } from '../../document/is-hidden.ts';
import { addressOnSite } from '../context/address-on-site.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { quoteWords } from './quote-words.ts';
import { isUnclosed } from './report-html.ts';

/** The attribute that says what is shown, by the element that shows it from elsewhere. */
const addressAttributes: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
  ['video', 'src'],
  ['audio', 'src'],
]);

/**
 * The nodes with a link in place of each frame, film and recording whose address can be followed: its title, else the
 * address, and what it offers instead where that holds a link (a transcript, a download). Where the address is one beside the page, which
 * the finished file does not have, its title, else the name of the file, stands as words.
 */
export function linkMedia(nodes: readonly ElementContent[], context: PostContext): readonly ElementContent[] {
  if (!nodes.some((node) => node.type === 'element' && addressAttributes.has(node.tagName))) return nodes;
  let isBehind = false;
  return nodes.flatMap((node) => {
    const shown = node.type === 'element' ? linkOf(node, context) : undefined;
    const parting = shown !== undefined && isBehind ? [wordSpace] : [];
    isBehind = shown !== undefined;
    return [...parting, ...(shown ?? [node])];
  });
}

/** A page shows two films apart; the words that stand for them must not run into each other. */
const wordSpace: ElementContent = { type: 'text', value: ' ' };

function linkOf(element: Element, context: PostContext): readonly ElementContent[] | undefined {
  const { tagName, position } = element;
  const name = addressAttributes.get(tagName);
  const place = placeOf(element);
  if (name === undefined || isUnseen(element)) return undefined;
  if (tagName !== 'embed' && place !== undefined && isUnclosed(tagName, place, context.source))
    return undefined;
  const written = filledAttribute(element, name) ?? sourceOf(element);
  if (written === undefined) return undefined;
  const href = followed(written, context);
  const label = labels.find((attribute) => filledAttribute(element, attribute.property) !== undefined);
  const words = (label && filledAttribute(element, label.property)) ?? href ?? fileName(written);
  if (words === undefined) return undefined;
  const isRecording = tagName === 'video' || tagName === 'audio';
  const offers = holdsLink(element);
  const shownAs = label === undefined ? [] : [label.name];
  const unshown = offers ? element.children.filter((child) => !isOffered(child)) : element.children;
  const left = quoteWords({ ...element, children: unshown }, shownAs);
  report(context, isRecording ? 'media-no-alternative' : 'html-dropped', {
    reason:
      href === undefined
        ? `The words “${words}” stand for <${tagName}> from “${written.slice(0, longestAddress)}”${left}`
        : `A link to “${href.slice(0, longestAddress)}” stands for <${tagName}>${left}`,
    place,
  });
  const text: ElementContent = { type: 'text', value: words, ...(position && { position }) };
  const shown: ElementContent =
    href === undefined
      ? text
      : {
          type: 'element',
          tagName: 'a',
          properties: { href },
          children: [text],
          ...(position && { position }),
        };
  if (!offers) return [shown];
  return [shown, wordSpace, ...element.children.filter(isOffered)];
}

/** What a frame or a film is called, by its name in hast. */
const labels = [
  { property: 'title', name: 'title' },
  { property: 'ariaLabel', name: 'aria-label' },
];

/** The last name in an address beside the page; of one with a scheme, which nobody can follow, `undefined`. */
function fileName(address: string): string | undefined {
  // Browsers ignore tabs and line ends inside a scheme, so they must not hide one.
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address.replace(/[\s\p{Cc}]+/gu, ''))) return undefined;
  const [path = ''] = address.split(/[?#]/u, 1);
  const name = path.split('/').findLast((part) => part !== '' && !/^\.+$/u.test(part));
  return name === undefined ? undefined : withoutUnfit(percentDecoded(name)).trim() || name;
}

const longestAddress = 200;

function filledAttribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The address of the first of several files of one recording. */
function sourceOf({ children }: Element): string | undefined {
  const source = children.find((child) => child.type === 'element' && child.tagName === 'source');
  return source?.type === 'element' ? filledAttribute(source, 'src') : undefined;
}

/** The address where a reader of the finished file can reach it. */
function followed(address: string, context: PostContext): string | undefined {
  if (/^https?:\/\//iu.test(address)) return address;
  if (/^\/\/[^/\\]/u.test(address)) return `https:${address}`;
  return addressOnSite(address, context);
}

/** Frames of no size count visitors; no reader was to see them. */
function isUnseen(element: Element): boolean {
  const { width, height } = element.properties;
  if (isHidden(element.properties)) return true;
  return [width, height].some((size) => size !== undefined && /^[01](?:px)?$/u.test(String(size)));
}

function holdsLink({ children }: Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      ((child.tagName === 'a' && filledAttribute(child, 'href') !== undefined) || holdsLink(child)),
  );
}

function isOffered(node: ElementContent): boolean {
  return node.type !== 'element' || !['source', 'track', 'param', 'embed'].includes(node.tagName);
}
