import { placeOfMarkup } from './place-of-markup.ts';
import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import { followedSchemes } from '../../document/followed-schemes.ts';
import type { LinkTarget } from '../../document/inline.ts';
import { nearFragment } from '../../document/near-fragment.ts';
import type { Builder } from './builder.ts';
import { siteHint } from '../generators/page-address.ts';
import { isMarkdownFile, type SiteLinks, whatLacks } from '../generators/site-path.ts';
import { addressOnSite } from '../context/address-on-site.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { isPlaceOfListing } from '../context/quarto-listings.ts';
import { otherProject } from './other-project.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

const runnableSchemes = new Set(['javascript', 'vbscript', 'data', 'file', 'blob']);

/** Where a link leads; `undefined` with a message where it cannot be followed, so that it is written as its text. */
export function resolveLink(
  href: string,
  place: Place | undefined,
  builder: Builder,
): LinkTarget | undefined {
  // An address without a scheme is reached as the page is, and pages are reached over https.
  const address = withHost(href.trim().replace(/^\/\/(?=[^/\\])/u, 'https://'));
  if (address.startsWith('#')) return internalTarget(address, place, builder);
  // Browsers ignore tabs and line ends inside a scheme, so they must not hide one.
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address.replace(/[\s\p{Cc}]+/gu, ''))?.[1]?.toLowerCase();
  if (scheme !== undefined && runnableSchemes.has(scheme)) {
    report(builder.context, 'link-scheme-forbidden', { reason: `Link with the scheme “${scheme}:”`, place });
    return undefined;
  }
  const member = scheme === undefined ? memberTarget(address, builder) : undefined;
  if (member) return member;
  const own = scheme === undefined ? ownFragment(address, builder) : undefined;
  if (own !== undefined) return internalTarget(own, place, builder);
  const other =
    scheme !== undefined && !followedSchemes.has(scheme)
      ? otherProject(address, place, builder.context)
      : undefined;
  if (other !== undefined) return resolveLink(other, place, builder);
  const { links, path } = builder.context.options;
  const onSite = scheme === undefined ? addressOnSite(address, builder.context) : undefined;
  const url =
    onSite !== undefined || (scheme !== undefined && followedSchemes.has(scheme))
      ? absoluteUrl(onSite ?? address)
      : undefined;
  if (url !== undefined) return { kind: 'external', url };
  // Another post of the collection may name this address as its own.
  if (builder.context.options.memberOf && /^\/(?!\/)/u.test(address)) {
    return { kind: 'internal', id: address.includes('#') ? address : `${address}#` };
  }
  if (scheme === undefined && isPartOfSite(address, builder)) {
    builder.context.siteLinks.push({ address, lacks: whatLacks(address, links, path), place });
    return undefined;
  }
  const maker = madeElsewhere(address, scheme) ?? cellOf(address, builder.context);
  if (maker !== undefined) {
    const reason = `Link is written as its words alone, for “${address}” is ${maker}`;
    report(builder.context, 'link-address-unknown', { reason, place });
  } else
    report(builder.context, 'link-target-missing', { reason: whyMissing(address, scheme, links), place });
  return undefined;
}

/** What an address is that no post can say: another makes it. */
function madeElsewhere(address: string, scheme: string | undefined): string | undefined {
  if (scheme === 'inv') return 'a place of another project: only the inventory of that says its address';
  return /\{\{|\{%|\$\{/u.test(percentDecoded(address)) ? 'made by a template, which is not run' : undefined;
}

/** What MyST-NB makes the place of: the option `name` of `figure` or `image` in a cell names what its code shows. */
function cellOf(label: string, { dialect, source }: PostContext): string | undefined {
  if (dialect !== 'myst' || !/^[\w:.-]{1,200}$/u.test(label) || !source.includes('mystnb:')) return undefined;
  const isNamed = source
    .split(/\r\n?|\n/u)
    .some((line) => /^[ \t]+name:/u.test(line) && line.trim() === `name: ${label}`);
  return isNamed ? 'a place in what a cell shows, and no cell is run' : undefined;
}

function whyMissing(address: string, scheme: string | undefined, links: SiteLinks | undefined): string {
  if (address === '') return 'Link without an address';
  const reason = `Link target “${address}” is not part of the publication`;
  if (scheme === undefined) return reason + siteHint(address, links);
  if (followedSchemes.has(scheme)) return reason;
  return `${reason}, and programs of readers do not open “${scheme}:”`;
}

/** An address of the sixth version of the Internet protocol stands in brackets (RFC 3986 §3.2.2), which Markdown takes for signs to be escaped. */
function withHost(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?)%5B([\da-f:.]+)%5D/iu, '$1[$2]');
}

/** Whether the folder of the site has what an address leads to; where it is not known, what begins at its root is taken for a page. */
function isPartOfSite(address: string, { context }: Builder): boolean {
  const { onSite, links } = context.options;
  if (onSite?.(address)) return true;
  if (!/^\/(?!\/)/u.test(address) || links !== undefined) return false;
  // The name of a file is known to lead nowhere once no file has it.
  return onSite === undefined || !isMarkdownFile(address);
}

/** The fragment of an address that names the post's own file before it. */
function ownFragment(address: string, { context }: Builder): string | undefined {
  const at = address.indexOf('#');
  if (at < 1 || address.length === at + 1) return undefined;
  const name = context.options.path.split('/').at(-1);
  const path = percentDecoded(address.slice(0, at).replace(/^\.\//u, ''));
  return path === name ? address.slice(at) : undefined;
}

function internalTarget(address: string, place: Place | undefined, builder: Builder): LinkTarget | undefined {
  const fragment = address.slice(1);
  const id = builder.anchors.targets.get(fragment) ?? builder.anchors.targets.get(percentDecoded(fragment));
  if (id !== undefined) return { kind: 'internal', id };
  const note = noteTarget(percentDecoded(fragment), builder);
  if (note !== undefined) return note;
  // The place may lie in another post of the collection.
  const isElsewhere = notebookWith(percentDecoded(fragment), builder.context) !== undefined;
  if (builder.context.options.memberOf && fragment !== '' && !isElsewhere)
    return { kind: 'internal', id: `#${percentDecoded(fragment)}` };
  const other = otherProject(address, place, builder.context);
  if (other !== undefined) return resolveLink(other, place, builder);
  const near = nearFragment(builder.anchors.targets, percentDecoded(fragment));
  if (near !== undefined) return { kind: 'internal', id: near };
  const maker = makerOf(percentDecoded(fragment), builder.context);
  if (maker !== undefined) {
    const reason = `Link is written as its words alone, for “${address}” is a place that ${maker}`;
    report(builder.context, 'link-address-unknown', { reason, place });
  } else report(builder.context, 'link-target-missing', { reason: whyNowhere(address, builder), place });
  return undefined;
}

/** Labels of MyST are those of the whole project; a post alone is what it is in its folder, and knows only its own. */
function whyNowhere(address: string, { context }: Builder): string {
  const reason = `No target “${address}”`;
  return context.dialect === 'myst'
    ? `${reason} in this post; where another post has it, a book of both leads there`
    : reason;
}

/** The notebook of the folder that calls a place so; of notebooks no posts are made. */
function notebookWith(label: string, { dialect, options }: PostContext): string | undefined {
  const page = dialect === 'myst' ? options.nearby?.pageOf?.(label) : undefined;
  return page?.endsWith('.ipynb') ? page : undefined;
}

/** What makes the place that a fragment names, where that is known of it. No fragment, and `top`, are the top of a page (HTML §7.4.6.4). */
function makerOf(fragment: string, context: PostContext): string | undefined {
  const notebook = notebookWith(fragment, context);
  if (notebook !== undefined) return `the notebook “${notebook}” has`;
  if (/^(?:top)?$/iu.test(fragment)) return 'every page of the web has at its top';
  const markup = placeOfMarkup(fragment, context);
  if (markup) return `“${shorten(markup.written, longestMarkup)}” makes, which is not known`;
  return isPlaceOfListing(fragment, context.matter) ? 'Quarto fills, as “listing” says' : undefined;
}

/** So much of markup is quoted. */
const longestMarkup = 60;

/** Notes and their references by the names that kramdown (`fn:1`) and GitHub (`user-content-fn-1`) give them. */
function noteTarget(fragment: string, { notes }: Builder): LinkTarget | undefined {
  const [, reference, identifier] = /^(?:user-content-)?fn(ref)?[:-](.+)$/u.exec(fragment) ?? [];
  if (identifier === undefined) return undefined;
  return notes.targetOf(identifier.toUpperCase(), reference === undefined ? 'note' : 'reference');
}

/** The place in another post of the collection; open until all posts are read. */
function memberTarget(address: string, { context }: Builder): LinkTarget | undefined {
  const [path = '', ...fragments] = address.split('#');
  const prefix = context.options.memberOf?.(path);
  if (prefix === undefined) return undefined;
  return { kind: 'internal', id: `${prefix}#${percentDecoded(fragments.join('#'))}` };
}

/** The address with only characters of RFC 3986; as written where it has no others. */
function absoluteUrl(address: string): string | undefined {
  if (!URL.canParse(address) || !isHost(new URL(address).hostname)) return undefined;
  if (/^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/u.test(address)) return address;
  return new URL(address).href.replace(/[\s"<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
}

/** No label of a host may be empty (RFC 1034 §3.5), nor an internationalised one without letters. */
function isHost(hostname: string): boolean {
  return !/^\.|\.\.|(?:^|\.)xn--(?:\.|$)/u.test(hostname);
}
