import type { LanguageTag } from '../document/language-tag.ts';
import type { Element, ElementContent } from 'hast';
import type { Message, Result } from '../diagnostics/message.ts';
import type { Block, Document, Suppression } from '../document/document.ts';
import { idsIn, withoutLostPlaces } from '../document/lost-places.ts';
import { numberTexts } from '../document/number-texts.ts';
import { settleDirections } from '../document/settle-directions.ts';
import { walk } from '../document/walk.ts';
import { sha256Of } from '../files/digest.ts';
import { collectAnchors } from './html/anchors.ts';
import { blocksOf } from './blocks/build-blocks.ts';
import { inlinesOf } from './blocks/build-inlines.ts';
import type { Builder, Surroundings } from './blocks/builder.ts';
import { decodePost } from './source/decode-post.ts';
import { readFlag } from './front-matter/read-showing.ts';
import { readFrontMatter } from './source/front-matter.ts';
import { nestSections } from './blocks/nest-sections.ts';
import { createNoteRegister } from './blocks/notes.ts';
import { elementSaysSomething } from './html/element-says-something.ts';
import { reportSiteLinks } from './blocks/report-site-links.ts';
import { reportLeftovers } from './leftovers/report-leftovers.ts';
import { readIncluded } from './read-included.ts';
import { parseMarkdown, runPlugins } from './source/parse-markdown.ts';
import { placeOf } from './context/place-of.ts';
import { createContext, type PostContext, type ReadPostOptions, report } from './context/post-context.ts';
import { createWork, heaviest, type Work } from './context/work.ts';
import { guard } from './guard.ts';
import { readCover } from './read-cover.ts';
import { reportRule } from './rules.ts';
import { withSmartMarks } from './smart-marks.ts';
import { type FoundMetadata, readMetadata } from './source/read-metadata.ts';
import { readSuppressions } from './source/read-suppressions.ts';
import { cleanHtml } from './html/clean-html.ts';
import { expandAbbreviations } from './html/expand-abbreviations.ts';
import { leaveOutHidden } from './html/leave-out-hidden.ts';
import { reportListings } from './report-listings.ts';
import { reportRedirect } from './report-redirect.ts';
import { settleHtml } from './html/settle-html.ts';
import { settleMarkdown } from './source/settle-markdown.ts';
import { settleRaw } from './source/settle-raw.ts';
import { takeTitle } from './blocks/take-title.ts';
import { buildTitleBlock } from './blocks/title-block.ts';
import { type HtmlTree, toHtmlTree } from './html/to-html-tree.ts';
import { withinTime } from './source/within-time.ts';

/**
 * Reads a post: YAML front matter and Markdown (CommonMark, GFM, directives, the kept subset of HTML).
 * The value is `undefined` only where nothing can be built: not UTF-8, too large, empty, too deep or too laborious, or not read in time.
 */
export function readPost(bytes: Uint8Array, options: ReadPostOptions): Result<Document | undefined> {
  const decoded = decodePost(bytes, options);
  if (decoded.value === undefined) return { value: undefined, messages: decoded.messages };
  const source = decoded.value;
  const sha256 = sha256Of(bytes);
  const messages: Message[] = [];
  const work = createWork(options.limits.work + options.limits.workPerByte * bytes.length);
  const read = withinTime(guard.seconds, () => {
    const context = createContext(source, { options, messages, work });
    const parts = readParts(context);
    const document = buildDocument({ ...parts, sha256 }, context);
    reportSiteLinks(context);
    reportLeftovers(document, context);
    reportRedirect(document, context);
    const marked = parts.isSmart ? withSmartMarks(document, options.strings(parts.metadata.lang)) : document;
    const numbered = numberTexts(settleDirections(marked)).document;
    const ids = idsIn([numbered]);
    // What leads to another post is still open.
    const kept = withoutLostPlaces(numbered, (id) => ids.has(id) || id.includes('#'));
    for (const message of kept.messages) messages.push(message);
    return kept.value;
  });
  if (typeof read === 'object') return { value: read.done, messages };
  const stopped = {
    'too-slow': ['post-undecided', `Not read within ${guard.seconds} seconds: nothing was decided`],
    'too-deep': ['nesting-too-deep', 'Nested deeper than can be read'],
    'too-much': ['post-too-laborious', describeWork(work)],
  } as const;
  const [ruleId, reason] = stopped[read];
  return { value: undefined, messages: [...messages, reportRule(ruleId, { reason, file: options.file })] };
}

/** What was counted when the work was spent. */
function describeWork(work: Work): string {
  const { bytes, events, runs, nodes } = work.counts;
  const counts = `${bytes} bytes, ${events} events, ${runs} delimiter runs and ${nodes} nodes`;
  return `Reading takes more than ${work.bound} units of work (so far ${counts}), most of it for ${heaviest(work)}`;
}

interface Parts {
  readonly metadata: FoundMetadata;
  readonly html: HtmlTree;
  readonly suppressions: readonly Suppression[];
  readonly isSmart: boolean;
}

/** All that is kept of the Markdown: its own tree is given up before the document is built. */
function readParts(context: PostContext): Parts {
  const tree = runPlugins(settleRaw(settleMarkdown(parseMarkdown(context), context), context), context);
  const front = readFrontMatter(context);
  const cover = readCover(front, context);
  const metadata = { ...readMetadata(front, context), ...(cover && { cover }) };
  reportListings(context);
  const suppressions = readSuppressions(tree);
  const settled = cleanHtml(settleHtml(toHtmlTree(tree, context), context, readIncluded), context);
  const html = expandAbbreviations(leaveOutHidden(settled, context), context);
  return { metadata, suppressions, html, isSmart: readFlag(front.values.smart) === true };
}

function buildDocument(parts: Parts & { readonly sha256: string }, context: PostContext): Document {
  const { metadata, html, sha256, suppressions } = parts;
  const builder = createBuilder(html, metadata.lang, context);
  const around: Surroundings = { listDepth: 0, holdsNotes: false, inNote: false };
  const flat = [...blocksOf(html.body, builder, around), ...unusedNotes(builder, around)];
  const titled = takeTitle(flat, metadata.title, context);
  const title = titled.title;
  const facts = { ...metadata, title: titled.words };
  const body = nestSections(titled.body, titled.words !== '', context);
  const full = { ...facts, otherLanguages: languagesOf(body, metadata.lang) };
  const titleBlock = buildTitleBlock(full, builder.strings, title ?? { id: builder.anchors.titleId });
  const { source, options, dialect } = context;
  const told = {
    ...(suppressions.length > 0 && { suppressions }),
    ...(context.included.size > 0 && { included: includedIn(context) }),
  };
  const { targets, labels } = builder.anchors;
  const named = { ...(labels.size > 0 && { labels }), ...told };
  return { file: options.file, sha256, metadata: full, titleBlock, body, source, dialect, targets, ...named };
}

function createBuilder(html: HtmlTree, language: LanguageTag | undefined, context: PostContext): Builder {
  const trees: readonly (readonly ElementContent[])[] = [
    html.body,
    ...html.notes.map(({ element }): Element[] => [element]),
  ];
  const anchors = collectAnchors(trees, context);
  const builder: Builder = {
    context,
    anchors,
    notes: createNoteRegister(html.notes, {
      unique: anchors.unique,
      saysSomething: (element) => elementSaysSomething(element, context),
    }),
    language,
    strings: context.options.strings(language),
    insideQuotation: false,
    insideTerm: false,
    blocks: (nodes, around) => blocksOf(nodes, builder, around),
    inlines: (nodes) => inlinesOf(nodes, builder),
  };
  return builder;
}

/** The files that are part of the post, by what was read of them. */
function includedIn({ included }: PostContext): NonNullable<Document['included']> {
  return [...included].map(([path, text]) => ({ path, sha256: sha256Of(new TextEncoder().encode(text)) }));
}

/** What notes say that nothing refers to: printed at the end, so that no word is lost. */
function unusedNotes(builder: Builder, around: Surroundings): readonly Block[] {
  const blocks: Block[] = [];
  const { notes, context } = builder;
  for (let note = notes.nextUnused(); note !== undefined; note = notes.nextUnused()) {
    const { element, identifier, again, id } = note;
    const place = placeOf(element);
    const name = identifier.toLowerCase();
    const children = blocksOf(element.children, builder, { ...around, inNote: true });
    // What refers to it from within says so itself.
    if (again || notes.referredApart(identifier) === undefined) {
      const reason = again
        ? `The note “${name}” is defined a second time`
        : `Nothing refers to the note “${name}”`;
      report(context, 'footnote-unused', { reason, place });
    }
    if (children.length > 0)
      blocks.push({ type: 'group', ...(place && { place }), ...(id && { id }), children });
  }
  return blocks;
}

function languagesOf(body: readonly Block[], language: LanguageTag | undefined): readonly LanguageTag[] {
  const found = new Set<LanguageTag>();
  for (const node of walk(body)) {
    if (node.lang !== undefined && node.lang !== language && node.place !== undefined) found.add(node.lang);
  }
  return [...found];
}
