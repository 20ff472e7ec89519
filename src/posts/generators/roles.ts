/** What a MyST role makes of its text: an element of HTML, an abbreviation with its expansion, a link, or only its words. */
export type RoleMeaning =
  /** A label of the post; without words those of the block that it names. */
  | { readonly type: 'reference'; readonly label: string; readonly text: string | undefined }
  | { readonly type: 'element'; readonly tagName: string; readonly text: string; readonly title?: string }
  | { readonly type: 'link'; readonly href: string; readonly text: string }
  | { readonly type: 'text'; readonly text: string };

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
};

const references = new Set(['ref', 'numref', 'any']);
const links = new Set(['doc', 'download']);

/** The meaning of `` {name}`content` ``; `undefined` for a role that is not known. */
export function readRole(name: string, content: string): RoleMeaning | undefined {
  const tagName = Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (tagName !== undefined) return { type: 'element', tagName, text: content };
  if (name === 'abbr') {
    const [, text, title] = /^(.*?)\s*\(([^()]*)\)\s*$/su.exec(content) ?? [];
    return { type: 'element', tagName: 'abbr', text: text ?? content, ...(title && { title }) };
  }
  const [, words, target] = /^(.*?)\s*<([^<>]+)>\s*$/su.exec(content) ?? [];
  if (name === 'term') return { type: 'text', text: words || (target ?? content) };
  if (references.has(name))
    return { type: 'reference', label: (target ?? content).trim(), text: words || undefined };
  if (!links.has(name)) return undefined;
  const href = target ?? content;
  return { type: 'link', href: /\.\w+$/u.test(href) ? href : `${href}.md`, text: words || href };
}
