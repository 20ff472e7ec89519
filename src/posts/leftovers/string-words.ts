import type { Place } from '../../diagnostics/message.ts';
import type { Block, Document } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { inlineText } from '../../document/plain-text.ts';
import type { Node } from '../../document/walk.ts';

/** Words that readers get letter by letter as they are written: no markup means anything in them. */
export interface StringWords {
  /** What they are, at the beginning of a sentence. */
  readonly what: string;
  /** How readers get them, and what to write instead. */
  readonly cure: string;
  readonly value: string;
  /** Around them: the picture, the link, the key of front matter. */
  readonly place: Place | undefined;
}

const heard = 'it is read out as it is written; write words in its place';
const seen = 'it is shown as it is written; write words in its place';

/** The words that a node has beside its text: alternatives, titles of links, meanings of abbreviations. */
export function wordsBeside(node: Node): StringWords | undefined {
  switch (node.type) {
    case 'image':
    case 'missing-image': {
      const value = node.type === 'image' ? (node.alt ?? '') : inlineText(node.children);
      return { what: 'The alternative of a picture', cure: heard, value, place: node.place };
    }
    case 'link':
      return { what: 'The title of a link', cure: seen, value: node.title ?? '', place: node.place };
    case 'span':
      return {
        what: 'The meaning of an abbreviation or a term',
        cure: heard,
        value: node.expansion ?? '',
        place: node.place,
      };
    default:
      return undefined;
  }
}

/** The words of a title block that front matter gave; a title that a heading of the post gave is Markdown. */
export function frontMatterWords(
  { titleBlock }: Document,
  placeOf: (key: string) => Place | undefined,
): readonly StringWords[] {
  return titleBlock.flatMap((block): readonly StringWords[] => {
    const words = (what: string, children: readonly Inline[], place?: Place): StringWords => ({
      what,
      cure: seen,
      value: inlineText(children),
      place,
    });
    if (block.type === 'heading' && block.place === undefined) {
      const title = words('The title of the post', block.children, placeOf('title'));
      return [{ ...title, cure: `${seen}, or no title but a heading “# …” as the first line of the post` }];
    }
    if (block.type === 'paragraph' && block.role === 'byline')
      return [
        words('The byline', block.children, placeOf('byline') ?? placeOf('authors') ?? placeOf('author')),
      ];
    if (block.type === 'callout')
      return noticeWords(block).map((text) => words('The archive notice', text, placeOf('archived')));
    return [];
  });
}

function noticeWords({
  label,
  children,
}: Extract<Block, { type: 'callout' }>): readonly (readonly Inline[])[] {
  return [label, ...children].flatMap((block) => (block.type === 'paragraph' ? [block.children] : []));
}
