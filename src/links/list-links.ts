import type { Place } from '../diagnostics/message.ts';
import type { Inline, Link, LinkTarget } from '../document/inline.ts';
import type { Publication } from '../document/publication.ts';
import { spokenText } from '../document/spoken-text.ts';
import { walkDocument } from '../document/walk.ts';

/** `picture`: nothing but a picture leads there, wherever that is. */
export type LinkKind = 'external' | 'mailto' | 'internal' | 'picture';

/** One link that can be followed. */
export interface LinkRecord {
  /** Its words in one line; of pictures, their text alternatives. */
  readonly text: string;
  /** An address as written into the files; `#id`, or `file#id` where the place is in another post than the link. */
  readonly target: string;
  /** The file of the post, as the user named it; of what the product itself wrote, the name of the part. */
  readonly post: string;
  /** Absent where the product itself wrote the link. */
  readonly place?: Place;
  readonly kind: LinkKind;
}

/** The links of a publication in reading order; references to notes and the generated contents are none. */
export function listLinks(publication: Publication): readonly LinkRecord[] {
  const fileOf = new Map<string, string>();
  const found: { readonly link: FoundLink; readonly post: string }[] = [];
  for (const { document } of publication.chapters) {
    for (const node of walkDocument(document)) {
      if (node.id !== undefined) fileOf.set(node.id, document.file);
      if (node.type === 'link') found.push({ link: fromLink(node), post: document.file });
      if (node.type === 'figure' && node.link) {
        const { image, link: target } = node;
        const place = image.place ?? node.place;
        const words = { text: spokenText([image]), picture: showsPicture(image) };
        found.push({ link: { target, ...words, ...(place && { place }) }, post: document.file });
      }
    }
  }
  return found.map(({ link: { text, target, picture, place }, post }) => ({
    text: text.replace(/\s+/gu, ' ').trim(),
    target: addressOf(target, { post, fileOf }),
    post,
    ...(place && { place }),
    kind: picture ? 'picture' : kindOf(target),
  }));
}

interface FoundLink {
  readonly target: LinkTarget;
  readonly text: string;
  readonly picture: boolean;
  readonly place?: Place;
}

function fromLink({ target, children, place }: Link): FoundLink {
  return { target, text: spokenText(children), picture: isPicture(children), ...(place && { place }) };
}

function isPicture(inlines: readonly Inline[]): boolean {
  const shown = inlines.filter((inline) => inline.type !== 'text' || inline.value.trim() !== '');
  return shown.length > 0 && shown.every(showsPicture);
}

/** A missing picture is shown as words. */
function showsPicture(inline: Inline): boolean {
  return inline.type === 'image' || (inline.type === 'span' && isPicture(inline.children));
}

function kindOf(target: LinkTarget): LinkKind {
  if (target.kind === 'internal') return 'internal';
  return /^mailto:/iu.test(target.url) ? 'mailto' : 'external';
}

function addressOf(
  target: LinkTarget,
  from: { readonly post: string; readonly fileOf: ReadonlyMap<string, string> },
): string {
  if (target.kind === 'external') return target.url;
  const file = from.fileOf.get(target.id) ?? from.post;
  return file === from.post ? `#${target.id}` : `${file}#${target.id}`;
}
