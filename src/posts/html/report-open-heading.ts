import type { Html, Paragraph } from 'mdast';
import { quotable } from '../../characters/quotable.ts';
import { shorten } from '../../characters/shorten.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { restore } from '../source/restore-markup.ts';

/** So much of a tag is quoted. */
const longestTag = 60;

const startTag = /^<(h[1-6])(?=[\s/>])/iu;

/**
 * Tells of the start tags of headings that stand among the words of a paragraph and that no end tag follows there: an HTML parser
 * makes a heading of the rest of the sentence, which only speaks of the tag.
 */
export function reportOpenHeadings({ children }: Paragraph, context: PostContext): void {
  const closed = new Set<string>();
  const open: Html[] = [];
  for (const child of children.toReversed()) {
    if (child.type !== 'html') continue;
    const name = startTag.exec(child.value)?.[1]?.toLowerCase();
    const ended = /^<\/(h[1-6])\s*>/iu.exec(child.value)?.[1]?.toLowerCase();
    if (ended !== undefined) closed.add(ended);
    if (name === undefined || closed.delete(name)) continue;
    open.push(child);
  }
  for (const child of open.toReversed()) {
    const tag = shorten(quotable(restore(child.value, context)), longestTag);
    const reason = `Readers see what follows “${tag}” as a heading: put backticks around the tag where it is spoken of, or close it`;
    report(context, 'markup-visible', { reason, place: placeOf(child) });
  }
}
