/** What a MyST role makes of its text. */
export type RoleMeaning =
  /** A place that is called by its name or by the path of its file; without words those of the block or the page that it names. */
  | {
      readonly type: 'reference';
      readonly href: string;
      readonly text: string | undefined;
      /** How it calls the place, where that is not its address. */
      readonly own?: string;
    }
  | { readonly type: 'element'; readonly tagName: string; readonly text: string; readonly title?: string }
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  | { readonly type: 'math'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  /** A drawing by its name, which is no word for readers. */
  | { readonly type: 'icon'; readonly text: string }
  /** The words stay, what the role says of them is not known. */
  | { readonly type: 'unknown'; readonly text: string; readonly isCode: boolean };

const elements: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  sub: 'sub',
  subscript: 'sub',
  sup: 'sup',
  superscript: 'sup',
  code: 'code',
  literal: 'code',
  file: 'code',
  program: 'code',
  command: 'code',
  envvar: 'code',
  del: 'del',
  strike: 'del',
  u: 'u',
  underline: 'u',
  kbd: 'kbd',
  samp: 'samp',
  dfn: 'dfn',
};

/** What these change is how letters look. */
const plain: ReadonlySet<string> = new Set([
  'sc',
  'smallcaps',
  'index',
  'guilabel',
  'menuselection',
  'dropcap',
]);
/** Icons of sphinx-design: GitHub's, Font Awesome's and Google's. */
const icon = /^(?:octicon|fa[bdlrs]?|material-[a-z]+)$/u;
/** Badges of sphinx-design: words, an address or a place in a frame. */
const badge = /^bdg(?:-(link|ref))?(?:-[a-z]+){0,2}$/u;
const references: ReadonlySet<string> = new Set(['ref', 'numref', 'any', 'eq', 'prf:ref', 'math:numref']);
const links: ReadonlySet<string> = new Set(['download', 'button']);

/** What stands before the brackets at the end, and in them; nothing where none stand there. */
function parted(
  content: string,
  open: string,
  close: string,
): { readonly words?: string; readonly within?: string } {
  const text = content.trimEnd();
  const at = text.lastIndexOf(open);
  if (at < 0 || text.indexOf(close, at) !== text.length - 1) return {};
  return { words: text.slice(0, at).trimEnd(), within: text.slice(at + 1, -1) };
}

function pointed(content: string): ReturnType<typeof parted> {
  const found = parted(content, '<', '>');
  return found.within === '' ? {} : found;
}

/** The meaning of `` {name}`content` ``. */
export function readRole(name: string, content: string): RoleMeaning {
  const tagName = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (tagName !== undefined) return { type: 'element', tagName, text: content };
  if (name === 'abbr') {
    const { words: text = content, within: title } = parted(content, '(', ')');
    return { type: 'element', tagName: 'abbr', text, ...(title && { title }) };
  }
  if (name === 'math') return { type: 'math', text: content };
  const { words, within: target } = pointed(content);
  if (plain.has(name)) return { type: 'text', text: words || (target ?? content) };
  const place = (target ?? content).trim();
  const text = words || undefined;
  if (name === 'term') return { type: 'reference', href: `#${termLabel(place)}`, text: text ?? place };
  const [isBadge, leads] = badge.exec(name) ?? [];
  if (icon.test(name)) return { type: 'icon', text: content };
  if (isBadge !== undefined && leads === undefined) return { type: 'text', text: content };
  if (leads === 'link') return { type: 'link', href: place, text: text ?? place };
  if (references.has(name) || leads === 'ref') return { type: 'reference', href: `#${place}`, text };
  if (name === 'doc')
    return { type: 'reference', href: /\.\w+$/u.test(place) ? place : `${place}.md`, text, own: place };
  if (links.has(name)) return { type: 'link', href: place, text: text ?? place };
  return { type: 'unknown', text: content, isCode: !/^(?:foot)?cite/u.test(name) };
}

/** What references call a term of a glossary. */
export function termLabel(term: string): string {
  return `term-${term.trim().toLowerCase().replace(/\s+/gu, '-')}`;
}
