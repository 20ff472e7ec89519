import type { Element, ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { isHidden } from '../../document/is-hidden.ts';
import { type CalloutName, calloutNamed, misspeltKind } from '../dialects/callout-names.ts';
import { type Hiding, hidingOf, saysWhen } from '../dialects/hiding-classes.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { isHeading } from './anchors.ts';
import { markerElement, markerFacts } from './markers.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';

/** The element of a directive that holds blocks: a callout, what Tagleaf knows by its name, else a group. */
export function containerElement(state: State, context: PostContext, node: ContainerDirective): Element {
  const element = elementOf(state, context, node);
  const attributes = node.attributes ?? {};
  for (const key of ['id', 'lang', 'dir']) {
    const value = attributes[key];
    if (typeof value === 'string' && value !== '') element.properties[key] = value;
  }
  const hiding = hidingOfDirective(node, context);
  if (isHidden(attributes)) element.properties['hidden'] = true;
  if (hiding !== undefined) element.properties['hidden'] = hiding;
  state.patch(node, element);
  return element;
}

function hidingOfDirective(node: ContainerDirective, context: PostContext): Hiding | undefined {
  return hidingOf({ classes: classesOf(node), named: node.attributes ?? {} }, context);
}

function classesOf({ attributes }: ContainerDirective): readonly string[] {
  return (attributes?.['class'] ?? '').split(' ').filter((word) => word !== '');
}

function elementOf(state: State, context: PostContext, node: ContainerDirective): Element {
  const { name } = node;
  const attributes = node.attributes ?? {};
  const classes = classesOf(node);
  const callout = [name, ...classes].map(calloutNamed).find((found) => found !== undefined);
  if (callout !== undefined) return calloutElement(callout, { state, context, node });
  const children = childrenOf(state, context, node);
  const misspelt = misspeltKind(name);
  if (misspelt !== undefined) {
    const reason = `Unknown callout kind “${name}”, rendered as a note`;
    report(context, 'callout-kind-unknown', { reason, place: placeOf(node) });
    return markerElement(context, 'callout', { facts: { kind: 'note' }, children });
  }
  switch (name) {
    case 'verse':
    case 'address':
      return markerElement(context, 'verse', { facts: { kind: name }, children });
    case 'figure': {
      const facts = 'decorative' in attributes ? { decorative: 'yes' } : {};
      return markerElement(context, 'figure', { facts, children });
    }
    case 'description':
      return markerElement(context, 'description', { children });
    case 'table': {
      const facts = 'rowheaders' in attributes ? { rowheaders: 'yes' } : {};
      return markerElement(context, 'table', { facts, children });
    }
    case 'details':
      return { type: 'element', tagName: 'details', properties: {}, children: withSummary(node, children) };
    case 'lang':
      return markerElement(context, 'group', { children });
    default:
      reportGroup(node, classes, context);
      return markerElement(context, 'group', { children });
  }
}

/** A div that only its style sheet knows is a group; of a name, nobody knows what it was to do. */
function reportGroup(node: ContainerDirective, classes: readonly string[], context: PostContext): void {
  const { name } = node;
  const place = placeOf(node);
  if (name !== '') {
    report(context, 'directive-unknown', { reason: `Unknown directive “:::${name}”`, place });
    return;
  }
  const isDecided = hasConstruct(context.dialect, 'conditions');
  const left = classes.filter((word) => !(isDecided && saysWhen(word)));
  if (left.length > 0 && hidingOfDirective(node, context) === undefined) {
    const reason = `Class “${left.join(' ')}” of a div left out`;
    report(context, 'html-attr-dropped', { reason, place });
  }
}

/** The title of what a page can fold is its summary. */
function withSummary(
  { children: [first] }: ContainerDirective,
  children: ElementContent[],
): ElementContent[] {
  const [label, ...rest] = children;
  const isTitled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  if (!isTitled || label?.type !== 'element') return children;
  return [{ ...label, tagName: 'summary', properties: {} }, ...rest];
}

interface Directive {
  readonly state: State;
  readonly context: PostContext;
  readonly node: ContainerDirective;
}

/** A callout with its title: the label, the attribute, a heading at its beginning, or the word that its site prints. */
function calloutElement({ kind, word, isHeaded }: CalloutName, { state, context, node }: Directive): Element {
  const children = childrenOf(state, context, node);
  const given = node.attributes?.['title'];
  const title = given || word;
  const [first, ...rest] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const label = (properties: Element['properties'], words: ElementContent[]): Element => {
    const element = markerElement(context, 'label', { children: words });
    return { ...element, properties: { ...element.properties, ...properties } };
  };
  const hasLabel = node.children[0]?.type === 'paragraph' && node.children[0].data?.directiveLabel === true;
  const made = (inner: ElementContent[]): Element =>
    markerElement(context, 'callout', { facts: { kind }, children: inner });
  if (hasLabel) return made(children);
  if (isHeaded && first?.type === 'element' && isHeading(first)) {
    const titled = label(markerFacts(context, { heading: 'yes' }), first.children);
    if (first.position) titled.position = first.position;
    return made([titled, ...rest]);
  }
  if (title === undefined) return made(children);
  const words: ElementContent = { type: 'text', value: title };
  const titled = label({}, [words]);
  if (given) {
    state.patch(node, words);
    state.patch(node, titled);
  }
  return made([titled, ...children]);
}

function childrenOf(state: State, context: PostContext, node: ContainerDirective): ElementContent[] {
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return state.all(node);
  const label = markerElement(context, 'label', { children: state.all(first) });
  state.patch(first, label);
  return [label, ...state.all({ ...node, children: rest })];
}
