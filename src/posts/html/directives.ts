import type { Element, ElementContent } from 'hast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { markerElement } from './markers.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';

const calloutKinds = new Set(['note', 'tip', 'important', 'warning', 'caution', 'danger']);

// What other tools call a callout; the author meant one, so it becomes a note.
const foreignCalloutKinds = new Set([
  'info',
  'hint',
  'attention',
  'error',
  'success',
  'question',
  'seealso',
  'todo',
  'abstract',
]);

/** How directives (`:::name`, `::name`, `:name`) become elements. */
export function directiveHandlers(context: PostContext): Handlers {
  return {
    containerDirective: (state: State, node: ContainerDirective) => containerDirective(state, context, node),
    leafDirective: (state: State, node: LeafDirective) => leafDirective(state, context, node),
    textDirective: (state: State, node: TextDirective) => textDirective(state, context, node),
  };
}

function containerDirective(state: State, context: PostContext, node: ContainerDirective): Element {
  const { name } = node;
  const attributes = node.attributes ?? {};
  const make = (element: Element): Element => {
    for (const key of ['id', 'lang', 'dir']) {
      const value = attributes[key];
      if (typeof value === 'string' && value !== '') element.properties[key] = value;
    }
    state.patch(node, element);
    return element;
  };
  const children = containerChildren(state, context, node);
  if (calloutKinds.has(name))
    return make(markerElement(context, 'callout', { facts: { kind: name }, children }));
  if (foreignCalloutKinds.has(name) || isMisspelt(name)) {
    const reason = `Unknown callout kind “${name}”, rendered as a note`;
    report(context, 'callout-kind-unknown', { reason, place: placeOf(node) });
    return make(markerElement(context, 'callout', { facts: { kind: 'note' }, children }));
  }
  switch (name) {
    case 'verse':
    case 'address':
      return make(markerElement(context, 'verse', { facts: { kind: name }, children }));
    case 'figure': {
      const facts = 'decorative' in attributes ? { decorative: 'yes' } : {};
      return make(markerElement(context, 'figure', { facts, children }));
    }
    case 'table': {
      const facts = 'rowheaders' in attributes ? { rowheaders: 'yes' } : {};
      return make(markerElement(context, 'table', { facts, children }));
    }
    case 'lang':
      return make(markerElement(context, 'group', { children }));
    default:
      reportUnknown(context, `:::${name}`, node);
      return make(markerElement(context, 'group', { children }));
  }
}

/** Whether a name is one letter more, less or other than that of a callout. */
function isMisspelt(name: string): boolean {
  return [...calloutKinds].some((kind) => {
    if (Math.abs(kind.length - name.length) > 1) return false;
    let start = 0;
    while (start < kind.length && kind[start] === name[start]) start += 1;
    const rest = [kind.slice(start), name.slice(start)] as const;
    return (
      rest[0].slice(1) === rest[1].slice(1) || rest[0] === rest[1].slice(1) || rest[0].slice(1) === rest[1]
    );
  });
}

function containerChildren(state: State, context: PostContext, node: ContainerDirective): ElementContent[] {
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return state.all(node);
  const label = markerElement(context, 'label', { children: state.all(first) });
  state.patch(first, label);
  return [label, ...state.all({ ...node, children: rest })];
}

function leafDirective(state: State, context: PostContext, node: LeafDirective): Element {
  reportUnknown(context, `::${node.name}`, node);
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
    const element: Element = { type: 'element', tagName, properties, children: state.all(node) };
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
    const text: ElementContent = { type: 'text', value: context.source.slice(start, end) };
    if (node.position) text.position = node.position;
    return text;
  };
  const { start, end } = place;
  if (inner?.start === undefined || inner.end === undefined) return [slice(start.offset, end.offset)];
  return [slice(start.offset, inner.start), ...state.all(node), slice(inner.end, end.offset)];
}

function reportUnknown(context: PostContext, name: string, node: ContainerDirective | LeafDirective): void {
  report(context, 'directive-unknown', { reason: `Unknown directive “${name}”`, place: placeOf(node) });
}
