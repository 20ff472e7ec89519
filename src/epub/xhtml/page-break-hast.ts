import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { fillString } from '../../document/strings.ts';
import type { Node } from '../../document/walk.ts';
import type { PageBreak } from './place-page-breaks.ts';
import { wordsProperties, type XhtmlContext } from './xhtml-context.ts';

/** The markers of the pages that begin at a node, to be put before it. */
export function breaksBefore(node: Node, context: XhtmlContext): ElementContent[] {
  const breaks = context.pageBreaks.before.get(node);
  return breaks ? breaks.map((pageBreak) => pageBreakHast(pageBreak, context)) : [];
}

/** The marker of a page (DPUB-ARIA 1.1 `doc-pagebreak`); its name is spoken, nothing is shown. */
export function pageBreakHast({ label, id }: PageBreak, context: XhtmlContext): ElementContent {
  return h('span', {
    ...wordsProperties(context),
    role: 'doc-pagebreak',
    'epub:type': 'pagebreak',
    id,
    ariaLabel: fillString(context.strings, 'pageBreak', { page: label }),
  });
}
