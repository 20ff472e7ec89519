import { hasVisibleText } from '../../characters/visible-text.ts';
import { saysSomething } from '../../document/says-something.ts';
import type { Element, ElementContent } from 'hast';
import type { Block, Figure, Heading } from '../../document/document.ts';
import { inlineText, spokenLine } from '../../document/plain-text.ts';
import { appendAll } from '../../lists/append-all.ts';
import { isHeading } from '../html/anchors.ts';
import { buildCodeBlock } from './build-code-block.ts';
import { buildCallout, buildDirectiveFigure, buildDirectiveTable, buildVerse } from './build-directives.ts';
import { buildFigureElement, figureOfParagraph } from './build-figure.ts';
import { buildDescription, withDescribed } from './descriptions.ts';
import { buildDefinitionList, buildList } from './build-list.ts';
import { buildTable } from './build-table.ts';
import { baseOf, type Builder, inReading, type Surroundings } from './builder.ts';
import { choosePictures } from './choose-pictures.ts';
import { elementName } from '../html/markers.ts';
import { report } from '../context/post-context.ts';
import { blockElements, droppedElements, inlineElements } from '../html/raw-html.ts';
import { linkMedia } from '../html/link-media.ts';
import { reportDropped, reportUnwrapped } from '../html/report-html.ts';
import { paragraphOf } from './paragraph.ts';
import { tidyInlines } from './tidy-inlines.ts';

type BlockHandler = (element: Element, builder: Builder, around: Surroundings) => readonly Block[];

const headings = Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading]));

const handlers: Readonly<Record<string, BlockHandler>> = {
  ...headings,
  p: paragraph,
  blockquote: quote,
  pre: buildCodeBlock,
  ul: buildList,
  ol: buildList,
  dl: buildDefinitionList,
  table: buildTable,
  figure: buildFigureElement,
  hr: (element, builder) => [{ type: 'thematic-break', ...baseOf(element, builder) }],
  div: group,
  section: group,
  article: group,
  aside: group,
  details: group,
  summary: (element, builder) => roleParagraph(element, builder, 'summary'),
  figcaption: (element, builder) => roleParagraph(element, builder, 'caption'),
  caption: (element, builder) => roleParagraph(element, builder, 'caption'),
  'tagleaf:group': group,
  'tagleaf:label': paragraph,
  'tagleaf:callout': buildCallout,
  'tagleaf:verse': buildVerse,
  'tagleaf:figure': buildDirectiveFigure,
  'tagleaf:description': buildDescription,
  'tagleaf:table': buildDirectiveTable,
};

/** The blocks of HTML nodes; phrases between blocks become paragraphs, notes follow the block that refers to them first. */
export function blocksOf(
  nodes: readonly ElementContent[],
  builder: Builder,
  around: Surroundings,
): readonly Block[] {
  const out: Block[] = [];
  let phrase: ElementContent[] = [];
  const endPhrase = (): void => {
    if (phrase.length > 0) push(phraseBlocks(phrase, builder));
    phrase = [];
  };
  const push = (blocks: readonly Block[]): void => {
    appendAll(out, blocks);
    if (!around.holdsNotes) appendAll(out, waitingNotes(builder, around));
  };
  for (const node of linkMedia(choosePictures(nodes, builder.context), builder.context)) {
    const handler = node.type === 'element' ? handlerOf(node, builder) : undefined;
    if (node.type !== 'element' || handler === 'phrase') phrase.push(node);
    else {
      endPhrase();
      if (typeof handler === 'function') push(handler(node, builder, around));
      else push(unwrapped(node, builder, around));
    }
  }
  endPhrase();
  return withDescribed(out);
}

function handlerOf(element: Element, builder: Builder): BlockHandler | 'phrase' | undefined {
  const name = elementName(builder.context, element);
  if (droppedElements.has(name)) return 'phrase';
  if (Object.hasOwn(handlers, name)) return handlers[name];
  if (inlineElements.has(name)) return holdsBlock(element, builder) ? undefined : 'phrase';
  return blockElements.has(name) || holdsBlock(element, builder) ? undefined : 'phrase';
}

function holdsBlock(element: Element, builder: Builder): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (blockElements.has(elementName(builder.context, child)) || holdsBlock(child, builder)),
  );
}

/** An element that cannot be kept around blocks. */
function unwrapped(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  if (droppedElements.has(element.tagName)) {
    reportDropped(element, builder.context);
    return [];
  }
  reportUnwrapped(element, builder.context);
  return inReading(blocksOf(element.children, builder, { ...around, holdsNotes: true }), element, builder);
}

function waitingNotes(builder: Builder, around: Surroundings): readonly Block[] {
  const notes: Block[] = [];
  for (let waiting = builder.notes.takeWaiting(); waiting.length > 0; waiting = builder.notes.takeWaiting()) {
    for (const { element, note } of waiting) {
      const base = baseOf(element, builder);
      const before = builder.notes.count();
      const children = blocksOf(element.children, builder, {
        ...around,
        holdsNotes: true,
        inNote: true,
        listDepth: 0,
      });
      if (builder.notes.count() > before) {
        report(builder.context, 'footnote-nested', { reason: 'Note refers to a note', place: base.place });
      }
      notes.push(note(children, base.place));
    }
  }
  return notes;
}

function phraseBlocks(nodes: readonly ElementContent[], builder: Builder): readonly Block[] {
  return paragraphOf(builder.inlines(nodes), {});
}

function paragraph(element: Element, builder: Builder): readonly Block[] {
  const figure: Figure | undefined = figureOfParagraph(element, builder);
  if (figure !== undefined) return [figure];
  return paragraphOf(builder.inlines(element.children), baseOf(element, builder));
}

function roleParagraph(element: Element, builder: Builder, role: 'summary' | 'caption'): readonly Block[] {
  const base = baseOf(element, builder);
  if (!element.children.some((child) => child.type === 'element' && blockElements.has(child.tagName))) {
    return paragraphOf(builder.inlines(element.children), { ...base, role }).filter((made) =>
      saysSomething([made]),
    );
  }
  const blocks = builder.blocks(element.children, { listDepth: 0, holdsNotes: true, inNote: true });
  return blocks.map((block) => (block.type === 'paragraph' ? { ...block, role } : block));
}

function heading(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const before = builder.notes.count();
  const children = tidyInlines(builder.inlines(element.children));
  if (!hasVisibleText(spokenLine(children))) {
    report(builder.context, 'heading-empty', { reason: 'Heading without words', place: base.place });
    return paragraphOf(children, base);
  }
  if (builder.notes.count() > before) {
    report(builder.context, 'footnote-in-heading', {
      reason: 'Note reference in a heading',
      place: base.place,
    });
  }
  if (around.inNote)
    return [{ type: 'paragraph', ...base, children: [{ type: 'span', kind: 'strong', children }] }];
  const id = base.id ?? builder.anchors.unique('section');
  const level = isHeading(element) ? Number(element.tagName.slice(1)) : 1;
  const made: Heading = { type: 'heading', ...base, id, level, children };
  return [made];
}

function quote(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const children = builder.blocks(element.children, around);
  if (children.length === 0) return [];
  const last = children.at(-1);
  const ending = element.children.findLast((child) => child.type === 'element');
  const inFooter = ending?.type === 'element' && ending.tagName === 'footer';
  const attributed =
    children.length > 1 &&
    last?.type === 'paragraph' &&
    (inFooter || /^[—―]\s?\S/u.test(inlineText(last.children)));
  const marked = attributed
    ? [...children.slice(0, -1), { ...last, role: 'attribution' as const }]
    : children;
  return [{ type: 'quote', ...baseOf(element, builder), children: marked }];
}

/** `div` and its like: what has no language, direction or id says nothing and is taken away. */
function group(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const says =
    base.lang !== undefined ||
    base.dir !== undefined ||
    base.id !== undefined ||
    element.tagName === 'details';
  const children = builder.blocks(element.children, around);
  if (!says || children.length === 0) return children;
  return [{ type: 'group', ...base, children }];
}
