import type { Element, ElementContent } from 'hast';
import { placeOf } from '../context/place-of.ts';
import type { PostContext } from '../context/post-context.ts';
import { readSrcset, type Candidate } from './read-srcset.ts';
import { resolveImage, savedImage } from './resolve-image.ts';

/**
 * The nodes with one picture for each that is there in several forms (`picture`, `srcset`): of the files that lie in the folder
 * the largest, of equal ones what pages hold as it is. Where none does, or nobody knows which files there are, the address
 * of the `img` stays, and what is wrong with it is told of that.
 */
export function choosePictures(
  nodes: readonly ElementContent[],
  context: PostContext,
): readonly ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'img') return chosen(node, [], context);
    if (node.tagName !== 'picture') return node;
    const elements = node.children.filter((child) => child.type === 'element');
    const image = elements.find(({ tagName }) => tagName === 'img');
    if (!image || elements.some(({ tagName }) => tagName !== 'img' && tagName !== 'source')) return node;
    const best = chosen(image, elements, context);
    // Its own words are told of where it is taken away.
    return Object.keys(node.properties).some(isWord) ? { ...node, children: [best] } : best;
  });
}

function chosen(image: Element, sources: readonly Element[], context: PostContext): Element {
  const { srcSet: written, sizes: _, ...properties } = image.properties;
  const { nearby } = context.options;
  const candidates = [
    ...formsOf(image, 'src'),
    ...formsOf(image),
    ...sources.flatMap((source) => formsOf(source)),
  ];
  if (candidates.length === 0 || (written === undefined && sources.length === 0)) return image;
  const quiet = { ...context, messages: [] };
  const lies = ({ address }: Candidate): boolean => {
    const place = placeOf(image);
    const id = savedImage(address, place, quiet)?.imageId ?? resolveImage(address, place, quiet);
    return id !== undefined && nearby?.has(id) === true;
  };
  const [best] = candidates.filter(lies).toSorted(byUse);
  return { ...image, properties: { ...properties, ...(best && { src: best.address }) } };
}

/** What an element offers; nothing where that is for dark screens alone. */
function formsOf({ properties }: Element, only?: 'src'): readonly Candidate[] {
  const { src, srcSet, media } = properties;
  if (typeof media === 'string' && /dark/iu.test(media)) return [];
  if (only === 'src') return typeof src === 'string' ? [{ address: src, size: 0 }] : [];
  return typeof srcSet === 'string' ? readSrcset(srcSet) : [];
}

/** Attributes that screens or their users say. */
function isWord(name: string): boolean {
  return name === 'title' || name === 'alt' || name.startsWith('aria');
}

/** What has to be decoded for the pages comes behind what they hold as it is. */
const decoded = [/\.webp(?:[?#]|$)/iu, /\.avif(?:[?#]|$)/iu];

function byUse(a: Candidate, b: Candidate): number {
  const rank = ({ address }: Candidate): number => decoded.findIndex((ending) => ending.test(address));
  return b.size - a.size || rank(a) - rank(b);
}
