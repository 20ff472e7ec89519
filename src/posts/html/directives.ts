import type { Element, ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { isHidden } from '../../document/is-hidden.ts';
import { containerElement } from './container-directives.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';

/** How directives (`:::name`, `::name`, `:name`) become elements. */
export function directiveHandlers(context: PostContext): Handlers {
  return {
    containerDirective: (state: State, node: ContainerDirective) => containerElement(state, context, node),
    leafDirective: (state: State, node: LeafDirective) => leafDirective(state, context, node),
    textDirective: (state: State, node: TextDirective) => textDirective(state, context, node),
  };
}

function leafDirective(state: State, context: PostContext, node: LeafDirective): Element {
  const reason = `Unknown directive “::${node.name}”`;
  report(context, 'directive-unknown', { reason, place: placeOf(node) });
  const paragraph: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: asWritten(state, context, node),
  };
  state.patch(node, paragraph);
  return paragraph;
}

function textDirective(state: State, context: PostContext, node: TextDirective): Element | ElementContent[] {
  const attributes = node.attributes ?? {};
  if (node.children.length === 0) return asWritten(state, context, node);
  const make = (tagName: string, properties: Record<string, string>): Element => {
    const hidden = isHidden(attributes) ? { hidden: true } : {};
    const element: Element = {
      type: 'element',
      tagName,
      properties: { ...properties, ...hidden },
      children: state.all(node),
    };
    state.patch(node, element);
    return element;
  };
  if (node.name === 'lang' && attributes['lang']) {
    const dir = attributes['dir'];
    return make('span', { lang: attributes['lang'], ...(dir ? { dir } : {}) });
  }
  if (node.name === 'abbr' && attributes['title']) return make('abbr', { title: attributes['title'] });
  return asWritten(state, context, node);
}

/** The directive as the author wrote it, for "10:30" and "note:this" are prose; markup in its label is kept. */
function asWritten(
  state: State,
  context: PostContext,
  node: LeafDirective | TextDirective,
): ElementContent[] {
  const place = placeOf(node);
  if (place === undefined) return state.all(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  const inner = first && last && { start: placeOf(first)?.start.offset, end: placeOf(last)?.end.offset };
  const slice = (start: number, end: number): ElementContent => {
    const text: ElementContent = { type: 'text', value: context.masked.text.slice(start, end) };
    if (node.position) text.position = node.position;
    return text;
  };
  const { start, end } = place;
  if (inner?.start === undefined || inner.end === undefined) return [slice(start.offset, end.offset)];
  return [slice(start.offset, inner.start), ...state.all(node), slice(inner.end, end.offset)];
}
