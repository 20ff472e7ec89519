import type { Element } from 'hast';
import type { Code } from 'mdast';
import { placeOf } from '../context/place-of.ts';
import type { PostContext } from '../context/post-context.ts';
import { cellOptions, type CellOptions } from './cell-options.ts';
import { namesOfCode } from './code-names.ts';
import { withCaption } from './caption-of-cell.ts';
import { hidingOfCode, isSilent } from './hiding-of-code.ts';
import { markerFacts } from './markers.ts';
import { pictureOfCell } from './picture-of-cell.ts';
import { reportStrandedCode } from './report-stranded-code.ts';

/** The element of code; of a cell that only shows a file, that of what it shows. */
export function codeElement(node: Code, context: PostContext): Element {
  const position = placeOf(node);
  const cell = context.dialect === 'pandoc' ? cellOptions(node) : undefined;
  const picture = cell && position && pictureOfCell(cell, position, context);
  const code = picture ?? codeBlock(node, cell, context);
  return cell !== undefined && picture === undefined && isSilent(cell, context)
    ? withCaption(code, cell, context)
    : code;
}

function codeBlock(node: Code, cell: CellOptions | undefined, context: PostContext): Element {
  const place = placeOf(node);
  const start = place?.start.offset ?? 0;
  const fenced = /^(?:`{3}|~{3})/u.test(context.source.slice(start, start + 3));
  if (place && fenced) reportStrandedCode(place, context);
  const title = titleOf(node);
  const language = languageOf(node);
  const facts = {
    line: String((place?.start.line ?? 1) + (fenced ? 1 : 0)),
    ...(language ? { language } : {}),
    ...(title ? { title } : {}),
    ...(context.dialect === 'pandoc' && namesOfCode(node, cell)),
  };
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: node.value }],
  };
  const pre: Element = {
    type: 'element',
    tagName: 'pre',
    properties: { ...markerFacts(context, facts), ...hidingOfCode(node, cell, context) },
    children: [code],
  };
  if (node.position) pre.position = node.position;
  return pre;
}

/** The title of code; behind the name of a directive that is not known, all that stands there. */
function titleOf({ lang, meta }: Code): string | undefined {
  const found = /(?:^|[\s{])(?:title|filename|lst-cap)=(?:"([^"]*)"|'([^']*)'|(\S+))/u.exec(meta ?? '');
  if (found !== null) return found[1] ?? found[2] ?? found[3];
  return lang && /^\{[A-Za-z][\w:.-]*\}$/u.test(lang) ? (meta ?? undefined) : undefined;
}

/** The language of code, also where attributes in braces say it: the first class (Pandoc), or the first word (R Markdown, Quarto). */
function languageOf({ lang, meta }: Code): string | undefined {
  if (!lang?.startsWith('{')) return lang ?? undefined;
  const braces = `${lang} ${meta ?? ''}`;
  const [, named] = /^\{=?([A-Za-z][\w+-]*)(?=[\s},])/u.exec(braces) ?? [];
  const [, first] = /[\s{]\.([A-Za-z][\w+-]*)/u.exec(braces) ?? [];
  return named ?? first;
}
