import type { Assets } from '../../assets/asset.ts';
import type { Message, Result } from '../../diagnostics/message.ts';
import { reportRule } from '../../diagnostics/report-rule.ts';
import type { Document, Note } from '../../document/document.ts';
import { placeWithin } from '../../document/place-within.ts';
import { inlineText } from '../../document/plain-text.ts';
import type { PageStart } from '../../document/page-start.ts';
import type { Strings } from '../../document/strings.ts';
import { walkDocument } from '../../document/walk.ts';
import type { Fonts } from '../../fonts/face.ts';
import { suggestPackage } from '../../fonts/suggest-package.ts';
import { startsRightToLeft } from '../../text/directions.ts';
import { createShaper, type Shaper } from '../../text/shape-text.ts';
import type { Structure } from '../structure/build-structure.ts';
import type { Theme } from '../theme/theme.ts';
import type { BlockStyle, LayoutContext } from './context.ts';
import type { DisplayList, Placed } from './display-list.ts';
import { withGap, type Unit } from './flow.ts';
import { layoutFooter, layoutHeader } from './furniture.ts';
import { layoutBlocks } from './layout-blocks.ts';
import { layoutNote } from './layout-note.ts';
import { paginate, type PageFrame } from './paginate.ts';

export interface LayoutOptions {
  readonly structure: Structure;
  readonly assets: Assets;
  readonly theme: Theme;
  readonly strings: Strings;
  readonly fonts: Fonts;
  readonly widthPt: number;
  readonly heightPt: number;
}

const shapers = new WeakMap<Fonts, Shaper>();

/** Lays a document out on pages: blocks → lines → pages → display list. Characters that no face covers are reported. */
export function layoutDocument(document: Document, options: LayoutOptions): Result<DisplayList> {
  const { theme, widthPt, heightPt } = options;
  const shaper = shaperOf(options.fonts);
  const messages: Message[] = [];
  const { file } = document;
  const notes = notesOf(document);
  const wholePage = { ...options, shaper, notes, pageHeightPt: heightPt, file, messages };
  const style = bodyStyle(document, options);
  const header = layoutHeader(document, style, wholePage);
  const topPt = Math.max(theme.marginsPt.top, header.bottomPt);
  const context = { ...wholePage, pageHeightPt: heightPt - topPt - theme.marginsPt.bottom };
  const title = layoutBlocks(document.titleBlock, style, context);
  const body = layoutBlocks(document.body, style, context);
  const units = [...title, ...withGap(body, theme.type.body.leadingPt * 1.1)];
  const pages = paginate(units, pageFrame(style, topPt, context));
  const list: DisplayList = {
    widthPt,
    heightPt,
    pages: pages.map((placed, index) => ({
      label: String(index + 1),
      placed,
      header: header.marks,
      footer: layoutFooter(document, { page: index + 1, pages: pages.length, style, heightPt }, context),
    })),
    pageStarts: pages.map((placed, index) => pageStart(placed, String(index + 1))),
  };
  messages.push(...missingGlyphs(document, shaper), ...rightToLeftBlocks(document));
  return { value: list, messages };
}

function shaperOf(fonts: Fonts): Shaper {
  const known = shapers.get(fonts);
  if (known) return known;
  const shaper = createShaper(fonts);
  shapers.set(fonts, shaper);
  return shaper;
}

function notesOf(document: Document): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  for (const node of walkDocument(document)) if (node.type === 'note') notes.set(node.id, node);
  return notes;
}

function bodyStyle(document: Document, options: LayoutOptions): BlockStyle {
  const { theme } = options;
  const widthPt = Math.min(theme.marginsPt.measure, options.widthPt - 72);
  return {
    x: (options.widthPt - widthPt) / 2,
    widthPt,
    size: theme.type.body,
    bold: false,
    italic: false,
    colour: theme.colours.text,
    lang: document.metadata.lang ?? 'und',
    align: 'start',
  };
}

function pageFrame(style: BlockStyle, topPt: number, context: LayoutContext): PageFrame {
  const laid = new Map<Note, readonly Unit[]>();
  const rule = { type: 'rect' as const, x: style.x, y: 8, widthPt: 120, heightPt: 0.6, under: true };
  return {
    topPt,
    heightPt: context.pageHeightPt,
    layoutNote: (note) => {
      let units = laid.get(note);
      if (!units) laid.set(note, (units = layoutNote(note, style, context)));
      return units;
    },
    noteRule: { heightPt: 14, mark: { ...rule, colour: context.theme.colours.rule } },
  };
}

/** The first character of the text of a page; a page of pictures alone starts where the text before it ended. */
function pageStart(placed: readonly Placed[], label: string): PageStart {
  for (const { marks, repeated } of placed) {
    if (repeated) continue;
    for (const mark of marks) {
      if (mark.type === 'run' && mark.offset !== undefined) return { label, offset: mark.offset };
    }
  }
  return { label, offset: -1 };
}

/** One message for each character without a glyph, at its first place in the post. */
function missingGlyphs(document: Document, shaper: Shaper): readonly Message[] {
  if (shaper.missing.size === 0) return [];
  const open = new Set(shaper.missing);
  const messages: Message[] = [];
  for (const node of walkDocument(document)) {
    if (node.type !== 'text') continue;
    for (const cluster of open) {
      if (!node.value.includes(cluster)) continue;
      open.delete(cluster);
      const names = Array.from(
        cluster,
        (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      const font = suggestPackage(cluster);
      const cure = font ? `, ${font.script}; the package ${font.name} has it` : '';
      const reason = `No font covers “${cluster}” (${names.join(' ')}${cure})`;
      const place = placeWithin(cluster, node.place, document.source);
      messages.push(reportRule('glyph-missing', { reason, file: document.file, place }));
    }
  }
  return messages;
}

/** One message where paragraphs read from the right: they are set as parts of left-to-right text. */
function rightToLeftBlocks(document: Document): readonly Message[] {
  const blocks = [...walkDocument(document)].filter(
    (node) =>
      (node.type === 'paragraph' || node.type === 'heading') &&
      (node.dir === 'rtl' || startsRightToLeft(inlineText(node.children))),
  );
  const first = blocks[0];
  if (!first) return [];
  const reason = `The paragraph reads from the right (${blocks.length} in this post)`;
  return [reportRule('direction-unsupported', { reason, file: document.file, place: first.place })];
}
