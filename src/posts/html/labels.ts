import GithubSlugger from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { isHeading, mystFragment, textContent } from './anchors.ts';
import { isCitation, settleCitations } from './citation.ts';
import { factOf, markerFacts } from './markers.ts';
import { type NamedPlaces, settleReference } from './settle-reference.ts';

/**
 * Names the block behind each MyST target, `(label)=`, and gives references their words: those of the heading or the caption, else the
 * label itself. Edits the tree, which nobody else holds yet.
 */
export function nameLabelled(nodes: readonly ElementContent[], context: PostContext): void {
  const labels = context.masked.blank.flatMap((markup) =>
    markup.content.type === 'label' && !context.markupInCode.has(markup)
      ? [{ name: markup.content.name, start: markup.start, end: markup.end }]
      : [],
  );
  const places: NamedPlaces = { labels: new Map(), fragments: new Map() };
  const slugger = new GithubSlugger();
  const links: Element[] = [];
  const citing: { readonly parent: Element; readonly inLink: boolean }[] = [];
  let next = 0;
  const visit = (element: Element, around: { readonly inLink: boolean }): void => {
    const start = placeOf(element)?.start.offset;
    const here = factOf(context, element, 'labels')?.split(' ') ?? [];
    const before = here.length;
    for (let label = labels[next]; label && start !== undefined && label.end <= start; label = labels[next]) {
      if (!places.labels.has(label.name)) here.push(label.name);
      next += 1;
    }
    for (const name of here) if (!places.labels.has(name)) places.labels.set(name, element);
    if (here.length > before) {
      element.properties = { ...element.properties, ...markerFacts(context, { labels: here.join(' ') }) };
    }
    nameFragment(element, { slugger, places, context });
    if (element.tagName === 'img') embedAsLink(element, context);
    if (element.tagName === 'a') links.push(element);
    const inLink = around.inLink || element.tagName === 'a';
    if (element.children.some((child) => isCitation(child, context)))
      citing.push({ parent: element, inLink });
    for (const child of element.children) if (child.type === 'element') visit(child, { inLink });
  };
  for (const node of nodes) if (node.type === 'element') visit(node, { inLink: false });
  for (const { name, start, end } of labels.slice(next)) {
    const reason = `Label “${name}” left out: no block follows it`;
    report(context, 'html-attr-dropped', { reason, place: placeAt(context, start, end) });
  }
  for (const { parent, inLink } of citing) settleCitations(parent, { places, inLink }, context);
  for (const link of links) settleReference(link, places, context);
}

/** MyST repeats the block that `![](#name)` names; a link to it stands for that. Edits the element. */
function embedAsLink(picture: Element, context: PostContext): void {
  const { src, alt } = picture.properties;
  if (context.dialect !== 'myst' || typeof src !== 'string' || !/^#./u.test(src)) return;
  const reason = `A link to “${src}” stands for what a page repeats there`;
  report(context, 'html-dropped', { reason, place: placeOf(picture) });
  const { position } = picture;
  picture.tagName = 'a';
  picture.properties = { href: src };
  picture.children = alt ? [{ type: 'text', value: String(alt), ...(position && { position }) }] : [];
}

function nameFragment(
  element: Element,
  {
    slugger,
    places,
    context,
  }: { readonly slugger: GithubSlugger; readonly places: NamedPlaces; readonly context: PostContext },
): void {
  const { id } = element.properties;
  const fragment =
    typeof id === 'string' && id !== ''
      ? id
      : isHeading(element)
        ? slugger.slug(textContent(element.children, context))
        : undefined;
  const ofMyst =
    context.dialect === 'myst' && isHeading(element)
      ? mystFragment(textContent(element.children, context))
      : '';
  for (const name of [fragment, ofMyst])
    if (name && !places.fragments.has(name)) places.fragments.set(name, element);
}
