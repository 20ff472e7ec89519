import type { Element } from 'hast';
import { attribute } from './tree.ts';

/** What a page says of itself as JSON-LD with the words of schema.org. */
export interface LinkedData {
  readonly datePublished: string | undefined;
  readonly dateModified: string | undefined;
  /** The one person that is named as its author. */
  readonly author: string | undefined;
}

/** Larger blocks are not read. */
const longestBlock = 1_000_000;

/** Reads the blocks of JSON-LD among the elements of a page: of an article first, else of a page; other things are not asked. */
export function readLinkedData(elements: readonly Element[]): LinkedData {
  const things = elements.flatMap((element) => (isBlock(element) ? thingsOf(jsonOf(element)) : []));
  const about = [
    ...things.filter((thing) => isOf(thing, articles)),
    ...things.filter((thing) => isOf(thing, pages)),
  ];
  const text = (key: string): string | undefined =>
    about.map((thing) => Reflect.get(thing, key) as unknown).find((value) => typeof value === 'string');
  return {
    datePublished: text('datePublished'),
    dateModified: text('dateModified'),
    author: about.map((thing) => personOf(Reflect.get(thing, 'author'))).find((name) => name !== undefined),
  };
}

const articles = /(?:Article|Posting|Report|PressRelease|Speech|CreativeWork)$/u;
const pages = /(?:WebPage|ItemPage|AboutPage)$/u;

function isBlock(element: Element): boolean {
  return (
    element.tagName === 'script' &&
    /^application\/ld\+json\b/iu.test((attribute(element, 'type') ?? '').trim())
  );
}

function jsonOf({ children: [child] }: Element): unknown {
  if (child?.type !== 'text' || child.value.length > longestBlock) return undefined;
  try {
    return JSON.parse(child.value);
  } catch {
    return undefined;
  }
}

/** The things that stand at the head of a block or in its graph; what they mention is of other pages. */
function thingsOf(value: unknown): readonly object[] {
  const top: readonly unknown[] = Array.isArray(value) ? value : [value];
  const inGraph = top.flatMap((thing): readonly unknown[] => {
    const graph: unknown = isObject(thing) ? Reflect.get(thing, '@graph') : undefined;
    return Array.isArray(graph) ? graph : [];
  });
  return [...top, ...inGraph].filter(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isOf(thing: object, kinds: RegExp): boolean {
  const type: unknown = Reflect.get(thing, '@type');
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && kinds.test(name));
}

function personOf(author: unknown): string | undefined {
  const [only, second]: readonly unknown[] = Array.isArray(author) ? author : [author];
  if (second !== undefined || !isObject(only) || !isOf(only, /^(?:schema:)?Person$/u)) return undefined;
  const name: unknown = Reflect.get(only, 'name');
  return typeof name === 'string' && name.trim() !== '' ? name.replace(/\s+/gu, ' ').trim() : undefined;
}
