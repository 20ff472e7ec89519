import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type {
  Block,
  Callout,
  CodeBlock,
  Figure,
  Heading,
  Note,
  Paragraph,
  Quote,
  Section,
  Verse,
} from '../../document/document.ts';
import { externalHref } from './external-href.ts';
import { codeText, imageHast, inlineHast } from './inline-hast.ts';
import { definitionListHast, listHast } from './list-hast.ts';
import { linesOf } from './lines-of.ts';
import { tableHast } from './table-hast.ts';
import { breaksBefore } from './page-break-hast.ts';
import { commonProperties, inside, type XhtmlContext } from './xhtml-context.ts';

/** The hast of blocks in reading order, without their notes (`endnotesHast`). */
export function blockHast(blocks: readonly Block[], context: XhtmlContext): ElementContent[] {
  return blocks.flatMap((block) =>
    block.type === 'note' ? [] : [...breaksOf(block, context), oneBlock(block, context)],
  );
}

/** Markers inside titled code stand after its title, which they do not pass. */
function breaksOf(block: Block, context: XhtmlContext): ElementContent[] {
  const titled = block.type === 'code-block' && block.title !== undefined;
  return titled ? [] : breaksBefore(block, context);
}

function oneBlock(block: Exclude<Block, Note>, context: XhtmlContext): ElementContent {
  switch (block.type) {
    case 'section':
      return sectionHast(block, context);
    case 'heading':
      return headingHast(block, context);
    case 'paragraph':
      return paragraphHast(block, context);
    case 'quote':
      return quoteHast(block, context);
    case 'code-block':
      return codeBlockHast(block, context);
    case 'list':
      return listHast(block, context);
    case 'definition-list':
      return definitionListHast(block, context);
    case 'table':
      return tableHast(block, context);
    case 'figure':
      return figureHast(block, context);
    case 'callout':
      return calloutHast(block, context);
    case 'verse':
      return verseHast(block, context);
    case 'thematic-break':
      return h('hr', commonProperties(block));
    case 'group':
      return h(
        'div',
        { ...commonProperties(block), className: block.role },
        blockHast(block.children, inside(block, context)),
      );
  }
}

function sectionHast(section: Section, context: XhtmlContext): ElementContent {
  const around = inside(section, context);
  const named = context.distinct.has(section.heading) ? { ariaLabelledBy: section.heading.id } : {};
  return h(
    'section',
    { ...commonProperties(section), ...named },
    linesOf(blockHast([section.heading, ...section.children], around)),
  );
}

function headingHast(heading: Heading, context: XhtmlContext): ElementContent {
  const children = inlineHast(heading.children, inside(heading, context));
  if (heading.level <= 6) return h(`h${heading.level}`, commonProperties(heading), children);
  // HTML ends at h6; ARIA 1.2 §6.6 aria-level goes on.
  const properties = { role: 'heading', ariaLevel: String(heading.level), className: 'deep-heading' };
  return h('div', { ...commonProperties(heading), ...properties }, children);
}

function paragraphHast(paragraph: Paragraph, context: XhtmlContext): ElementContent {
  const properties = { ...commonProperties(paragraph), className: paragraph.role };
  return h('p', properties, inlineHast(paragraph.children, inside(paragraph, context)));
}

function quoteHast(quote: Quote, context: XhtmlContext): ElementContent {
  return h('blockquote', commonProperties(quote), blockHast(quote.children, inside(quote, context)));
}

function codeBlockHast(block: CodeBlock, context: XhtmlContext): ElementContent {
  // Each line is an element, so that what is wrapped of it can hang; a line end that ends a block makes no line.
  const lines = block.lines.map((line) =>
    h('span', { className: 'line' }, codeText(line), { type: 'text', value: '\n' }),
  );
  const language = block.language?.match(/^[\w+#.-]+$/u)?.[0];
  const className = language === undefined ? undefined : `language-${language}`;
  const code = h('code', { className, translate: 'no' }, lines);
  // Programs are read from the left in posts that are not, and signs at the ends of their lines stand where they were written.
  const dir = block.dir ?? 'ltr';
  if (block.title === undefined) return h('pre', { ...commonProperties(block), dir }, code);
  const caption = h('figcaption', inlineHast(block.title, inside(block, context)));
  const breaks = breaksBefore(block, context);
  return h(
    'figure',
    { ...commonProperties(block), className: 'code' },
    caption,
    breaks,
    h('pre', { dir }, code),
  );
}

function figureHast(figure: Figure, context: XhtmlContext): ElementContent {
  const around = inside(figure, context);
  const image = imageHast(figure.image, around);
  const { link, caption } = figure;
  const href = link?.kind === 'internal' ? context.hrefOf(link.id) : link && externalHref(link.url);
  return h(
    'figure',
    commonProperties(figure),
    breaksBefore(figure.image, around),
    href === undefined ? image : h('a', { href }, image),
    caption &&
      h('figcaption', commonProperties(caption), inlineHast(caption.children, inside(caption, around))),
  );
}

function calloutHast(callout: Callout, context: XhtmlContext): ElementContent {
  const around = inside(callout, context);
  const id = context.names.get(callout.label);
  // Its words may read against the passage, at whose start they stand.
  const { id: _, ...ofWords } = commonProperties(callout.label);
  const label = h(
    'p',
    { id, className: 'callout-label' },
    h('strong', ofWords, inlineHast(callout.label.children, inside(callout.label, around))),
  );
  const { tagName, properties } = calloutElement(callout);
  return h(
    tagName,
    { ...commonProperties(callout), ...properties, className: ['callout', callout.kind], ariaLabelledBy: id },
    breaksBefore(callout.label, around),
    label,
    blockHast(callout.children, around),
  );
}

function calloutElement(callout: Callout): { tagName: string; properties: Record<string, string> } {
  switch (callout.kind) {
    case 'archived':
    case 'note':
      return { tagName: 'aside', properties: { role: 'note' } };
    case 'tip':
      return { tagName: 'aside', properties: { role: 'doc-tip', 'epub:type': 'tip' } };
    case 'important':
    case 'warning':
    case 'caution':
    case 'danger':
      return { tagName: 'div', properties: { role: 'doc-notice', 'epub:type': 'notice' } };
  }
}

function verseHast(verse: Verse, context: XhtmlContext): ElementContent {
  const around = inside(verse, context);
  const lines = verse.lines.flatMap((line, index) => [
    ...(index > 0 ? [h('br')] : []),
    ...inlineHast(line, around),
  ]);
  return h('p', { ...commonProperties(verse), className: verse.kind }, lines);
}
