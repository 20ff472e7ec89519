import { calloutNamed } from '../dialects/callout-names.ts';
import { indentedContainer } from './indented-container.ts';
import type { LinePart } from './read-line.ts';

/**
 * An admonition of Python-Markdown and MkDocs, `!!! note "Title"` with what is indented below it, as a container of micromark; `???` begins
 * one that a page can fold. Without a title, its word must be the name of a callout: the signs alone are also what excited prose has.
 */
export const admonition = indentedContainer('admonition', readOpening);

function readOpening(line: string): readonly LinePart[] | undefined {
  const [signs] = /^(?:!!!|\?\?\?\+?) */u.exec(line) ?? [];
  if (signs === undefined) return undefined;
  const said = line.trimEnd();
  const quote = said.indexOf('"', signs.length);
  const isTitled = quote > 0 && said.endsWith('"') && quote < said.length - 1;
  const words = said.slice(signs.length, isTitled ? quote : undefined);
  const [name = ''] = /^[\w-]+/u.exec(words) ?? [];
  const isKnown = isTitled || (calloutNamed(name) !== undefined && name === name.toLowerCase());
  if (name === '' || !isKnown || !/^[\w -]*$/u.test(words)) return undefined;
  const nameEnd = signs.length + name.length;
  const title = isTitled ? { from: quote + 1, to: said.length - 1 } : { from: line.length, to: line.length };
  const parts: readonly LinePart[] = [
    { name: 'divSigns', start: 0, end: signs.length, holdsText: false },
    { name: 'admonitionName', start: signs.length, end: nameEnd, holdsText: false },
    { name: 'divSigns', start: nameEnd, end: title.from, holdsText: false },
    { name: 'divTitle', start: title.from, end: title.to, holdsText: true },
    { name: 'divSigns', start: title.to, end: line.length, holdsText: false },
  ];
  return parts.filter(({ start, end }) => end > start);
}
