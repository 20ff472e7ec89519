import type { Figure } from '../../document/document.ts';
import type { Inline, Link, NoteReference, Span } from '../../document/inline.ts';
import type { Bindings, TagLook } from './bindings.ts';
import { printedAddress } from './printed-address.ts';
import { addSlot, name, openElem, type Attributes, type ElemOptions, type OpenElem } from './struct-elem.ts';

/** Adds inline content below an element: a slot for each text, an element for each thing with a meaning (ISO 32000-1 §14.8.4.4). */
export function addInlines(parent: OpenElem, inlines: readonly Inline[], bindings: Bindings): void {
  for (const inline of inlines) addInline(parent, inline, bindings);
}

function addInline(parent: OpenElem, inline: Inline, bindings: Bindings): void {
  const lang = inline.lang === undefined ? {} : { lang: inline.lang };
  const nested = (role: string, options: ElemOptions = {}): OpenElem => {
    const elem = openElem(role, { ...lang, ...options });
    parent.kids.push(elem);
    return elem;
  };
  switch (inline.type) {
    case 'text':
      if (inline.value !== '') bindings.slots.set(inline, addSlot(parent));
      return;
    case 'break':
      bindings.slots.set(inline, addSlot(parent));
      return;
    case 'span':
      return addInlines(
        nested(spanRole(inline), spanOptions(inline, bindings.setting.look)),
        inline.children,
        bindings,
      );
    case 'link':
      return addLink(nested('Link'), inline, bindings);
    case 'note-reference':
      return addNoteReference(nested('Reference'), inline, bindings);
    case 'image': {
      if (inline.decorative) return;
      const figure = nested('Figure', {
        ...(inline.alt === undefined ? {} : { alt: inline.alt }),
        attributes: [{ O: 'Layout', Placement: name('Inline') }],
      });
      bindings.slots.set(inline, addSlot(figure));
      return;
    }
    case 'missing-image':
      return addInlines(nested('Span'), inline.children, bindings);
    case 'ruby': {
      const ruby = nested('Ruby', { attributes: [{ O: 'Layout', RubyAlign: name('Center') }] });
      const base = openElem('RB');
      const annotation = openElem('RT');
      ruby.kids.push(base, annotation);
      addInlines(base, inline.base, bindings);
      return addInlines(annotation, inline.annotation, bindings);
    }
    default:
      return inline satisfies never;
  }
}

function addLink(elem: OpenElem, link: Link, bindings: Bindings): void {
  bindings.links.set(link, elem);
  addInlines(elem, link.children, bindings);
  addAddress(elem, { link, address: printedAddress(link) }, bindings);
}

/** Adds a place for the address of a link to its element, where it has one to print and the theme prints it. */
export function addAddress(
  elem: OpenElem,
  { link, address }: { readonly link: Link | Figure; readonly address: string | undefined },
  bindings: Bindings,
): void {
  if (!bindings.setting.look.printedUrls || address === undefined) return;
  // By its title it is told from the words of the post: these have none.
  const span = openElem('Span', { title: 'URL' });
  elem.kids.push(span);
  bindings.addresses.set(link, addSlot(span));
}

function addNoteReference(reference: OpenElem, note: NoteReference, bindings: Bindings): void {
  const link = openElem('Link');
  reference.kids.push(link);
  bindings.links.set(note, link);
  const label = openElem('Lbl');
  link.kids.push(label);
  bindings.slots.set(note, addSlot(label));
}

function spanRole(span: Span): string {
  switch (span.kind) {
    case 'emphasis':
      return 'Em';
    case 'strong':
      return 'Strong';
    case 'code':
    case 'keyboard':
    case 'sample':
    case 'variable':
      return 'Code';
    case 'quotation':
      return 'Quote';
    default:
      return 'Span';
  }
}

function spanOptions(span: Span, look: TagLook): ElemOptions {
  const layout = spanLayout(span, look);
  return {
    ...(layout && { attributes: [layout] }),
    ...(span.kind === 'abbreviation' && span.expansion !== undefined && { expansion: span.expansion }),
  };
}

function spanLayout(span: Span, look: TagLook): Attributes | undefined {
  switch (span.kind) {
    case 'deletion':
      return { O: 'Layout', TextDecorationType: name('LineThrough') };
    case 'insertion':
      return { O: 'Layout', TextDecorationType: name('Underline') };
    case 'subscript':
      return { O: 'Layout', BaselineShift: look.subscriptPt };
    case 'superscript':
      return { O: 'Layout', BaselineShift: look.superscriptPt };
    case 'mark':
      return { O: 'Layout', BackgroundColor: look.markColour };
    default:
      return undefined;
  }
}
