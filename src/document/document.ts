import type { Dialect } from './dialect.ts';
import type { Image, Inline, LinkTarget, MissingImage, Text } from './inline.ts';
import type { NodeBase } from './node-base.ts';
import type { Place } from '../diagnostics/message.ts';
import type { PostMetadata } from './post-metadata.ts';

/** A heading with all up to the next heading of its level or above; sections nest as headings do. */
export interface Section extends NodeBase {
  readonly type: 'section';
  readonly heading: Heading;
  readonly children: readonly Block[];
}

/** `level` is the emitted one: 1 is the title, no level is skipped (ISO 14289-1 §7.4.2). May exceed 6. */
export interface Heading extends NodeBase {
  readonly type: 'heading';
  readonly id: string;
  readonly level: number;
  readonly children: readonly Inline[];
}

/** Lines of words; `role` says what those of a title block, a quotation, a figure or `details` are for. */
export interface Paragraph extends NodeBase {
  readonly type: 'paragraph';
  readonly role?: 'byline' | 'dates' | 'attribution' | 'caption' | 'summary';
  readonly children: readonly Inline[];
}

/** A passage of another; where the author names one, an `attribution` is its last paragraph. */
export interface Quote extends NodeBase {
  readonly type: 'quote';
  readonly children: readonly Block[];
}

/** One `Text` per source line, without its line end; tabs are kept. An empty line is a `Text` with an empty value. */
export interface CodeBlock extends NodeBase {
  readonly type: 'code-block';
  readonly language?: string;
  /** A file name or caption that the author gave. */
  readonly title?: readonly Inline[];
  readonly lines: readonly Text[];
}

/** How the items of a list are labelled. */
export type Numbering = 'bullet' | 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';

/** A list, ordered or not. */
export interface List extends NodeBase {
  readonly type: 'list';
  readonly numbering: Numbering;
  /** False where the source has blank lines between items. */
  readonly tight: boolean;
  /** Nesting depth, 0 outermost; chooses the bullet. */
  readonly depth: number;
  readonly items: readonly ListItem[];
}

/** An item of a list, with whatever blocks it holds. */
export interface ListItem extends NodeBase {
  readonly type: 'list-item';
  /** The number of an item of an ordered list. */
  readonly value?: number;
  /** Of a task: done or not. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
}

/** Terms with what they mean (HTML `dl`). */
export interface DefinitionList extends NodeBase {
  readonly type: 'definition-list';
  readonly items: readonly DefinitionItem[];
}

/** Terms that share their definitions; each definition is blocks. */
export interface DefinitionItem extends NodeBase {
  readonly type: 'definition-item';
  readonly terms: readonly Paragraph[];
  readonly definitions: readonly (readonly Block[])[];
}

/** Where the words of a cell stand in the direction of reading. */
export type Alignment = 'start' | 'center' | 'end';

/** A regular grid once its spans are counted: every row covers `columns.length` columns (checked when it is built). */
export interface Table extends NodeBase {
  readonly type: 'table';
  readonly caption?: Paragraph;
  readonly columns: readonly { readonly align?: Alignment }[];
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  readonly foot: readonly TableRow[];
}

/** A row; cells that a row above spans into it are not among its own. */
export interface TableRow extends NodeBase {
  readonly type: 'table-row';
  readonly cells: readonly TableCell[];
}

/** `header` is set on header cells and says what they head. `column` is the first grid column, from 0. */
export interface TableCell extends NodeBase {
  readonly type: 'table-cell';
  readonly header?: 'column' | 'row';
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align?: Alignment;
  readonly children: readonly Block[];
}

/** A picture that stands alone, with its caption. */
export interface Figure extends NodeBase {
  readonly type: 'figure';
  readonly image: Image | MissingImage;
  /** Where the picture itself is a link. */
  readonly link?: LinkTarget;
  readonly caption?: Paragraph;
}

/** What a callout is for; `archived` is the notice of an archived post. */
export type CalloutKind = 'archived' | 'note' | 'tip' | 'important' | 'warning' | 'caution' | 'danger';

/** A passage set apart. `label` is always there as text: the author's, or the word for the kind from `templates/strings`. */
export interface Callout extends NodeBase {
  readonly type: 'callout';
  readonly kind: CalloutKind;
  readonly label: Paragraph;
  readonly children: readonly Block[];
}

/** Verse or an address: its lines are units, never joined. */
export interface Verse extends NodeBase {
  readonly type: 'verse';
  readonly kind: 'verse' | 'address';
  readonly lines: readonly (readonly Inline[])[];
}

/** A pause between passages. */
export interface ThematicBreak extends NodeBase {
  readonly type: 'thematic-break';
}

/**
 * Blocks that belong together without further meaning (`div`, `details`), or what a picture shows at length; carries `lang`, `dir`
 * and `id`. A description begins with a paragraph that says what it is.
 */
export interface Group extends NodeBase {
  readonly type: 'group';
  readonly role?: 'description';
  readonly children: readonly Block[];
}

/**
 * A footnote. It stands in the tree right after the block that holds its first reference, never inside a heading,
 * a paragraph or a table, so that it interrupts none of them. The back-links are generated: not part of the plain text.
 */
export interface Note extends NodeBase {
  readonly type: 'note';
  readonly id: string;
  readonly label: string;
  /** The ids of its `NoteReference`s in reading order; at least one. */
  readonly references: readonly string[];
  readonly children: readonly Block[];
}

/** What stands under each other. */
export type Block =
  | Section
  | Heading
  | Paragraph
  | Quote
  | CodeBlock
  | List
  | DefinitionList
  | Table
  | Figure
  | Callout
  | Verse
  | ThematicBreak
  | Group
  | Note;

/** An author's word that a rule does not hold for a passage. */
export interface Suppression {
  readonly ruleId: string;
  /** Empty where none was given: it then overrules nothing. */
  readonly reason: string;
  readonly place: Place;
  /** The passage; absent where nothing follows. */
  readonly covers?: Place;
}

/** One post, as both writers see it. */
export interface Document {
  /** The post's file, as the user named it. */
  readonly file: string;
  /** SHA-256 of the bytes that were read, hexadecimal. */
  readonly sha256: string;
  readonly metadata: PostMetadata;
  /** The title (`Heading` of level 1), byline, dates and archive notice, ready to print. */
  readonly titleBlock: readonly Block[];
  readonly body: readonly Block[];
  readonly suppressions?: readonly Suppression[];
  /** The dialect of Markdown that it was read as; absent where it was not read but made. */
  readonly dialect?: Dialect;
  /** Files whose words are among its own, as paths inside the folder of the posts. */
  readonly included?: readonly { readonly path: string; readonly sha256: string }[];
  /** From the fragments by which authors can name its places to their ids. */
  readonly targets?: ReadonlyMap<string, string>;
  /** Those of the fragments that the author gave as names: they are meant before what a heading is called by its words. */
  readonly labels?: ReadonlySet<string>;
  /** The decoded file, for the exact places of messages. */
  readonly source?: string;
}
