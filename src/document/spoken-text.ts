import type { Image, Inline } from './inline.ts';

const alternativeOf = ({ alt }: Image): string => alt ?? '';

/** The words of inline content with those of its pictures, as they are read aloud; labels of notes are none of them. */
export function spokenText(inlines: readonly Inline[], pictureText = alternativeOf): string {
  return inlines.map((inline) => oneSpoken(inline, pictureText)).join('');
}

function oneSpoken(inline: Inline, pictureText: (image: Image) => string): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return ' ';
    case 'image':
      return pictureText(inline);
    case 'span':
    case 'link':
    case 'missing-image':
      return spokenText(inline.children, pictureText);
    case 'ruby':
      return spokenText(inline.base, pictureText);
    case 'note-reference':
      return '';
  }
}
