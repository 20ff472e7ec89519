import type { Root } from 'mdast';
import type { Message } from '../../diagnostics/message.ts';
import type { PlainDate } from '../../document/plain-date.ts';

/** A file that may become a post. */
export interface InputFile {
  /** As the user would name it, with `/` between the parts. */
  readonly file: string;
  readonly absolutePath: string;
  /** The folder given, or the folder of the file given: pictures must lie inside it. */
  readonly root: string;
  /** Inside `root`, with `/` between the parts. */
  readonly path: string;
}

/** What an input says of its post. Nothing stands here that the input, or the user by an option, did not say. */
export interface InputFacts {
  readonly title?: string;
  /** As shown, for instance "Posted by Office of the Spokesperson". */
  readonly byline?: string;
  readonly released?: PlainDate;
  readonly releasedAsShown?: string;
  readonly updated?: PlainDate;
  readonly updatedAsShown?: string;
  /** BCP 47, declared by the input itself. */
  readonly lang?: string;
  readonly agency?: string;
  readonly archived?: { readonly label: string; readonly notice: string };
  readonly url?: string;
  /** When a capture was made, as the capture says it, and the digest that it carries (`sha256:…` or as stored). */
  readonly captured?: { readonly on: string; readonly digest?: string };
}

/** A part of the stream and what became of it. */
export interface InputSpan {
  readonly use: 'body' | 'field' | 'label' | 'furniture';
  /** Of a field: the key of the front matter that it went to. */
  readonly field?: string;
  /** Offsets in the stream, UTF-16 units; the spans of a record follow each other without gap or overlap. */
  readonly start: number;
  readonly end: number;
}

/** One input, understood. */
export interface InputRecord {
  readonly facts: InputFacts;
  /** What becomes the Markdown of the post. */
  readonly body: Root;
  /** The decoded text; of HTML its text nodes and alternative texts in tree order, one after the other. */
  readonly stream: string;
  readonly spans: readonly InputSpan[];
  readonly messages: readonly Message[];
}
