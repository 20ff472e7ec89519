import { replaceMasks, splitMasked } from '../generators/mask-markup.ts';
import type { Markup, MarkupMeaning } from '../generators/markup.ts';
import { sitePath } from '../generators/site-path.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';

/** The text with its markup as it was written. */
export function restore(value: string, context: PostContext): string {
  return replaceMasks(value, context.masked, ({ written }) => written);
}

/** Code with its markup as it was written, but for the marks that keep a generator from reading it. */
export function restoreCode(value: string, context: PostContext): string {
  return replaceMasks(value, context.masked, ({ written, content }) =>
    content.type === 'edge' && content.inCode ? '' : written,
  );
}

/** The words of an attribute: with what its markup says where that is plain text, without the marks that keep a generator from reading it. */
export function wordsOf(value: string, context: PostContext): string {
  return replaceMasks(value, context.masked, (markup) => {
    const { content, written } = markup;
    if (content.type === 'edge' && content.inCode) return '';
    if (content.type !== 'meaning') countUnknown(markup, 'text', context);
    const { meaning } = content.type === 'meaning' ? content : {};
    if (meaning?.type === 'nothing') return '';
    return meaning?.type === 'text' && !meaning.isMarkdown ? meaning.value : written;
  });
}

/** The address that a text with markup says; `undefined` where it holds what is not known: it is counted. */
export function addressOf(value: string, context: PostContext): string | undefined {
  const parts = splitMasked(value, context.masked);
  const said = parts.map((part) => (typeof part === 'string' ? part : partOf(part, context)));
  if (said.some((part) => part === undefined)) return undefined;
  const address = said.join('');
  // Two strokes that only the dropped address of the site brought together name no host.
  return typeof parts[0] === 'string' ? address : address.replace(/^\/{2,}/u, '/');
}

function partOf(markup: Markup, context: PostContext): string | undefined {
  const { content, written } = markup;
  if (content.type === 'unknown') {
    countUnknown(markup, 'address', context);
    return undefined;
  }
  if (content.type === 'edge' || content.type === 'left') return '';
  if (content.type !== 'meaning') return written;
  const { meaning } = content;
  switch (meaning.type) {
    case 'address':
      // The name alone leads nowhere, and is told where the link is read.
      return isMissingPost(meaning, context) ? meaning.path : sitePath(meaning.path, context.options.links);
    case 'text':
      return meaning.value;
    case 'link':
      return meaning.href;
    case 'image':
      return meaning.src;
    case 'nothing':
      return '';
    default:
      return written;
  }
}

/** Whether a place is that of a post which the site does not have. */
export function isMissingPost(
  { path, isPost }: Extract<MarkupMeaning, { readonly type: 'address' }>,
  { options }: Pick<PostContext, 'options'>,
): boolean {
  return isPost === true && options.lacksPost?.(path) === true;
}

/** Counts a use of markup that was kept as it is written. */
export function countUnknown(
  markup: Markup,
  use: 'text' | 'address' | 'unwrapped',
  context: PostContext,
): void {
  const { content } = markup;
  const label =
    content.type === 'role'
      ? roleLabel(content.name)
      : content.type === 'unknown' && content.counts
        ? content.label
        : content.type === 'edge'
          ? content.unknown
          : undefined;
  if (label === undefined) return;
  const place = placeAt(context, markup.start, markup.end);
  const found = context.unknownMarkup.get(label) ?? { addresses: 0, unwrapped: 0, places: [] };
  found.places.push(place);
  if (use === 'address') found.addresses += 1;
  if (use === 'unwrapped') found.unwrapped += 1;
  context.unknownMarkup.set(label, found);
}

/** Tells of markup that is not known and of variables, once for each name. */
export function reportUnknownMarkup(context: PostContext): void {
  for (const [label, { addresses, unwrapped, places }] of context.unknownMarkup) {
    const [place, ...also] = places;
    const count = places.length;
    const times = count === 1 ? '' : `, ${count} times`;
    const isVariable = label.startsWith('{{ ') && !label.startsWith('{{ …');
    const kept =
      unwrapped === count
        ? /^\{%-?\s*(?:capture|set)\s+[\w-]+\s*-?%\}/u.test(label)
          ? 'left out, for nothing uses it'
          : 'left out around its words'
        : addresses === 0
          ? 'kept as text'
          : addresses === count
            ? 'links to it kept as their words'
            : 'kept as text, links to it as their words';
    const [ruleId, what] = isVariable
      ? (['markup-variable', 'Variable'] as const)
      : (['markup-unknown', 'Unknown markup'] as const);
    report(context, ruleId, { reason: `${what} “${label}”${times}: ${kept}`, place, also });
  }
}

/** How a role is called in messages. */
function roleLabel(name: string): string {
  return `{${name}}`;
}
