import type { Element, ElementContent } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import { siteAddress } from '../generators/site-path.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
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
 * address, and what it offers instead where that holds a link (a transcript, a download).
 */
export function linkMedia(nodes: readonly ElementContent[], context: PostContext): readonly ElementContent[] {
  if (!nodes.some((node) => node.type === 'element' && addressAttributes.has(node.tagName))) return nodes;
  return nodes.flatMap((node) => (node.type === 'element' ? (linkOf(node, context) ?? [node]) : [node]));
}

function linkOf(element: Element, context: PostContext): readonly ElementContent[] | undefined {
  const { tagName, position } = element;
  const name = addressAttributes.get(tagName);
  const place = placeOf(element);
  if (name === undefined || isUnseen(element)) return undefined;
  if (tagName !== 'embed' && place !== undefined && isUnclosed(tagName, place, context.source))
    return undefined;
  const written = filledAttribute(element, name) ?? sourceOf(element);
  const href = written === undefined ? undefined : followed(written, context);
  if (href === undefined) return undefined;
  const isRecording = tagName === 'video' || tagName === 'audio';
  report(context, isRecording ? 'media-no-alternative' : 'html-dropped', {
    reason: `A link to “${href.slice(0, longestAddress)}” stands for <${tagName}>`,
    place,
  });
  const words = filledAttribute(element, 'title') ?? filledAttribute(element, 'ariaLabel') ?? href;
  const text: ElementContent = { type: 'text', value: words, ...(position && { position }) };
  const link: ElementContent = {
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: [text],
    ...(position && { position }),
  };
  if (!holdsLink(element)) return [link];
  // The words of the two must not run into each other.
  return [link, { type: 'text', value: ' ' }, ...element.children.filter(isOffered)];
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
function followed(address: string, { options }: PostContext): string | undefined {
  if (/^https?:\/\//iu.test(address)) return address;
  if (/^\/\/[^/\\]/u.test(address)) return `https:${address}`;
  return options.links && siteAddress(address, options.links);
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
