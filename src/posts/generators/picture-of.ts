import type { MarkupCall, PictureMeaning } from './markup.ts';

type Named = MarkupCall['named'];

/** What the address of a picture is called among arguments. */
export const addresses: readonly string[] = [
  'src',
  'image',
  'image_path',
  'img',
  'path',
  'file',
  'url',
  'source',
];
const alternatives = ['alt', 'alt_text', 'alttext'];
const credits = ['attr', 'credit', 'attribution'];
const read = ['caption', 'title', 'attrlink', 'link', 'width', 'height'];

/** Only how the picture looks on a web page: nobody misses it. */
const looks = ['class', 'loading', 'target', 'rel', 'align', 'style', 'position', 'size'];

/** The first of some names that an argument has. */
export function firstOf(named: Named, names: readonly string[]): string | undefined {
  return names.map((name) => (Object.hasOwn(named, name) ? named[name] : undefined)).find((value) => value);
}

/** The picture of a call: its address and its alternative from the arguments where they are not given; `undefined` without an address. */
export function pictureOf(
  { named }: Pick<MarkupCall, 'named'>,
  {
    path = firstOf(named, addresses),
    alt = altOf(named),
  }: { readonly path?: string | undefined; readonly alt?: string | undefined } = {},
): PictureMeaning | undefined {
  if (path === undefined || path === '') return undefined;
  const { caption, title, attrlink, link, width, height } = named;
  const words = firstOf(named, credits);
  const known = [...addresses, ...alternatives, ...credits, ...read, ...looks];
  const left = Object.entries(named).flatMap(([name, value]) =>
    known.includes(name) ? [] : [`${name}="${value}"`],
  );
  const isWhole = /^(?:[/.]|[a-z][a-z0-9+.-]*:)/iu.test(path);
  return {
    type: 'image',
    src: path,
    ...(!isWhole && { nearPost: true }),
    ...(alt !== undefined && { alt }),
    ...(caption ? { caption, ...(title && { title }) } : title && { caption: title }),
    ...(words && { credit: { words, ...(attrlink && { href: attrlink }) } }),
    ...(link && { href: link }),
    ...(width && { width }),
    ...(height && { height }),
    ...(left.length > 0 && { left }),
  };
}

/** The alternative among some arguments; an empty one says that the picture is decorative, and counts. */
export function altOf(named: Named): string | undefined {
  const name = alternatives.find((each) => Object.hasOwn(named, each));
  return name === undefined ? undefined : named[name];
}
