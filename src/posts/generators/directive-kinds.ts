import type { DirectiveHolder } from './markup.ts';
import type { DirectiveOptions } from './directive-options.ts';

type Named = DirectiveOptions['named'];

/** What a directive of MyST and its extensions makes of its blocks; what is also a tag of other generators is among their handlers. */
export type DirectiveKind = (argument: string, named: Named) => Omit<DirectiveHolder, 'type' | 'name'>;

/** Set apart, under its title. */
function titled(argument: string): ReturnType<DirectiveKind> {
  return { as: 'group', ...(argument && { label: argument }) };
}

/** Its argument says how it looks. */
function plain(): ReturnType<DirectiveKind> {
  return { as: 'group' };
}

function card(argument: string, { header, footer, link }: Named): ReturnType<DirectiveKind> {
  return {
    ...titled(argument),
    ...(header && { header }),
    ...(footer && { footer }),
    ...(link && { href: link }),
  };
}

/** Its words are a link to an address. */
function buttonTo(argument: string): ReturnType<DirectiveKind> {
  return { as: 'link', href: argument };
}

/** Its words are a link to a page by the name of its file, or to a place by its name, which may have a stroke in it. */
function buttonOf(argument: string, { 'ref-type': type = '' }: Named): ReturnType<DirectiveKind> {
  const page = /\.\w+$/u.test(argument) ? argument : `${argument}.md`;
  return { as: 'link', href: type === 'doc' ? page : `#${argument}` };
}

function quotation(): ReturnType<DirectiveKind> {
  return { as: 'quote' };
}

/** Named by the word for what it is, which is its own name, and by its title. */
function numbered(word: string): DirectiveKind {
  return (argument) => ({ as: 'group', label: argument === '' ? word : `${word} (${argument})` });
}

/** Its argument is the exercise that it solves. */
function solution(argument: string): ReturnType<DirectiveKind> {
  return { as: 'group', label: 'Solution', ...(argument && { href: `#${argument}` }) };
}

function table(argument: string, named: Named): ReturnType<DirectiveKind> {
  return { as: 'table', ...(argument && { label: argument }), headRows: countOf(named['header-rows']) };
}

function listTable(argument: string, named: Named): ReturnType<DirectiveKind> {
  return { ...table(argument, named), as: 'list-table', headColumns: countOf(named['stub-columns']) };
}

/** How many rows or columns an option says. */
export function countOf(option: string | undefined): number {
  return /^\d{1,3}$/u.test(option ?? '') ? Number(option) : 0;
}

// sphinx-proof and MyST name these with `prf:` before.
const proofs =
  'theorem proof axiom lemma definition criterion remark conjecture corollary algorithm example property observation proposition assumption'.split(
    ' ',
  );

const kinds: ReadonlyMap<string, DirectiveKind> = new Map<string, DirectiveKind>([
  ['tab-set', plain],
  ['tabs', plain],
  ['grid', plain],
  ['card-carousel', plain],
  ['container', plain],
  ['div', plain],
  ['tab-item', titled],
  ['tab', titled],
  ['margin', titled],
  ['sidebar', titled],
  ['aside', titled],
  ['topic', titled],
  ['rubric', titled],
  ['card', card],
  ['grid-item', card],
  ['grid-item-card', card],
  ['button-link', buttonTo],
  ['button-ref', buttonOf],
  ['epigraph', quotation],
  ['pull-quote', quotation],
  ['highlights', quotation],
  ['blockquote', quotation],
  ['exercise', numbered('Exercise')],
  ['solution', solution],
  ['table', table],
  ['list-table', listTable],
  ['glossary', () => ({ as: 'glossary' })],
  ...proofs.map((name): [string, DirectiveKind] => [
    `prf:${name}`,
    numbered(name.slice(0, 1).toUpperCase() + name.slice(1)),
  ]),
]);

/** The kind of a directive by its name. */
export function directiveKind(name: string): DirectiveKind | undefined {
  return kinds.get(name);
}

/** Directives that only say something to the program that makes a site, and what they are. */
export const siteDirectives: ReadonlyMap<string, string> = new Map([
  ['toctree', 'a list of pages, which a site makes its contents of'],
  ['tableofcontents', 'contents that a site makes'],
  ['contents', 'contents that a site makes'],
  ['toc', 'contents that a site makes'],
  ['index', 'entries of an index, which a site makes'],
  ['show-index', 'an index that a site makes'],
  ['genindex', 'an index that a site makes'],
]);

const looks =
  'align class click-parent expand class-body class-card class-container class-content class-footer class-header class-img-bottom class-img-top class-item class-label class-title color columns delim delimiter emphasize-lines encoding enumerated figclass figwidth force gutter height hidden icon keyepsilon lineno-match lineno-start linenos link-alt link-type margin maxdepth name-id nonumber number-lines numbered open outline padding placeholder quote remove-input remove-output reverse scale selected shadow size subtitle-class sync tags text-align titlesonly type width widths tab-width dedent loading no-subfigures enumerator key subject';

const read =
  'name label alt caption filename header header-rows stub-columns footer link target title file lang language ref-type tooltip';

const known: ReadonlySet<string> = new Set([...looks.split(' '), ...read.split(' ')]);

/** Whether an option of a directive that is known is read, or only says how it looks on a page. */
export function isKnownOption(name: string): boolean {
  return known.has(name);
}
