import type { NodeBase } from './node-base.ts';

/** The key of an image: its path inside the post's root with `/` between the parts, for instance `media/map.png`. */
export type ImageId = string;

/**
 * Characters. Every printed character of the post's own words lies in exactly one `Text`.
 * `offset` is the position of its first UTF-16 unit in the sequence of all texts and pictures in reading order
 * (`numberTexts`).
 */
export interface Text extends NodeBase {
  readonly type: 'text';
  readonly value: string;
  readonly offset: number;
}

/** A hard line break; reads as a space. */
export interface Break extends NodeBase {
  readonly type: 'break';
}

/**
 * What a span of text means. `bold italic underline small` carry no meaning; `code keyboard sample variable` are
 * set in the fixed-width face without ligatures; `language` only carries `lang` and `dir`.
 */
export type SpanKind =
  | 'emphasis'
  | 'strong'
  | 'deletion'
  | 'insertion'
  | 'code'
  | 'keyboard'
  | 'sample'
  | 'variable'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'small'
  | 'mark'
  | 'subscript'
  | 'superscript'
  | 'quotation'
  | 'cite'
  | 'definition'
  | 'abbreviation'
  | 'time'
  | 'language';

/** Words in a line that have a meaning or a look of their own. */
export interface Span extends NodeBase {
  readonly type: 'span';
  readonly kind: SpanKind;
  readonly children: readonly Inline[];
  /** Of `abbreviation` and `definition`: the expansion that the author gave. */
  readonly expansion?: string;
  /** Of `time`: the machine-readable value (HTML `datetime`). */
  readonly datetime?: string;
}

/**
 * Where a link leads. The id of an internal one is that of a node, or, in a post that is to be part of a collection, still
 * open: the id prefix of another post, or nothing, and `#` with the fragment (`resolveOpenLinks`). No id holds a `#`.
 */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'internal'; readonly id: string };

/** A link that can be followed: with one of `followedSchemes`, or to a place in this document. Never nested. */
export interface Link extends NodeBase {
  readonly type: 'link';
  readonly target: LinkTarget;
  /** The author's title of the link. */
  readonly title?: string;
  /** Its words only name a place of another post: those of the place stand for them once it is found (`resolveOpenLinks`). */
  readonly isOpen?: true;
  readonly children: readonly Inline[];
}

/** A reference to a note. `id` is the place that the note's back-link returns to. */
export interface NoteReference extends NodeBase {
  readonly type: 'note-reference';
  readonly id: string;
  /** The `id` of the `Note`. */
  readonly noteId: string;
  /** The printed label, "1". Generated: not part of the plain text. */
  readonly label: string;
}

/** A picture. `alt` is absent where the author gave none; `decorative` only where the author said so. */
export interface Image extends NodeBase {
  readonly type: 'image';
  readonly imageId: ImageId;
  /** The address as written in the post. */
  readonly source: string;
  readonly alt?: string;
  readonly decorative: boolean;
  /** The id of what says at length what it shows. */
  readonly detailsId?: string;
  /** Of its file, where a list says which it was saved as; hexadecimal. */
  readonly savedSha256?: string;
  /** Its position among the texts: it counts as one unit. Given by `numberTexts`. */
  readonly offset?: number;
  /** Width and height that the author asked for, CSS pixels (1/96 inch). */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** A picture that cannot be shown; its words stand in its place, in a box. Made by `replaceMissingImages` or for refused addresses. */
export interface MissingImage extends NodeBase {
  readonly type: 'missing-image';
  readonly source: string;
  /** The text alternative. Part of the plain text. Where there is none, `mapLeaves` leaves the picture out. */
  readonly children: readonly Text[];
}

/** Base text with its annotation (HTML `ruby`). */
export interface Ruby extends NodeBase {
  readonly type: 'ruby';
  readonly base: readonly Inline[];
  readonly annotation: readonly Inline[];
}

/** What stands in a line. */
export type Inline = Text | Break | Span | Link | NoteReference | Image | MissingImage | Ruby;
