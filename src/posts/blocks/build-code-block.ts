import type { Element } from 'hast';
import type { Block } from '../../document/document.ts';
import type { Text } from '../../document/inline.ts';
import { textContent } from '../html/anchors.ts';
import { baseOf, type Builder } from './builder.ts';
import { cleanCode } from './clean-text.ts';
import { shownLines } from './shown-lines.ts';
import { factOf } from '../html/markers.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';

/** The code block of a `pre`: one text for each line, tabs kept. */
export function buildCodeBlock(element: Element, builder: Builder): readonly Block[] {
  const { context } = builder;
  const base = baseOf(element, builder);
  const firstLine = factOf(context, element, 'line');
  const isIncluded = factOf(context, element, 'included') !== undefined;
  const language = factOf(context, element, 'language');
  const title = factOf(context, element, 'title');
  const value = textContent(element.children, context);
  // Of raw HTML the line end before the end tag is not a line of its own.
  const code = firstLine === undefined ? value.replace(/\r?\n$/u, '') : value;
  if (code === '' && !title) return [];
  const written = { lines: code.split(/\r\n?|\n/u), language, place: base.place };
  const lines = shownLines(written, context).map(({ value: line, index }): Text => {
    const isPlaced = firstLine !== undefined && !isIncluded;
    const place = isPlaced ? placeOfLine(Number(firstLine) + index, context) : base.place;
    return { type: 'text', value: cleanCode(line, place, context), offset: 0, ...(place && { place }) };
  });
  if (lines.length === 0 && !title) return [];
  const titleTexts: readonly Text[] = title
    ? [
        {
          type: 'text',
          value: cleanCode(title, base.place, context),
          offset: 0,
          ...(base.place && { place: base.place }),
        },
      ]
    : [];
  return [
    {
      type: 'code-block',
      ...base,
      ...(language ? { language } : {}),
      ...(titleTexts.length > 0 ? { title: titleTexts } : {}),
      lines,
    },
  ];
}

function placeOfLine(line: number, context: PostContext): Text['place'] {
  const start = context.places.lineStarts[line - 1];
  if (start === undefined) return undefined;
  const end = context.places.lineStarts[line] ?? context.source.length;
  return placeAt(context, start, Math.max(start, start + context.source.slice(start, end).trimEnd().length));
}
