import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { PostRuleId } from '../rules.ts';
import { placeOf } from '../context/place-of.ts';
import { placeWithin } from '../../document/place-within.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { restore } from '../source/restore-markup.ts';
import { quotable } from '../../characters/quotable.ts';
import { quoteAttributes, quoteProgram, quoteWords } from './quote-words.ts';
import { elementName } from './markers.ts';
import { readTokens } from './read-tokens.ts';

/** Tells that an element was left out with all it holds. */
export function reportDropped(element: Element, context: PostContext): void {
  const { tagName } = element;
  const place = placeOf(element);
  const unclosed =
    place !== undefined && !emptyElements.has(tagName) && isUnclosed(tagName, place, context.source);
  const what = tagName === 'script' ? 'Script' : `<${tagName}>`;
  const isProgram = tagName === 'script' || tagName === 'style';
  if (unclosed) {
    const held = isProgram ? quoteProgram(element) : quoteWords(element);
    const reason = `${what}${held} is never closed: removed with all that follows it`;
    report(context, 'html-unclosed', { reason, place });
    return;
  }
  // What was shown from elsewhere can still be linked to, if its address is known.
  const { src } = element.properties;
  const from = typeof src === 'string' && src !== '' ? ` from “${src.slice(0, longestAddress)}”` : '';
  const rule = tagName === 'script' && isLoader(element) ? 'html-dropped' : ruleOf(tagName);
  // The words that go with it are quoted, so that they are not lost in silence.
  const quoted = isProgram ? '' : quoteWords(element);
  report(context, rule, { reason: `${what}${from}${quoted} removed`, place });
}

const longestAddress = 200;
/** Whether no end tag follows before the next start tag of its name: a parser may have ended the element earlier for what stands in it. */
export function isUnclosed(tagName: string, place: Place, source: string): boolean {
  const tags = new RegExp(`<(/?)${tagName}(?=[\\s/>])`, 'giu');
  tags.lastIndex = place.start.offset + 1;
  return tags.exec(source)?.[1] !== '/';
}

function ruleOf(tagName: string): PostRuleId {
  if (tagName === 'script') return 'html-script';
  return tagName === 'audio' || tagName === 'video' ? 'media-no-alternative' : 'html-dropped';
}

/** A script that only loads another file, as those beside embedded posts do: it holds no words that would be lost. */
function isLoader({ properties, children }: Element): boolean {
  const empty = children.every((child) => child.type !== 'text' || child.value.trim() === '');
  return typeof properties['src'] === 'string' && properties['src'] !== '' && empty;
}

const emptyElements = new Set(['embed', 'frame', 'input', 'meta']);

/** Tells of what an HTML parser drops of raw HTML: instructions, and comments and tags that are never closed, with the rest of their block. */
export function reportUnread(nodes: readonly ElementContent[], context: PostContext): void {
  for (const node of nodes) {
    if (node.type === 'element') reportUnread(node.children, context);
    if (node.type !== 'raw') continue;
    const place = placeOf(node);
    const { tokens, open = node.value.length } = readTokens(node.value);
    const tell = (ruleId: PostRuleId, found: string, what: (quote: string) => string): void => {
      const quote = restore(found, context);
      report(context, ruleId, { reason: what(quote), place: placeWithin(quote, place, context.source) });
    };
    for (const { type, start, end } of tokens) {
      const found = node.value.slice(start, end);
      if (type === 'declaration' && !/^<(?:[?!]doctype|\/>)/iu.test(found))
        tell('html-dropped', found, (quote) => `“${quotable(quote)}” removed`);
      if (type === 'tag' && passedOver.test(found))
        tell('html-dropped', found, (quote) => `Tag “${quotable(quote)}” removed`);
    }
    if (node.value.startsWith('<!--', open)) {
      const words = quotable(restore(node.value.slice(open), context));
      const reason = `Comment “${words}” is never closed: removed with all that follows it`;
      report(context, 'html-unclosed', { reason, place });
    } else if (open < node.value.length)
      tell(
        'html-unclosed',
        node.value.slice(open).trim(),
        (quote) => `Tag “${quotable(quote)}” is never closed: removed with all that follows it`,
      );
  }
}

/** Start tags that a parser passes over within a page (HTML §13.2.6.4.7) and that may hold words. */
const passedOver =
  /^<(?:frame(?=[\s/>])|(?:frameset|html|head|body)\s[^>]{0,2000}\b(?:aria-label|title)\s*=)/iu;

/** Tells that an element was taken away around its content, with the address that it had, and the words of its attributes. */
export function reportUnwrapped(element: Element, context: PostContext): void {
  const { properties } = element;
  const { href, src } = properties;
  const address = [href, src].find((value) => typeof value === 'string' && value !== '');
  const led = address === undefined ? '' : ` with “${String(address).slice(0, longestAddress)}”`;
  const said = quoteAttributes(element);
  report(context, 'html-unwrapped', {
    reason: `${nameOf(element, context)}${led}${led !== '' && said !== '' ? ' and' : ''}${said} taken away, its content kept`,
    place: withTag(placeOf(element), context),
  });
}

/** Of what is no element of HTML, its name alone: a callout that stands within a line is one. */
function nameOf(element: Element, context: PostContext): string {
  const [, made] = /^tagleaf:(.+)$/u.exec(elementName(context, element)) ?? [];
  return made === undefined ? `<${element.tagName}>` : `A ${made} within a line`;
}

/** The place of an element with all of its start tag: of one that is never closed the parser only tells where it begins. */
function withTag(place: Place | undefined, context: PostContext): Place | undefined {
  if (place === undefined) return undefined;
  const { start, end } = place;
  const tagEnd = context.source.indexOf('>', start.offset) + 1;
  return end.offset < tagEnd ? placeAt(context, start.offset, tagEnd) : place;
}
